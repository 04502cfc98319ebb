package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;

/** Brings a transaction's writes to the database in batches, after holding what they rest on. */
final class Flush {
  private static final int BATCH = 500;

  private record Seen(long version, Map<String, IndexValue> index) {}

  private final Tables tables;
  private final Connection connection;
  private final String space;
  private final Map<Write.Key, Seen> seen = new HashMap<>();

  Flush(Tables tables, Connection connection, String space) {
    this.tables = tables;
    this.connection = connection;
    this.space = space;
  }

  /** Writes them, given in the order of their keys. */
  void write(Collection<Write> writes) throws SQLException {
    hold(writes);
    List<Write> inserts = writes.stream().filter(Write::inserts).toList();
    List<Write> updates = writes.stream().filter(w -> w.after() != null && !w.inserts()).toList();
    List<Write> deletes =
        writes.stream().filter(w -> w.deletes() && w.before() != Entity.UNSTORED).toList();
    if (tables.dialect().requiresByWriting()) {
      touch(
          writes.stream().filter(w -> w.requiresOnly() && w.before() != Entity.UNSTORED).toList());
    }
    insert(inserts);
    update(updates);
    delete(deletes);
    new IndexRows(tables, connection, space).change(writes, this::indexBefore);
  }

  /**
   * Locks and checks what must be at a version, in the order of keys. One statement for each run of
   * keys of one type that are held alike.
   */
  private void hold(Collection<Write> writes) throws SQLException {
    List<Write> run = new ArrayList<>();
    for (Write write : writes) {
      if (write.before() == Entity.UNSTORED && write.after() != null) {
        continue;
      }
      if (!run.isEmpty() && (!isLike(run.get(0), write) || run.size() == BATCH)) {
        holdRun(run);
        run.clear();
      }
      run.add(write);
    }
    if (!run.isEmpty()) {
      holdRun(run);
    }
  }

  private static boolean isLike(Write a, Write b) {
    return a.key().type().equals(b.key().type()) && a.requiresOnly() == b.requiresOnly();
  }

  private void holdRun(List<Write> run) throws SQLException {
    String type = run.get(0).key().type();
    Map<String, Seen> found =
        tables
            .dialect()
            .read(
                connection,
                tables.entity(),
                "version, indexed",
                new Dialect.RowKey(space, type),
                run.stream().map(w -> w.key().id()).toList(),
                run.get(0).requiresOnly() ? Dialect.Hold.SHARED : Dialect.Hold.ALONE,
                (id, row) -> new Seen(row.getLong(1), IndexCodec.read(row.getBytes(2))));
    for (Write write : run) {
      Seen row = found.get(write.key().id());
      long version = row == null ? Entity.UNSTORED : row.version();
      if (version != write.before()) {
        throw Write.conflict(write.key(), write.before(), version);
      }
      if (row != null) {
        seen.put(write.key(), row);
      }
    }
  }

  private Map<String, IndexValue> indexBefore(Write write) {
    Seen row = seen.get(write.key());
    return row == null ? Map.of() : row.index();
  }

  private void insert(List<Write> inserts) throws SQLException {
    batch(
        "INSERT INTO "
            + tables.entity()
            + " (version, format, payload, indexed, space, type, id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        inserts,
        (statement, write) -> bindAfter(statement, write));
  }

  private void update(List<Write> updates) throws SQLException {
    compareAndSet(
        "UPDATE "
            + tables.entity()
            + " SET version = ?, format = ?, payload = ?, indexed = ?"
            + " WHERE space = ? AND type = ? AND id = ? AND version = ?",
        updates,
        (statement, write) -> {
          bindAfter(statement, write);
          statement.setLong(8, write.before());
        });
  }

  /**
   * Writes what is only required back as it is: a lock alone may have answered with a row that was
   * stale.
   */
  private void touch(List<Write> requires) throws SQLException {
    compareAndSet(
        "UPDATE "
            + tables.entity()
            + " SET version = version WHERE space = ? AND type = ? AND id = ? AND version = ?",
        requires,
        (statement, write) -> {
          bindKey(statement, 1, write);
          statement.setLong(4, write.before());
        });
  }

  private void bindAfter(PreparedStatement statement, Write write) throws SQLException {
    Entity after = Objects.requireNonNull(write.after(), "after");
    statement.setLong(1, after.version());
    statement.setInt(2, after.format());
    statement.setBytes(3, after.payload());
    statement.setBytes(4, IndexCodec.write(after.index()));
    bindKey(statement, 5, write);
  }

  private void delete(List<Write> deletes) throws SQLException {
    compareAndSet(
        "DELETE FROM "
            + tables.entity()
            + " WHERE space = ? AND type = ? AND id = ? AND version = ?",
        deletes,
        (statement, write) -> {
          bindKey(statement, 1, write);
          statement.setLong(4, write.before());
        });
  }

  /**
   * Runs a batch whose statements each name the version that must be there. What was held may have
   * been read before others committed (H2 lost an increment so), so the count of rows decides, not
   * the lock.
   */
  private void compareAndSet(String sql, List<Write> writes, Binder<Write> binder)
      throws SQLException {
    for (int from = 0; from < writes.size(); from += BATCH) {
      List<Write> some = writes.subList(from, Math.min(writes.size(), from + BATCH));
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (Write write : some) {
          binder.bind(statement, write);
          statement.addBatch();
        }
        int[] counts = statement.executeBatch();
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] == 0) {
            throw Write.changed(some.get(i).key(), some.get(i).before());
          }
        }
      }
    }
  }

  private void bindKey(PreparedStatement statement, int from, Write write) throws SQLException {
    statement.setString(from, space);
    statement.setString(from + 1, write.key().type());
    tables.dialect().bindKey(statement, from + 2, write.key().id());
  }

  private void batch(String sql, List<Write> writes, Binder<Write> binder) throws SQLException {
    batch(connection, sql, writes, binder);
  }

  /** Binds one element of a batch. */
  interface Binder<T> {
    void bind(PreparedStatement statement, T element) throws SQLException;
  }

  static <T> void batch(Connection connection, String sql, List<T> elements, Binder<T> binder)
      throws SQLException {
    if (elements.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T element : elements) {
        binder.bind(statement, element);
        statement.addBatch();
        waiting++;
        if (waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }
}
