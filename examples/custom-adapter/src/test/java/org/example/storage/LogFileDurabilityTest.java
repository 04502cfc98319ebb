package org.example.storage;

import java.nio.file.Path;
import java.util.Map;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.DurabilityKit;
import org.junit.jupiter.api.io.TempDir;

class LogFileDurabilityTest extends DurabilityKit {
  @TempDir Path folder;

  @Override
  protected StorageFactory factory() {
    return new LogFilePlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return Settings.of(Map.of("file", folder.resolve("log").toString()));
  }
}
