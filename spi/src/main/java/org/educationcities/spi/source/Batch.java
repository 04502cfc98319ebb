package org.educationcities.spi.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source answers. Immutable.
 *
 * @param <R> the kind of record
 */
public final class Batch<R> {
  private final List<R> records;
  private final @Nullable String next;
  private final Instant asOf;

  private Batch(List<R> records, @Nullable String next, Instant asOf) {
    this.records = List.copyOf(records);
    this.next = next;
    this.asOf = Objects.requireNonNull(asOf, "asOf");
  }

  /** The last page, or an answer by ids. */
  public static <R> Batch<R> last(List<R> records, Instant asOf) {
    return new Batch<>(records, null, asOf);
  }

  /** A page after which there may be more. */
  public static <R> Batch<R> before(String next, List<R> records, Instant asOf) {
    return new Batch<>(records, Objects.requireNonNull(next, "next"), asOf);
  }

  /** The records. */
  public List<R> records() {
    return records;
  }

  /** Where to go on; empty when this was the last page. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }

  /** The moment at which all of this was true on the host's side. */
  public Instant asOf() {
    return asOf;
  }
}
