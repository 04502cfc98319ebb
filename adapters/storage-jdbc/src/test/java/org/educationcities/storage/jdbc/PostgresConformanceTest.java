package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.educationcities.tck.DamagedMedium;
import org.educationcities.tck.StorageKit;
import org.junit.jupiter.api.BeforeAll;

class PostgresConformanceTest extends StorageKit {
  private static PostgresServer server;
  private static int media;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.shared();
  }

  @Override
  protected StorageFactory factory() {
    return new JdbcPlugin().storages().get(0);
  }

  @Override
  protected Settings freshMedium() {
    return settings("m" + media++ + "_");
  }

  private static Settings settings(String prefix) {
    return Settings.of(
        Map.of("url", server.url(), "user", "postgres", "password", "x", "table-prefix", prefix));
  }

  @Override
  protected List<DamagedMedium> damagedMedia() throws Exception {
    try (Connection connection = server.connect()) {
      Dialect.execute(connection, "CREATE TABLE IF NOT EXISTS foreign_entity (mine INT)");
      JdbcSchema.of(Database.POSTGRESQL, "newer_").create(connection);
      Dialect.execute(connection, "UPDATE newer_meta SET content = '9' WHERE name = 'version'");
    }
    return List.of(
        new DamagedMedium(
            "tables of another", settings("foreign_"), PostgresConformanceTest::tables),
        new DamagedMedium(
            "tables of a newer version", settings("newer_"), PostgresConformanceTest::tables),
        new DamagedMedium(
            "a server that is not there",
            Settings.of(Map.of("url", "jdbc:postgresql://localhost:1/none")),
            () -> ""));
  }

  private static String tables() throws Exception {
    try (Connection connection = server.connect()) {
      return Dialect.ask(
          connection,
          "SELECT string_agg(table_name || column_name, ',' ORDER BY table_name, column_name)"
              + " FROM information_schema.columns WHERE table_name LIKE 'foreign%'"
              + " OR table_name LIKE 'newer%'");
    }
  }
}
