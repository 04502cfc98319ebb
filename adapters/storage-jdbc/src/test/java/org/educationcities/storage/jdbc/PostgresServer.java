package org.educationcities.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of this run; it ends with the process. */
final class PostgresServer {
  private static @Nullable PostgresServer shared;

  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static synchronized PostgresServer shared() throws IOException {
    PostgresServer server = shared;
    if (server == null) {
      server =
          new PostgresServer(
              EmbeddedPostgres.builder()
                  .setServerConfig("max_connections", "200")
                  .setServerConfig("deadlock_timeout", "50ms")
                  .start());
      shared = server;
    }
    return server;
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  String url() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "x");
  }
}
