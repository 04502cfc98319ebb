package org.example.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageFactory;

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
    List<String> problems = context.settings().problems(settings());
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new LogFileStorage(context, LogFile.open(Path.of(context.settings().require("file"))));
  }
}
