package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.storage.StorageCapability;

/**
 * SQLite. Collation {@code BINARY}, its default, compares UTF-8 byte by byte, which is by code
 * point.
 *
 * <p>There is one writer at a time. A transaction that has read cannot become a writer when another
 * wrote meanwhile; so ours only begins, as a writer, when it first writes. Reads before that are
 * each on their own, which STO-17 allows.
 */
final class SqliteDialect extends Dialect {

  @Override
  Database database() {
    return Database.SQLITE;
  }

  @Override
  Map<String, String> words() {
    return Map.of(
        "KEY_TEXT", "TEXT",
        "NAME_TEXT", "TEXT",
        "PAYLOAD", "BLOB",
        "BYTES", "BLOB",
        "TABLE_END", " WITHOUT ROWID");
  }

  /** A table of one row, since there are no sequences; the key makes a second row impossible. */
  @Override
  String versionSource() {
    return "CREATE TABLE IF NOT EXISTS {p}version"
        + " (next INTEGER NOT NULL, only INTEGER PRIMARY KEY CHECK (only = 1))";
  }

  @Override
  void bindKey(PreparedStatement statement, int at, String text) throws SQLException {
    statement.setString(at, text);
  }

  @Override
  String readKey(ResultSet row, int at) throws SQLException {
    return row.getString(at);
  }

  @Override
  void prepare(Connection connection) throws SQLException {
    execute(connection, "PRAGMA busy_timeout = 30000");
    execute(connection, "PRAGMA synchronous = FULL");
  }

  @Override
  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
  }

  @Override
  void beforeWriting(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  @Override
  boolean beginsWhenWriting() {
    return true;
  }

  /**
   * With a write-ahead log readers and the writer do not wait for each other; the file keeps it.
   */
  @Override
  void prepareMedium(Connection connection) throws SQLException {
    prepare(connection);
    ask(connection, "PRAGMA journal_mode = WAL");
  }

  @Override
  void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  @Override
  void rollback(Connection connection) throws SQLException {
    execute(connection, "ROLLBACK");
  }

  @Override
  long takeBlock(Connection connection, String prefix) throws SQLException {
    return askNumber(
        connection,
        "INSERT INTO "
            + prefix
            + "version (only, next) VALUES (1, 1 + "
            + BLOCK
            + ") ON CONFLICT (only) DO UPDATE SET next = next + "
            + BLOCK
            + " RETURNING next - "
            + BLOCK);
  }

  @Override
  boolean blocksOutliveRollback() {
    return false;
  }

  @Override
  Set<StorageCapability> capabilities(Connection connection) throws SQLException {
    return Set.of(
        StorageCapability.DURABLE, StorageCapability.SYNCED, StorageCapability.SHARED_BY_PROCESSES);
  }

  @Override
  String holdClause(Hold hold) {
    return "";
  }
}
