package org.example.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.util.List;
import java.util.Set;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.spi.storage.StorageUnavailableException;

/** What the library finds: a plugin that offers the storage {@code log-file}. */
public final class LogFilePlugin implements Plugin, StorageFactory {
  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<StorageFactory> storages() {
    return List.of(this);
  }

  @Override
  public String name() {
    return "log-file";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.required("file", "The log file; made if it is missing."));
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return Set.of(StorageCapability.DURABLE);
  }

  @Override
  public Storage open(StorageContext context) {
    context.settings().check(settings());
    String file = context.settings().require("file");
    try {
      return new LogFileStorage(context, new RandomAccessFile(file, "rw"));
    } catch (IOException | OverlappingFileLockException failed) {
      throw new StorageUnavailableException(
          "The log file cannot be used.\nMaybe another has it open, or it is no log file.", failed);
    }
  }
}
