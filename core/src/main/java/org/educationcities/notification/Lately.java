package org.educationcities.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a relay last succeeded and last failed, as far as this process knows. Thread-safe. */
final class Lately {
  private @Nullable Instant success;
  private @Nullable Instant failure;
  private @Nullable String reason;

  synchronized void succeeded(Instant now) {
    success = now;
  }

  synchronized void failed(Instant now, String why) {
    failure = now;
    reason = why;
  }

  synchronized RelayHealth with(OutboxCounts counts) {
    return new RelayHealth(counts, success, failure, reason);
  }
}
