package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of one index, or of the ids, in order. Each of its statements is an equality on the
 * first columns of one table's primary key and a range on the next, with the key's own order: the
 * shape that every planner answers by walking the key.
 */
final class Scan {
  private final Tables tables;
  private final Dialect.RowKey kind;
  private final @Nullable String index;
  private final @Nullable IndexType holds;
  private final boolean descending;
  private final List<Object> values = new ArrayList<>();
  private final StringBuilder where = new StringBuilder("space = ? AND type = ?");

  private Scan(
      Tables tables,
      Dialect.RowKey kind,
      @Nullable String index,
      @Nullable IndexType holds,
      boolean descending) {
    this.tables = tables;
    this.kind = kind;
    this.index = index;
    this.holds = holds;
    this.descending = descending;
    values.add(kind.space());
    values.add(kind.type());
    if (index != null) {
      where.append(" AND name = ?");
      values.add(index);
    }
  }

  static Scan ofIds(Tables tables, Dialect.RowKey kind, boolean descending) {
    return new Scan(tables, kind, null, null, descending);
  }

  static Scan ofIndex(
      Tables tables, Dialect.RowKey kind, String index, IndexType holds, boolean descending) {
    return new Scan(tables, kind, index, holds, descending);
  }

  private Scan copy() {
    Scan copy = new Scan(tables, kind, index, holds, descending);
    copy.where.setLength(0);
    copy.where.append(where);
    copy.values.clear();
    copy.values.addAll(values);
    return copy;
  }

  Scan content(String operator, IndexValue value) {
    where.append(" AND content ").append(operator).append(" ?");
    values.add(value);
    return this;
  }

  private Scan beyondId(String id) {
    where.append(descending ? " AND id < ?" : " AND id > ?");
    values.add(IndexValue.of(id));
    return this;
  }

  /** The stretches that go on after a cursor, one after the other. */
  List<Scan> after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return List.of(this);
    }
    IndexValue value = cursor.value();
    if (value == null) {
      return List.of(copy().beyondId(cursor.id()));
    }
    return List.of(
        copy().content("=", value).beyondId(cursor.id()),
        copy().content(descending ? "<" : ">", value));
  }

  /** The first so many places of the stretch, in order. */
  List<Cursor> first(Connection connection, int limit) throws SQLException {
    String by = descending ? " DESC" : "";
    String content = index == null ? "" : "content" + by + ", ";
    String prefix = index == null ? "" : ", name" + by;
    String sql =
        "SELECT id"
            + (index == null ? "" : ", content")
            + " FROM "
            + table()
            + " WHERE "
            + where
            + " ORDER BY space"
            + by
            + ", type"
            + by
            + prefix
            + ", "
            + content
            + "id"
            + by
            + " LIMIT ?";
    List<Cursor> places = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      for (Object value : values) {
        bind(statement, at++, value);
      }
      statement.setInt(at, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          places.add(new Cursor(value(rows), tables.dialect().readKey(rows, 1)));
        }
      }
    }
    return places;
  }

  private @Nullable IndexValue value(ResultSet rows) throws SQLException {
    if (holds == null) {
      return null;
    }
    return holds == IndexType.NUMBER
        ? IndexValue.of(rows.getLong(2))
        : IndexValue.of(tables.dialect().readKey(rows, 2));
  }

  private String table() {
    return holds == null
        ? tables.entity()
        : holds == IndexType.NUMBER ? tables.numbers() : tables.texts();
  }

  private void bind(PreparedStatement statement, int at, Object value) throws SQLException {
    if (value instanceof IndexValue.Whole whole) {
      statement.setLong(at, whole.value());
    } else if (value instanceof IndexValue.Text text) {
      tables.dialect().bindKey(statement, at, text.value());
    } else {
      statement.setString(at, (String) value);
    }
  }
}
