package org.educationcities.storage.memory;

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

/** Offers the storage {@code memory}. */
public final class MemoryPlugin implements Plugin {

  /** A plugin; opens nothing. */
  public MemoryPlugin() {}

  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<StorageFactory> storages() {
    return List.of(new Factory());
  }

  private static final class Factory implements StorageFactory {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return Set.of();
    }

    @Override
    public Storage open(StorageContext context) {
      List<String> problems = context.settings().problems(settings());
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return new MemoryStorage(context);
    }
  }
}
