package org.educationcities.storage.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/**
 * Offers the storage {@code json}: one folder, one process, one file an entity that a person can
 * read and compare. All entities are held in memory, and a query looks at every entity of its type:
 * right for up to some ten thousand entities.
 */
public final class JsonPlugin implements Plugin {

  /** A plugin; opens nothing. */
  public JsonPlugin() {}

  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<StorageFactory> storages() {
    return List.of(new Factory(new RealDisk()));
  }

  /** Opens it on a disk. */
  static final class Factory implements StorageFactory {
    private static final List<Setting> SETTINGS =
        List.of(Setting.required("folder", "The folder to keep all in; made if it is missing."));

    private final Disk disk;

    Factory(Disk disk) {
      this.disk = disk;
    }

    @Override
    public String name() {
      return "json";
    }

    @Override
    public List<Setting> settings() {
      return SETTINGS;
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return JsonStorage.CAPABILITIES;
    }

    @Override
    public Storage open(StorageContext context) {
      List<String> problems = new ArrayList<>(context.settings().problems(SETTINGS));
      Path folder = Path.of("");
      try {
        folder = Path.of(context.settings().get("folder").orElse(""));
      } catch (InvalidPathException wrong) {
        problems.add("Setting 'folder' is no path on this machine: " + wrong.getReason() + ".");
      }
      if (context.settings().get("folder").filter(String::isBlank).isPresent()) {
        problems.add("Setting 'folder' is blank.");
      }
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return JsonStorage.open(context, disk, new Layout(folder));
    }
  }
}
