package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** A database that the storage knows how to speak to. */
public enum Database {
  /** H2, embedded, in a file or in memory: one process. */
  H2("jdbc:h2:"),
  /** PostgreSQL, 13 or later: any number of processes. */
  POSTGRESQL("jdbc:postgresql:"),
  /** SQLite, in a file on a local disk: several processes of one machine. */
  SQLITE("jdbc:sqlite:");

  private final String urlPrefix;

  Database(String urlPrefix) {
    this.urlPrefix = urlPrefix;
  }

  /** The database of a JDBC address, if it is one of these. */
  public static Optional<Database> ofUrl(String url) {
    for (Database database : values()) {
      if (url.startsWith(database.urlPrefix)) {
        return Optional.of(database);
      }
    }
    return Optional.empty();
  }

  /** The database behind a connection, by what its driver says. */
  static Optional<Database> of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
    for (Database database : values()) {
      if (product.equals(database.name())) {
        return Optional.of(database);
      }
    }
    return Optional.empty();
  }

  Dialect dialect() {
    return switch (this) {
      case H2 -> new H2Dialect();
      case POSTGRESQL -> new PostgresDialect();
      case SQLITE -> new SqliteDialect();
    };
  }
}
