package org.educationcities.storage.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.storage.StorageCapability;

/**
 * H2. It compares text by UTF-16 unit, which is not the order of code points, and bytes as
 * unsigned: so keys are kept as UTF-8 ({@code UTF8TOSTRING(id)} makes them readable).
 */
final class H2Dialect extends Dialect {

  @Override
  Database database() {
    return Database.H2;
  }

  @Override
  Map<String, String> words() {
    return Map.of(
        "KEY_TEXT", "VARBINARY(1020)",
        "NAME_TEXT", "VARCHAR(64)",
        "PAYLOAD", "VARBINARY(1048576)",
        "BYTES", "VARBINARY(65536)",
        "TABLE_END", "");
  }

  @Override
  String versionSource() {
    return "CREATE SEQUENCE IF NOT EXISTS {p}version INCREMENT BY " + BLOCK + " NO CACHE";
  }

  @Override
  void bindKey(PreparedStatement statement, int at, String text) throws SQLException {
    statement.setBytes(at, text.getBytes(UTF_8));
  }

  @Override
  String readKey(ResultSet row, int at) throws SQLException {
    return new String(row.getBytes(at), UTF_8);
  }

  @Override
  long takeBlock(Connection connection, String prefix) throws SQLException {
    return askNumber(connection, "SELECT NEXT VALUE FOR " + prefix + "version");
  }

  @Override
  Set<StorageCapability> capabilities(Connection connection) throws SQLException {
    boolean inFile = !ask(connection, "SELECT COALESCE(DATABASE_PATH(), '')").isEmpty();
    boolean atOnce = H2Tidying.setting(connection, "WRITE_DELAY").equals("0");
    return inFile && atOnce ? Set.of(StorageCapability.DURABLE) : Set.of();
  }

  /** Within one process H2 lets any number of openers share a file; its own lock is for others. */
  @Override
  String claim(String prefix) {
    return "SELECT content FROM " + prefix + "meta WHERE name = 'product' FOR UPDATE NOWAIT";
  }

  @Override
  String holdClause(Hold hold) {
    return hold == Hold.NOT ? "" : " FOR UPDATE";
  }

  /** A row that SELECT FOR UPDATE waited for may come back as it was before the wait. */
  @Override
  boolean requiresByWriting() {
    return true;
  }

  /**
   * While a transaction ends, another that waited for its row is handed the row as it was before,
   * by UPDATE and SELECT FOR UPDATE alike, and its own UPDATE counts it as matched: seen in H2
   * 2.3.232 as a lost update in one of ten runs of eight threads. An embedded database has all its
   * writers in this process, so they take turns. A transaction of the host's is not ours to hold
   * back: beside one, the last word is H2's.
   */
  @Override
  Turn turn(Connection connection, Connections connections) throws SQLException {
    return new Turn(connections.tidying(connection));
  }
}
