package org.educationcities.spi.storage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /** What matched, in the order asked for. */
  public List<Entity> entities() {
    return entities;
  }

  /** Where to go on; empty when this was the last page. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }
}
