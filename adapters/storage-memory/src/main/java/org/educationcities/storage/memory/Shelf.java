package org.educationcities.storage.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/** What one space has of one type, by id and by index. Guarded by the storage's lock. */
final class Shelf {
  /** A place in an index; without an id, the place before all ids of the value. */
  private record Entry(IndexValue value, @Nullable IndexValue id) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry that) {
      int byValue = value.compareTo(that.value);
      if (byValue != 0 || id == that.id) {
        return byValue;
      }
      return id == null ? -1 : that.id == null ? 1 : id.compareTo(that.id);
    }
  }

  /** Ids as index values, which are ordered by code point. */
  private final NavigableMap<IndexValue, Entity> byId = new TreeMap<>();

  private final Map<String, NavigableSet<Entry>> indexes = new HashMap<>();

  @Nullable Entity get(String id) {
    return Entity.isId(id) ? byId.get(IndexValue.of(id)) : null;
  }

  void put(Entity entity) {
    remove(entity.id());
    IndexValue id = IndexValue.of(entity.id());
    byId.put(id, entity);
    entity
        .index()
        .forEach(
            (name, value) ->
                indexes.computeIfAbsent(name, n -> new TreeSet<>()).add(new Entry(value, id)));
  }

  void remove(String id) {
    IndexValue key = IndexValue.of(id);
    Entity old = byId.remove(key);
    if (old != null) {
      old.index()
          .forEach(
              (name, value) -> {
                NavigableSet<Entry> index = indexes.get(name);
                if (index != null) {
                  index.remove(new Entry(value, key));
                }
              });
    }
  }

  /**
   * What may match, in the query's order, from after the cursor; the caller filters. Goes by the
   * index that orders, else by that of an equality, else by id: logarithmic to the first, then
   * linear in what is looked at.
   */
  Stream<Entity> candidates(Query query, @Nullable Cursor after) {
    if (query.orderBy().isPresent()) {
      return ordered(query, query.orderBy().get(), after);
    }
    if (!query.equal().isEmpty()) {
      return equal(query, after);
    }
    NavigableMap<IndexValue, Entity> all = query.isDescending() ? byId.descendingMap() : byId;
    return (after == null ? all : all.tailMap(IndexValue.of(after.id()), false)).values().stream();
  }

  private Stream<Entity> ordered(Query query, String index, @Nullable Cursor after) {
    NavigableSet<Entry> entries = indexes.getOrDefault(index, new TreeSet<>());
    IndexValue equal = query.equal().get(index);
    if (equal != null) {
      // Any range on the same index is left to the caller's filter.
      return entities(beyond(downward(query, having(entries, equal)), after));
    }
    IndexValue from =
        query.range().filter(r -> r.index().equals(index)).map(Query.Range::from).orElse(null);
    IndexValue to =
        query.range().filter(r -> r.index().equals(index)).map(Query.Range::to).orElse(null);
    if (from != null && to != null && from.compareTo(to) > 0) {
      return Stream.empty();
    }
    if (from != null) {
      entries = entries.tailSet(new Entry(from, null), true);
    }
    if (to != null) {
      entries = entries.headSet(new Entry(to, null), false);
    }
    return entities(beyond(downward(query, entries), after));
  }

  private static NavigableSet<Entry> downward(Query query, NavigableSet<Entry> entries) {
    return query.isDescending() ? entries.descendingSet() : entries;
  }

  private Stream<Entity> equal(Query query, @Nullable Cursor after) {
    NavigableSet<Entry> fewest = null;
    IndexValue value = null;
    for (Map.Entry<String, IndexValue> asked : query.equal().entrySet()) {
      NavigableSet<Entry> entries =
          having(indexes.getOrDefault(asked.getKey(), new TreeSet<>()), asked.getValue());
      if (fewest == null || isSmaller(entries, fewest)) {
        fewest = entries;
        value = asked.getValue();
      }
    }
    if (fewest == null || value == null) {
      return Stream.empty();
    }
    NavigableSet<Entry> entries = downward(query, fewest);
    return entities(
        after == null ? entries : beyond(entries, new Entry(value, IndexValue.of(after.id()))));
  }

  /** Sizes of subsets are counted one by one: both at once, until the smaller ends. */
  private static boolean isSmaller(NavigableSet<Entry> a, NavigableSet<Entry> b) {
    var left = a.iterator();
    var right = b.iterator();
    while (left.hasNext() && right.hasNext()) {
      left.next();
      right.next();
    }
    return !left.hasNext();
  }

  private static NavigableSet<Entry> having(NavigableSet<Entry> entries, IndexValue value) {
    return entries.subSet(new Entry(value, null), true, new Entry(value, LAST_ID), true);
  }

  /** No id is greater: the last code point of Unicode as often as an id may have one. */
  private static final IndexValue LAST_ID =
      IndexValue.of(
          new String(Character.toChars(Character.MAX_CODE_POINT))
              .repeat(IndexValue.MAX_CODE_POINTS));

  private static NavigableSet<Entry> beyond(NavigableSet<Entry> entries, @Nullable Cursor after) {
    return after == null || after.value() == null
        ? entries
        : beyond(entries, new Entry(after.value(), IndexValue.of(after.id())));
  }

  private static NavigableSet<Entry> beyond(NavigableSet<Entry> entries, Entry last) {
    // A cursor before the first or after the last is outside a subset's range, and then refused.
    if (entries.isEmpty()) {
      return entries;
    }
    boolean up = entries.comparator() == null;
    int first = last.compareTo(entries.first());
    int end = last.compareTo(entries.last());
    if (up ? first < 0 : first > 0) {
      return entries;
    }
    if (up ? end >= 0 : end <= 0) {
      return new TreeSet<>();
    }
    return entries.tailSet(last, false);
  }

  private Stream<Entity> entities(NavigableSet<Entry> entries) {
    return entries.stream().map(entry -> byId.get(entry.id()));
  }
}
