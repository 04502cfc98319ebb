package org.educationcities.storage.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.storage.StorageCapability;

/** PostgreSQL. Collation {@code "C"} compares UTF-8 byte by byte, which is by code point. */
final class PostgresDialect extends Dialect {

  @Override
  Database database() {
    return Database.POSTGRESQL;
  }

  @Override
  Map<String, String> words() {
    return Map.of(
        "KEY_TEXT", "TEXT COLLATE \"C\"",
        "NAME_TEXT", "TEXT COLLATE \"C\"",
        "PAYLOAD", "BYTEA",
        "BYTES", "BYTEA",
        "TABLE_END", "");
  }

  @Override
  String versionSource() {
    return "CREATE SEQUENCE IF NOT EXISTS {p}version INCREMENT BY " + BLOCK + " CACHE 1";
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
  long takeBlock(Connection connection, String prefix) throws SQLException {
    return askNumber(connection, "SELECT nextval('" + prefix + "version')");
  }

  @Override
  Set<StorageCapability> capabilities(Connection connection) throws SQLException {
    boolean synced =
        ask(connection, "SHOW fsync").equals("on")
            && !ask(connection, "SHOW synchronous_commit").equals("off");
    return synced
        ? Set.of(
            StorageCapability.DURABLE,
            StorageCapability.SYNCED,
            StorageCapability.SHARED_BY_PROCESSES)
        : Set.of(StorageCapability.DURABLE, StorageCapability.SHARED_BY_PROCESSES);
  }

  /** One statement for all ids, locking them in their order: a server is a network away. */
  @Override
  <T> Map<String, T> read(
      Connection connection,
      String table,
      String columns,
      RowKey kind,
      Collection<String> ids,
      Hold hold,
      RowReader<T> reader)
      throws SQLException {
    Map<String, T> found = new LinkedHashMap<>();
    String sql =
        "SELECT "
            + columns
            + ", id FROM "
            + table
            + " WHERE space = ? AND type = ? AND id = ANY (?) ORDER BY id"
            + holdClause(hold);
    Array array = connection.createArrayOf("text", ids.toArray());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, kind.space());
      statement.setString(2, kind.type());
      statement.setArray(3, array);
      try (ResultSet rows = statement.executeQuery()) {
        int last = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          String id = rows.getString(last);
          found.put(id, reader.read(id, rows));
        }
      }
    } finally {
      array.free();
    }
    return found;
  }

  @Override
  String holdClause(Hold hold) {
    return switch (hold) {
      case NOT -> "";
      case SHARED -> " FOR SHARE";
      case ALONE -> " FOR UPDATE";
    };
  }
}
