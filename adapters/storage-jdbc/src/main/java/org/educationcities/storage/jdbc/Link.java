package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** One transaction's connection: of our own, or of the host's running transaction. */
final class Link {
  private final Dialect dialect;
  private final Connection connection;
  private final @Nullable Connections home;
  private final @Nullable Savepoint savepoint;
  private final @Nullable Turn turn;
  private boolean writing;

  private Link(
      Dialect dialect,
      Connection connection,
      @Nullable Connections home,
      @Nullable Savepoint savepoint,
      @Nullable Turn turn) {
    this.turn = turn;
    this.dialect = dialect;
    this.connection = connection;
    this.home = home;
    this.savepoint = savepoint;
  }

  /**
   * A connection of our own.
   *
   * @param turn held from the first write to the end, where a database needs its writers one at a
   *     time
   */
  static Link own(Dialect dialect, Connections home, @Nullable Turn turn) throws SQLException {
    Connection connection = home.take();
    try {
      dialect.prepare(connection);
      dialect.begin(connection);
      return new Link(dialect, connection, home, null, turn);
    } catch (SQLException failed) {
      try {
        home.give(connection, true);
      } catch (SQLException alsoFailed) {
        failed.addSuppressed(alsoFailed);
      }
      throw failed;
    }
  }

  static Link joining(Dialect dialect, Connection host) throws SQLException {
    if (host.getAutoCommit()) {
      throw new IllegalStateException(
          "The host's connection commits by itself, so there is no transaction to join.\n"
              + "Maybe begin one, or answer null when there is none.");
    }
    int isolation = host.getTransactionIsolation();
    if (isolation < Connection.TRANSACTION_READ_COMMITTED) {
      throw new IllegalStateException(
          "The host's transaction reads what is not committed.\n"
              + "Maybe begin it with READ COMMITTED or stronger.");
    }
    return new Link(dialect, host, null, host.setSavepoint(), null);
  }

  Connection connection() {
    return connection;
  }

  /** Whether a rollback would take back what the database now hands out. */
  boolean isWithinTransaction() {
    return home == null || writing || !dialect.beginsWhenWriting();
  }

  void beforeWriting() throws SQLException {
    if (home != null && !writing) {
      if (turn != null) {
        turn.take(connection);
      }
      dialect.beforeWriting(connection);
    }
    writing = true;
  }

  /** Commits what is our own; what is the host's waits for the host. */
  void commit() throws SQLException {
    if (home == null) {
      if (savepoint != null) {
        connection.releaseSavepoint(savepoint);
      }
    } else if (writing || !dialect.beginsWhenWriting()) {
      dialect.commit(connection);
      if (turn != null) {
        turn.committed(connection);
      }
    }
  }

  /** Undoes what this transaction did, and no more. */
  void rollback() throws SQLException {
    if (home == null) {
      if (savepoint != null) {
        connection.rollback(savepoint);
      }
    } else if (writing || !dialect.beginsWhenWriting()) {
      dialect.rollback(connection);
    }
  }

  void giveBack(boolean broken) throws SQLException {
    try {
      if (home != null) {
        home.give(connection, broken);
      }
    } finally {
      if (turn != null) {
        turn.giveBack();
      }
    }
  }
}
