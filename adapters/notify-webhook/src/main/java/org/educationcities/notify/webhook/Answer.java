package org.educationcities.notify.webhook;

import java.time.Duration;
import java.time.Instant;
import org.educationcities.spi.notification.DeliveryResult;
import org.jspecify.annotations.Nullable;

/** What a receiver's answer means: its status and its wish to be left alone, never its text. */
final class Answer {

  private Answer() {}

  static DeliveryResult meaning(int status, @Nullable String retryAfter, Instant now) {
    if (status >= 200 && status < 300) {
      return new DeliveryResult.Accepted();
    }
    if (status >= 300 && status < 400) {
      // To follow it would post to where nobody was checked.
      return new DeliveryResult.Refused("redirect-not-followed");
    }
    String reason = "http-" + status;
    if (isPassing(status)) {
      Duration wait = retryAfter == null ? null : RetryAfter.parse(retryAfter, now);
      return new DeliveryResult.RetryLater(reason, wait);
    }
    return new DeliveryResult.Refused(reason);
  }

  /**
   * Whether another attempt may succeed: every server error, and of the client errors those that
   * say so themselves (RFC 9110, 15.5.9; RFC 8470; RFC 6585).
   */
  private static boolean isPassing(int status) {
    return status < 200 || status >= 500 || status == 408 || status == 425 || status == 429;
  }
}
