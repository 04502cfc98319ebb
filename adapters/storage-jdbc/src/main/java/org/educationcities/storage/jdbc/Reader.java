package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Page;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities by id and by query.
 *
 * <p>How a query is answered does not hang on a planner's statistics. Where a condition on another
 * index than the one that orders leaves few enough entities, they are read and sorted here; else
 * the ordering index is walked and what does not match is passed over.
 */
final class Reader {
  /** So many entities are read and sorted at once. */
  private static final int FEW = 2000;

  private static final int STRIDE = 500;

  private final Tables tables;
  private final Connection connection;
  private final Space space;

  Reader(Tables tables, Connection connection, Space space) {
    this.tables = tables;
    this.connection = connection;
    this.space = space;
  }

  Map<String, Entity> find(String type, Collection<String> ids) throws SQLException {
    Map<String, Entity> found = new LinkedHashMap<>();
    List<String> all = ids.stream().filter(Entity::isId).toList();
    for (int from = 0; from < all.size(); from += STRIDE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + STRIDE));
      found.putAll(
          tables
              .dialect()
              .read(
                  connection,
                  tables.entity(),
                  Tables.ROW,
                  new Dialect.RowKey(space.id(), type),
                  some,
                  Dialect.Hold.NOT,
                  (id, row) ->
                      Entity.of(
                          type,
                          id,
                          row.getLong(1),
                          row.getInt(2),
                          row.getBytes(3),
                          IndexCodec.read(row.getBytes(4)))));
    }
    return found;
  }

  Page query(Query query, EntityType type) throws SQLException {
    @Nullable Cursor after = Cursor.of(space, query, type).orElse(null);
    Scan walk = walk(query, type);
    List<Scan> narrow = narrowings(query, type);
    Scan fewest = null;
    int least = Integer.MAX_VALUE;
    for (Scan scan : narrow) {
      int size = scan.first(connection, FEW + 1).size();
      if (size < least) {
        least = size;
        fewest = scan;
      }
    }
    List<Entity> found =
        fewest != null && least <= FEW
            ? sorted(query, after, fewest)
            : walked(query, walk.after(after), narrow.isEmpty());
    return Page.of(space, query, found);
  }

  /** The stretch that is in the query's order already. */
  private Scan walk(Query query, EntityType type) {
    Dialect.RowKey kind = new Dialect.RowKey(space.id(), type.name());
    if (query.orderBy().isPresent()) {
      String index = query.orderBy().get();
      Scan scan = index(query, type, index);
      IndexValue equal = query.equal().get(index);
      return equal == null ? scan : scan.content("=", equal);
    }
    if (query.equal().size() == 1) {
      Map.Entry<String, IndexValue> only = query.equal().entrySet().iterator().next();
      return index(query, type, only.getKey()).content("=", only.getValue());
    }
    return Scan.ofIds(tables, kind, query.isDescending());
  }

  /** What else restricts the answer, each by an index of its own. */
  private List<Scan> narrowings(Query query, EntityType type) {
    List<Scan> scans = new ArrayList<>();
    boolean walksEquality = query.orderBy().isEmpty() && query.equal().size() == 1;
    if (!walksEquality) {
      query
          .equal()
          .forEach(
              (index, value) -> {
                if (!index.equals(query.orderBy().orElse(null))) {
                  scans.add(index(query, type, index).content("=", value));
                }
              });
    }
    query
        .range()
        .filter(range -> !range.index().equals(query.orderBy().orElse(null)))
        .ifPresent(range -> scans.add(index(query, type, range.index())));
    return scans;
  }

  private Scan index(Query query, EntityType type, String index) {
    Scan scan =
        Scan.ofIndex(
            tables,
            new Dialect.RowKey(space.id(), type.name()),
            index,
            Objects.requireNonNull(type.indexes().get(index), "declared"),
            query.isDescending());
    query
        .range()
        .filter(range -> range.index().equals(index))
        .ifPresent(
            range -> {
              IndexValue from = range.from();
              IndexValue to = range.to();
              if (from != null) {
                scan.content(">=", from);
              }
              if (to != null) {
                scan.content("<", to);
              }
            });
    return scan;
  }

  private List<Entity> sorted(Query query, @Nullable Cursor after, Scan few) throws SQLException {
    List<String> ids = few.first(connection, FEW).stream().map(Cursor::id).toList();
    return find(query.type(), ids).values().stream()
        .filter(query::matches)
        .filter(entity -> after == null || after.isBefore(query, entity))
        .sorted(query.order())
        .limit(query.limit() + 1L)
        .toList();
  }

  private List<Entity> walked(Query query, List<Scan> scans, boolean allMatch) throws SQLException {
    List<Entity> found = new ArrayList<>();
    int wanted = query.limit() + 1;
    int stride = allMatch ? wanted : Math.max(STRIDE, wanted);
    for (Scan scan : scans) {
      List<Scan> rest = List.of(scan);
      while (!rest.isEmpty() && found.size() < wanted) {
        Scan current = rest.get(0);
        List<Cursor> places = current.first(connection, stride);
        take(query, places, found);
        rest =
            places.size() < stride
                ? rest.subList(1, rest.size())
                : scan.after(places.get(places.size() - 1));
      }
    }
    return found.size() > wanted ? found.subList(0, wanted) : found;
  }

  /** An entity whose order value changed since its place was read is where it belongs by now. */
  private void take(Query query, List<Cursor> places, List<Entity> found) throws SQLException {
    Map<String, Entity> entities = find(query.type(), places.stream().map(Cursor::id).toList());
    for (Cursor place : places) {
      Entity entity = entities.get(place.id());
      if (entity != null && query.matches(entity) && isStill(place, query, entity)) {
        found.add(entity);
      }
    }
  }

  private static boolean isStill(Cursor place, Query query, Entity entity) {
    return query.orderBy().isEmpty()
        || Objects.equals(entity.index().get(query.orderBy().get()), place.value());
  }
}
