package org.educationcities.persistence;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param <T> the kind of value
 */
public final class Listing<T> {
  private final List<Stored<T>> items;
  private final @Nullable String next;

  Listing(List<Stored<T>> items, @Nullable String next) {
    this.items = ImmutableList.copyOf(items);
    this.next = next;
  }

  /** What matched, in the order asked for. */
  public List<Stored<T>> items() {
    return items;
  }

  /** The values alone. */
  public List<T> values() {
    return items.stream().map(Stored::value).toList();
  }

  /** Where to go on, if there is more. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }
}
