package org.educationcities.storage.jdbc;

import java.util.Map;
import java.util.UUID;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.StorageKit;

class H2MemoryConformanceTest extends StorageKit {

  @Override
  protected StorageFactory factory() {
    return new JdbcPlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return Settings.of(Map.of("url", "jdbc:h2:mem:" + UUID.randomUUID()));
  }
}
