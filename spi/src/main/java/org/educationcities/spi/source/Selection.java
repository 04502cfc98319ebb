package org.educationcities.spi.source;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which records are asked for: some by id, or one page of all. */
public sealed interface Selection {

  /** The most ids or records of one call. */
  int MAX_SIZE = 1000;

  /**
   * Some by id; those that do not exist are left out of the answer.
   *
   * @param ids 1 to {@value Selection#MAX_SIZE}
   */
  record ByIds(Set<String> ids) implements Selection {
    /** A selection by ids. */
    public ByIds {
      ids = Set.copyOf(ids);
      if (ids.isEmpty() || ids.size() > MAX_SIZE) {
        throw new IllegalArgumentException(
            "1 to " + MAX_SIZE + " ids are asked for at once, not " + ids.size() + ".");
      }
    }
  }

  /**
   * One page of all.
   *
   * @param after what the batch before gave as {@link Batch#next()}, or null for the first page
   * @param limit 1 to {@value Selection#MAX_SIZE}
   */
  record OfAll(@Nullable String after, int limit) implements Selection {
    /** A page of a size within its range. */
    public OfAll {
      if (limit < 1 || limit > MAX_SIZE) {
        throw new IllegalArgumentException(
            "A page has 1 to " + MAX_SIZE + " records, not " + limit + ".");
      }
    }
  }

  /** Some by id. */
  static Selection byIds(Set<String> ids) {
    return new ByIds(ids);
  }

  /** The first page of all, as large as allowed. */
  static Selection first() {
    return new OfAll(null, MAX_SIZE);
  }

  /** The page after a batch. */
  static Selection after(String next) {
    return new OfAll(next, MAX_SIZE);
  }
}
