package org.educationcities.notification;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a relay is doing.
 *
 * @param counts what waits in the outbox, for whichever relay
 * @param lastSuccess when this relay last handed a message over, or null if it never did
 * @param lastFailure when this relay last failed to, or null if it never did
 * @param lastFailureReason the code of that failure, or null
 */
public record RelayHealth(
    OutboxCounts counts,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastFailure,
    @Nullable String lastFailureReason) {
  /** A health. */
  public RelayHealth {
    Objects.requireNonNull(counts, "counts");
  }
}
