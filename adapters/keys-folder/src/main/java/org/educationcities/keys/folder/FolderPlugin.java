package org.educationcities.keys.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Plugin;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.SpiVersion;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.key.KeySourceFactory;

/** Offers the key source {@code folder}. */
public final class FolderPlugin implements Plugin {

  /** A plugin; opens nothing. */
  public FolderPlugin() {}

  @Override
  public SpiVersion spiVersion() {
    return SpiVersion.V1;
  }

  @Override
  public List<KeySourceFactory> keySources() {
    return List.of(new Factory());
  }

  private static final class Factory implements KeySourceFactory {
    @Override
    public String name() {
      return "folder";
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          Setting.required(
              "path",
              "The folder of the keys, made if it is not there; not the storage's, nor in its"
                  + " backups."));
    }

    @Override
    public KeySource open(Settings settings) {
      List<String> problems = settings.problems(settings());
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      try {
        return FolderKeys.open(Path.of(settings.require("path")));
      } catch (InvalidPathException e) {
        throw new ConfigurationException(List.of("'path' is no path on this machine."));
      }
    }
  }
}
