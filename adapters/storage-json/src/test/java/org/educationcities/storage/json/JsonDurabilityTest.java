package org.educationcities.storage.json;

import java.nio.file.Path;
import java.util.Map;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.DurabilityKit;
import org.junit.jupiter.api.io.TempDir;

class JsonDurabilityTest extends DurabilityKit {
  @TempDir Path folder;

  @Override
  protected StorageFactory factory() {
    return new JsonPlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return Settings.of(Map.of("folder", folder.resolve("city").toString()));
  }
}
