package org.educationcities.storage.jdbc;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.DurabilityKit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A killed writer loses nothing, on each database. */
class JdbcDurabilityTest {

  abstract static class Kit extends DurabilityKit {
    @Override
    protected StorageFactory factory() {
      return new JdbcPlugin().storages().get(0);
    }
  }

  /** What the writing process makes. */
  static final class Writer extends Kit {
    @Override
    protected Settings freshMedium() {
      throw new UnsupportedOperationException("The writing process is given its settings.");
    }
  }

  @Nested
  class OnH2 extends Kit {
    @TempDir Path folder;

    @Override
    protected Settings freshMedium() {
      return Settings.of(Map.of("url", "jdbc:h2:file:" + folder.resolve("city")));
    }

    @Override
    protected Class<? extends DurabilityKit> writer() {
      return Writer.class;
    }
  }

  @Nested
  class OnSqlite extends Kit {
    @TempDir Path folder;

    @Override
    protected Settings freshMedium() {
      return Settings.of(Map.of("url", "jdbc:sqlite:" + folder.resolve("city.db")));
    }

    @Override
    protected Class<? extends DurabilityKit> writer() {
      return Writer.class;
    }
  }

  @Nested
  class OnPostgres extends Kit {
    @Override
    protected Settings freshMedium() throws Exception {
      return Settings.of(
          Map.of(
              "url",
              PostgresServer.shared().url(),
              "user",
              "postgres",
              "table-prefix",
              "d" + UUID.randomUUID().toString().substring(0, 8) + "_"));
    }

    @Override
    protected Class<? extends DurabilityKit> writer() {
      return Writer.class;
    }
  }
}
