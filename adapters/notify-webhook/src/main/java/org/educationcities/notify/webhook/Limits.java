package org.educationcities.notify.webhook;

import java.time.Duration;
import java.util.Objects;

/**
 * How long an attempt may take.
 *
 * @param connect for each address that is tried
 * @param read between two pieces of the answer
 * @param total for all of it, whatever the other side does
 */
record Limits(Duration connect, Duration read, Duration total) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Standard Webhooks recommends 15 to 30 seconds for a request. */
  static final Limits USUAL =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));

  Limits {
    check("connect", connect);
    check("read", read);
    check("total", total);
  }

  static void check(String name, Duration limit) {
    Objects.requireNonNull(limit, name);
    if (limit.toMillis() < 1 || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The " + name + " time limit is " + limit + "; it must be 1 ms to 10 minutes.");
    }
  }
}
