package org.educationcities.benchmarks.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.spi.storage.Entity;

/**
 * The very rows that the storage wrote, written again by JDBC batches under another space: what
 * somebody would write by hand who needs no versions, no conflicts and no domain.
 */
final class PlainJdbc implements AutoCloseable {
  private record Table(String name, String columns) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("ec_entity", "type, id, version, format, payload, indexed"),
          new Table("ec_text_index", "type, name, content, id"),
          new Table("ec_number_index", "type, name, content, id"));

  private final Connection connection;

  PlainJdbc(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /** The rows of one table, a list for each transaction that wrote them. */
  record Rows(Table table, List<List<Object[]>> transactions) {}

  /** All rows of a space, by the transactions of so many entities that wrote them. */
  List<Rows> rowsOf(String space, List<Entity> entities, int batch) throws SQLException {
    Map<String, Integer> transactionOf = new HashMap<>();
    for (int i = 0; i < entities.size(); i++) {
      transactionOf.put(entities.get(i).id(), i / batch);
    }
    List<Rows> all = new ArrayList<>();
    for (Table table : TABLES) {
      String sql = "SELECT " + table.columns + " FROM " + table.name + " WHERE space = ?";
      List<List<Object[]>> rows = new ArrayList<>();
      for (int i = 0; i * batch < entities.size(); i++) {
        rows.add(new ArrayList<>());
      }
      int id = List.of(table.columns.split(", ")).indexOf("id");
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, space);
        try (ResultSet row = statement.executeQuery()) {
          int columns = row.getMetaData().getColumnCount();
          while (row.next()) {
            Object[] values = new Object[columns];
            for (int i = 0; i < columns; i++) {
              values[i] = row.getObject(i + 1);
            }
            Object key = values[id];
            String text =
                key instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(key);
            rows.get(Objects.requireNonNull(transactionOf.get(text))).add(values);
          }
        }
      }
      all.add(new Rows(table, rows));
    }
    connection.commit();
    return all;
  }

  /** Writes them under a space, in the same transactions. */
  void write(String space, List<Rows> all) throws SQLException {
    for (int i = 0; i < all.get(0).transactions().size(); i++) {
      for (Rows each : all) {
        insert(space, each.table(), each.transactions().get(i));
      }
      connection.commit();
    }
  }

  private void insert(String space, Table table, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String marks = table.columns.replaceAll("\\w+", "?");
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + table.name
                + " (space, "
                + table.columns
                + ") VALUES (?, "
                + marks
                + ")")) {
      for (Object[] row : rows) {
        statement.setString(1, space);
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 2, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void clear(String space) throws SQLException {
    for (Table table : TABLES) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("DELETE FROM " + table.name + " WHERE space = '" + space + "'");
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
