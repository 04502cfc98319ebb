package org.example.sis;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;

/**
 * One kind of record out of the tables: some by id, or a page in the order of the key. Two
 * statements a call, whatever the number of records.
 */
abstract class SisSource<R extends HostRecord> implements Source<R> {
  private final SisReader reader;
  private final SisId table;
  private final String key;

  /** A source of records whose ids are made of a column of a table. */
  SisSource(SisReader reader, SisId table, String key) {
    this.reader = reader;
    this.table = table;
    this.key = key;
  }

  /**
   * Selects a row for each record, its key as K; ends within a condition, to which keys are added.
   */
  abstract String rows();

  /** Selects what belongs to the records of {keys}, their key as K; empty for nothing. */
  String parts() {
    return "";
  }

  abstract R record(Row row, List<Row> parts);

  @Override
  public final Batch<R> read(Selection selection) {
    return reader.read(
        (statements, asOf) ->
            selection instanceof Selection.ByIds some
                ? byIds(statements, some, asOf)
                : page(statements, (Selection.OfAll) selection, asOf));
  }

  private Batch<R> byIds(SisReader.Statements statements, Selection.ByIds some, Instant asOf)
      throws SQLException {
    List<Integer> keys =
        some.ids().stream().flatMapToInt(id -> table.key(id).stream()).boxed().toList();
    String which = " AND " + key + " IN (" + list(keys) + ")";
    return Batch.last(records(statements, statements.ask(rows() + which)), asOf);
  }

  private Batch<R> page(SisReader.Statements statements, Selection.OfAll page, Instant asOf)
      throws SQLException {
    String cursor = page.after();
    int after = cursor == null ? 0 : Integer.parseInt(cursor);
    int limit = page.limit();
    String which =
        String.format(
            Locale.ROOT,
            " AND %s > %d ORDER BY %s FETCH FIRST %d ROWS ONLY",
            key,
            after,
            key,
            limit + 1); // the one beyond only tells that there is more
    List<Row> rows = statements.ask(rows() + which);
    if (rows.size() <= limit) {
      return Batch.last(records(statements, rows), asOf);
    }
    String next = Integer.toString(rows.get(limit - 1).key());
    return Batch.before(next, records(statements, rows.subList(0, limit)), asOf);
  }

  private List<R> records(SisReader.Statements statements, List<Row> rows) throws SQLException {
    String sql = parts().replace("{keys}", list(rows.stream().map(Row::key).toList()));
    Map<Integer, List<Row>> parts =
        sql.isEmpty()
            ? Map.of()
            : statements.ask(sql).stream().collect(Collectors.groupingBy(Row::key));
    return rows.stream().map(row -> record(row, parts.getOrDefault(row.key(), List.of()))).toList();
  }

  private static String list(List<Integer> keys) {
    return keys.isEmpty()
        ? "0"
        : keys.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
