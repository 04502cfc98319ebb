package org.educationcities.storage.memory;

import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.StorageKit;

class MemoryConformanceTest extends StorageKit {

  @Override
  protected StorageFactory factory() {
    return new MemoryPlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return Settings.none();
  }

  @Override
  protected boolean settingsNameAMedium() {
    return false;
  }
}
