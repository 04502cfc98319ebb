package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Hands out versions from blocks that the database gives: one statement for a thousand writes, and
 * no version twice however many processes share it. Thread-safe.
 */
final class Versions {
  private final Dialect dialect;
  private final String prefix;
  private long next;
  private long end;

  Versions(Dialect dialect, String prefix) {
    this.dialect = dialect;
    this.prefix = prefix;
  }

  synchronized long next(Connection connection) throws SQLException {
    if (next == end) {
      next = dialect.takeBlock(connection, prefix);
      end = next + Dialect.BLOCK;
    }
    return next++;
  }
}
