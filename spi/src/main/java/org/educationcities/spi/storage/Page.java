package org.educationcities.spi.storage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.spi.Space;
import org.jspecify.annotations.Nullable;

/** One page of the answer to a {@link Query}. Immutable. */
public final class Page {
  private final List<Entity> entities;
  private final @Nullable String next;

  private Page(List<Entity> entities, @Nullable String next) {
    this.entities = List.copyOf(entities);
    this.next = next;
  }

  /** The last page. */
  public static Page last(List<Entity> entities) {
    return new Page(entities, null);
  }

  /**
   * A page after which there may be more.
   *
   * @param cursor opaque to the caller; to be passed to {@link Query.Builder#after}
   */
  public static Page before(String cursor, List<Entity> entities) {
    return new Page(entities, Objects.requireNonNull(cursor, "cursor"));
  }

  /**
   * The page of a query whose matches after its cursor are these: a convenience for adapters.
   *
   * @param found what matches, in order, at least one more than the query's limit where there is
   *     more; the surplus is cut off
   */
  public static Page of(Space space, Query query, List<Entity> found) {
    if (found.size() <= query.limit()) {
      return last(found);
    }
    List<Entity> kept = found.subList(0, query.limit());
    return before(Cursor.after(space, query, kept.get(kept.size() - 1)), kept);
  }

  /** What matched, in the order asked for. */
  public List<Entity> entities() {
    return entities;
  }

  /** Where to go on; empty when this was the last page. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }
}
