package org.educationcities.spi.storage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one tiny query there is: a type, equalities on declared indexes, at most one range, one
 * order, a limit and a cursor.
 *
 * <ul>
 *   <li><b>STO-40</b> All equalities and the range must hold. An entity without a value for one of
 *       their indexes does not match.
 *   <li><b>STO-41</b> Without an order, by id; with one, by that index and then by id, and entities
 *       without a value for it do not appear. Descending turns both round.
 *   <li><b>STO-42</b> A cursor goes on after the last entity returned, by its order value and id,
 *       not by a count.
 *   <li><b>STO-43</b> Over all pages, an entity that matches all the while with its order value
 *       unchanged appears exactly once, whatever others write meanwhile.
 *   <li><b>STO-44</b> A page has at most {@code limit} entities; only the last page has no cursor.
 *       A page may be empty and have none.
 *   <li><b>STO-45</b> A cursor stays good in other transactions, and after close and reopen where
 *       DURABLE is declared. One of another type, order, space or one that is malformed is an
 *       {@link IllegalArgumentException}.
 * </ul>
 */
public final class Query {

  /** The largest page. */
  public static final int MAX_LIMIT = 1000;

  /**
   * A range over one index.
   *
   * @param index a declared index
   * @param from the least value, itself included, or null for no lower end
   * @param to the upper end, itself excluded, or null for none
   */
  public record Range(String index, @Nullable IndexValue from, @Nullable IndexValue to) {
    /** A range with at least one end, both of one kind. */
    public Range {
      Objects.requireNonNull(index, "index");
      if (from == null && to == null) {
        throw new IllegalArgumentException("A range over '" + index + "' has no end at all.");
      }
      if (from != null && to != null && from.type() != to.type()) {
        throw new IllegalArgumentException(
            "A range over '" + index + "' goes from " + from.type() + " to " + to.type() + ".");
      }
    }

    /** Whether a value lies in it. */
    public boolean holds(IndexValue value) {
      return (from == null || from.compareTo(value) <= 0)
          && (to == null || to.compareTo(value) > 0);
    }
  }

  private final String type;
  private final Map<String, IndexValue> equal;
  private final @Nullable Range range;
  private final @Nullable String orderBy;
  private final boolean descending;
  private final int limit;
  private final @Nullable String after;

  private Query(Builder builder) {
    type = builder.type;
    equal = Map.copyOf(builder.equal);
    range = builder.range;
    orderBy = builder.orderBy;
    descending = builder.descending;
    limit = builder.limit;
    after = builder.after;
  }

  /** Starts a query over a type; by id, a hundred at a time. */
  public static Builder over(String type) {
    return new Builder(type);
  }

  /** The name of the type asked for. */
  public String type() {
    return type;
  }

  /** The equalities, by index. */
  public Map<String, IndexValue> equal() {
    return equal;
  }

  /** The range, if there is one. */
  public Optional<Range> range() {
    return Optional.ofNullable(range);
  }

  /** The index that orders, if not the id. */
  public Optional<String> orderBy() {
    return Optional.ofNullable(orderBy);
  }

  /** Whether the order is turned round. */
  public boolean isDescending() {
    return descending;
  }

  /** The most entities a page may have: 1 to {@value #MAX_LIMIT}. */
  public int limit() {
    return limit;
  }

  /** The cursor to go on after, if any. */
  public Optional<String> after() {
    return Optional.ofNullable(after);
  }

  /** The same query, going on after a cursor. */
  public Query next(String cursor) {
    Builder builder = new Builder(type);
    builder.equal.putAll(equal);
    builder.range = range;
    builder.orderBy = orderBy;
    builder.descending = descending;
    builder.limit = limit;
    builder.after = Objects.requireNonNull(cursor, "cursor");
    return builder.build();
  }

  /**
   * What is wrong with this query for the type it asks for.
   *
   * @throws IllegalArgumentException if it names an index that is not declared, or compares it with
   *     another kind of value
   */
  public void check(EntityType declared) {
    equal.forEach(declared::check);
    if (range != null) {
      declared.check(range.index(), range.from());
      declared.check(range.index(), range.to());
    }
    if (orderBy != null) {
      declared.check(orderBy, null);
    }
  }

  /** Whether an entity of this type is asked for, by STO-40 and STO-41; the cursor aside. */
  public boolean matches(Entity entity) {
    Map<String, IndexValue> index = entity.index();
    for (Map.Entry<String, IndexValue> asked : equal.entrySet()) {
      if (!asked.getValue().equals(index.get(asked.getKey()))) {
        return false;
      }
    }
    if (range != null) {
      IndexValue value = index.get(range.index());
      if (value == null || !range.holds(value)) {
        return false;
      }
    }
    return orderBy == null || index.containsKey(orderBy);
  }

  /** The order of STO-41, over entities that {@link #matches match}. */
  public Comparator<Entity> order() {
    Comparator<Entity> byId = (a, b) -> TextRule.compareByCodePoint(a.id(), b.id());
    String by = orderBy;
    Comparator<Entity> upward =
        by == null
            ? byId
            : Comparator.<Entity, IndexValue>comparing(e -> value(e, by)).thenComparing(byId);
    return descending ? upward.reversed() : upward;
  }

  private static IndexValue value(Entity entity, String index) {
    return Objects.requireNonNull(entity.index().get(index), "an ordered entity has a value");
  }

  /** Collects the parts of a query. Not thread-safe. */
  public static final class Builder {
    private final String type;
    private final Map<String, IndexValue> equal = new LinkedHashMap<>();
    private @Nullable Range range;
    private @Nullable String orderBy;
    private boolean descending;
    private int limit = 100;
    private @Nullable String after;

    private Builder(String type) {
      this.type = Objects.requireNonNull(type, "type");
    }

    /** Only what has this value in this index. */
    public Builder where(String index, IndexValue value) {
      equal.put(Objects.requireNonNull(index, "index"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Only what has this text in this index. */
    public Builder where(String index, String value) {
      return where(index, IndexValue.of(value));
    }

    /** Only what has this number in this index. */
    public Builder where(String index, long value) {
      return where(index, IndexValue.of(value));
    }

    /** Only what lies in this range. */
    public Builder within(Range newRange) {
      range = newRange;
      return this;
    }

    /** Greatest id first. */
    public Builder descendingById() {
      orderBy = null;
      descending = true;
      return this;
    }

    /** Least first by this index, then by id. */
    public Builder ascendingBy(String index) {
      orderBy = Objects.requireNonNull(index, "index");
      descending = false;
      return this;
    }

    /** Greatest first by this index, then by id. */
    public Builder descendingBy(String index) {
      orderBy = Objects.requireNonNull(index, "index");
      descending = true;
      return this;
    }

    /**
     * At most this many a page.
     *
     * @throws IllegalArgumentException if not 1 to {@value Query#MAX_LIMIT}
     */
    public Builder limit(int newLimit) {
      if (newLimit < 1 || newLimit > MAX_LIMIT) {
        throw new IllegalArgumentException(
            "A page has 1 to " + MAX_LIMIT + " entities, not " + newLimit + ".");
      }
      limit = newLimit;
      return this;
    }

    /** Goes on after a cursor that a {@link Page} of the same query gave. */
    public Builder after(String cursor) {
      after = Objects.requireNonNull(cursor, "cursor");
      return this;
    }

    /** The query. */
    public Query build() {
      return new Query(this);
    }
  }
}
