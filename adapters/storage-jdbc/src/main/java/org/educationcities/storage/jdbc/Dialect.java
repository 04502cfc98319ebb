package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.spi.storage.StorageCapability;
import org.jspecify.annotations.Nullable;

/** In what the databases differ. Without state, so thread-safe. */
abstract class Dialect {
  /** How a row that is read is held until the end of the transaction. */
  enum Hold {
    NOT,
    SHARED,
    ALONE
  }

  /** A row of the entity table: a version, and what more was asked for. */
  interface RowReader<T> {
    T read(String id, ResultSet row) throws SQLException;
  }

  /** How many versions a process takes at once. */
  static final int BLOCK = 1000;

  abstract Database database();

  /**
   * The column types of the schema: words of {@link JdbcSchema}'s text and what stands for them.
   */
  abstract Map<String, String> words();

  /** The statement that makes what versions come from. */
  abstract String versionSource();

  /** Binds an id or an index text so that the database compares it by code point. */
  abstract void bindKey(PreparedStatement statement, int at, String text) throws SQLException;

  /** Reads what {@link #bindKey} bound. */
  abstract String readKey(ResultSet row, int at) throws SQLException;

  /** Sets what a session needs, before each transaction; cheap. */
  void prepare(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() < Connection.TRANSACTION_READ_COMMITTED) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  /** Begins a transaction of our own. */
  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Makes ready to write or lock; called before a transaction's first flush. */
  void beforeWriting(Connection connection) throws SQLException {}

  /** Whether there is nothing to commit or roll back before {@link #beforeWriting}. */
  boolean beginsWhenWriting() {
    return false;
  }

  /** Readies a medium that an address named; once, when it is opened. */
  void prepareMedium(Connection connection) throws SQLException {}

  /**
   * The query that fails where another storage has run it in a transaction that is still open;
   * empty where several may have the medium open.
   */
  String claim(String prefix) {
    return "";
  }

  void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  void rollback(Connection connection) throws SQLException {
    connection.rollback();
  }

  /** The first of {@link #BLOCK} versions that no other process has or ever had. */
  abstract long takeBlock(Connection connection, String prefix) throws SQLException;

  /**
   * Whether a block taken within a transaction stays taken when it rolls back. If not, such a block
   * serves that transaction alone.
   */
  boolean blocksOutliveRollback() {
    return true;
  }

  /** What a storage on this database can do; joining a host's transaction aside. */
  abstract Set<StorageCapability> capabilities(Connection connection) throws SQLException;

  /**
   * Reads rows of the entity table by id, one statement an id: right where the database is in this
   * process.
   */
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
            + " FROM "
            + table
            + " WHERE space = ? AND type = ? AND id = ?"
            + holdClause(hold);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, kind.space());
      statement.setString(2, kind.type());
      for (String id : ids) {
        bindKey(statement, 3, id);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            found.put(id, reader.read(id, row));
          }
        }
      }
    }
    return found;
  }

  /** Whose rows: a space and a type. */
  record RowKey(String space, String type) {}

  abstract String holdClause(Hold hold);

  /**
   * What its writers take before they write, where only one may write at a time for a count of rows
   * to be true; else null.
   */
  @Nullable Turn turn(Connection connection, Connections connections) throws SQLException {
    return null;
  }

  /** Whether a row that is only required must be written back to be sure of it. */
  boolean requiresByWriting() {
    return false;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void forEach(Connection connection, List<String> statements, Consumer<String> executed)
      throws SQLException {
    for (String sql : statements) {
      execute(connection, sql);
      executed.accept(sql);
    }
  }

  static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String answer = row.next() ? row.getString(1) : "";
      return answer == null ? "" : answer;
    }
  }

  static long askNumber(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new SQLException("No row came of " + sql, "02000");
      }
      return row.getLong(1);
    }
  }
}
