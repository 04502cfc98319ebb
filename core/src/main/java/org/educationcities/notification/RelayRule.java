package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How hard the relay tries.
 *
 * @param attempts after how many a message is a dead letter, 1 or more
 * @param firstDelay how long it waits after the first failure; doubled after each further one
 * @param longestDelay the longest it waits by itself
 * @param lease how long a recipient's messages are one relay's alone; must exceed the time limit of
 *     the channel
 * @param greatestAge the age from which a message is a dead letter rather than sent
 */
public record RelayRule(
    int attempts,
    Duration firstDelay,
    Duration longestDelay,
    Duration lease,
    Duration greatestAge) {

  /** 12 attempts, from 30 seconds to 6 hours apart, within 7 days, on leases of 2 minutes. */
  public static final RelayRule STANDARD =
      new RelayRule(
          12,
          Duration.ofSeconds(30),
          Duration.ofHours(6),
          Duration.ofMinutes(2),
          Duration.ofDays(7));

  /** A rule whose durations are above 0. */
  public RelayRule {
    if (attempts < 1) {
      throw new IllegalArgumentException("There is 1 attempt or more, not " + attempts + ".");
    }
    for (Duration each : new Duration[] {firstDelay, longestDelay, lease, greatestAge}) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException("The durations of a relay are above 0, not " + each);
      }
    }
  }

  /**
   * How long to wait after so many failures: exponential, half of it by chance, so that those who
   * failed together do not come back together.
   *
   * @param failures 1 or more
   */
  Duration delayAfter(int failures, RandomGenerator random) {
    long most = longestDelay.toMillis();
    long first = Math.max(1, firstDelay.toMillis());
    long exponential = Math.min(most, first << Math.min(failures - 1, 30));
    if (exponential <= 0) {
      exponential = most;
    }
    return Duration.ofMillis(exponential - exponential / 2 + random.nextLong(exponential / 2 + 1));
  }

  boolean isTooOld(Instant occurredAt, Instant now) {
    return occurredAt.plus(greatestAge).isBefore(now);
  }
}
