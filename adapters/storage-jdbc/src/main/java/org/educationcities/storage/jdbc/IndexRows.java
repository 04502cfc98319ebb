package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;

/** Keeps the index tables in step with the entities: only rows that differ are touched. */
final class IndexRows {
  private record Row(Write.Key key, String name, IndexValue value) {}

  private final Tables tables;
  private final Connection connection;
  private final String space;

  IndexRows(Tables tables, Connection connection, String space) {
    this.tables = tables;
    this.connection = connection;
    this.space = space;
  }

  void change(Collection<Write> writes, Function<Write, Map<String, IndexValue>> before)
      throws SQLException {
    List<Row> gone = new ArrayList<>();
    List<Row> come = new ArrayList<>();
    for (Write write : writes) {
      if (write.requiresOnly()) {
        continue;
      }
      Entity after = write.after();
      Map<String, IndexValue> old = before.apply(write);
      Map<String, IndexValue> fresh = after == null ? Map.of() : after.index();
      addMissing(write.key(), old, fresh, gone);
      addMissing(write.key(), fresh, old, come);
    }
    for (boolean text : new boolean[] {true, false}) {
      String table = text ? tables.texts() : tables.numbers();
      Flush.batch(
          connection,
          "DELETE FROM "
              + table
              + " WHERE space = ? AND type = ? AND name = ? AND content = ? AND id = ?",
          only(gone, text),
          this::bind);
      Flush.batch(
          connection,
          "INSERT INTO " + table + " (space, type, name, content, id) VALUES (?, ?, ?, ?, ?)",
          only(come, text),
          this::bind);
    }
  }

  private static void addMissing(
      Write.Key key, Map<String, IndexValue> of, Map<String, IndexValue> in, List<Row> missing) {
    of.forEach(
        (name, value) -> {
          if (!value.equals(in.get(name))) {
            missing.add(new Row(key, name, value));
          }
        });
  }

  private static List<Row> only(List<Row> rows, boolean text) {
    return rows.stream().filter(row -> row.value() instanceof IndexValue.Text == text).toList();
  }

  private void bind(PreparedStatement statement, Row row) throws SQLException {
    statement.setString(1, space);
    statement.setString(2, row.key().type());
    statement.setString(3, row.name());
    if (row.value() instanceof IndexValue.Whole whole) {
      statement.setLong(4, whole.value());
    } else if (row.value() instanceof IndexValue.Text text) {
      tables.dialect().bindKey(statement, 4, text.value());
    }
    tables.dialect().bindKey(statement, 5, row.key().id());
  }
}
