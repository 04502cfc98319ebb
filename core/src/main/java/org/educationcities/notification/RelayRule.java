package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How hard the relay tries, and how much may wait for it.
 *
 * <p>What waits is bounded, and what is beyond a bound becomes a dead letter: listed, and sent when
 * a person resends it. A change is never refused because its event finds the outbox full: that a
 * child is no longer cleared must commit though no mail goes out.
 *
 * @param attempts after how many a message is a dead letter, 1 or more
 * @param firstDelay how long it waits after the first failure; doubled after each further one
 * @param longestDelay the longest it waits by itself
 * @param lease how long a recipient's messages are one relay's alone; must exceed the time limit of
 *     the channel
 * @param greatestAge the age from which a message is a dead letter ({@code too-old}) rather than
 *     sent; no wait that a receiver asks for, and none for quiet hours, reaches beyond it
 * @param mostForOne how many messages may wait for one recipient, 1 or more; those beyond are dead
 *     letters ({@code mailbox-full}) as they are made
 * @param mostEvents how many events may wait for their messages to be made, 1 or more; the oldest
 *     beyond become dead letters ({@code outbox-full}) within a minute of being seen by a relay;
 *     alarms are none of them
 */
public record RelayRule(
    int attempts,
    Duration firstDelay,
    Duration longestDelay,
    Duration lease,
    Duration greatestAge,
    int mostForOne,
    int mostEvents) {

  /**
   * 12 attempts, from 30 seconds to 6 hours apart, within 7 days, on leases of 2 minutes; 10,000
   * messages for one recipient and 1,000,000 events.
   */
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
    if (mostForOne < 1 || mostEvents < 1) {
      throw new IllegalArgumentException(
          "1 message and 1 event or more may wait, not " + mostForOne + " and " + mostEvents + ".");
    }
  }

  /** A rule with the bounds of {@link #STANDARD} on what waits. */
  public RelayRule(
      int attempts,
      Duration firstDelay,
      Duration longestDelay,
      Duration lease,
      Duration greatestAge) {
    this(attempts, firstDelay, longestDelay, lease, greatestAge, 10_000, 1_000_000);
  }

  /** The same with other bounds on what waits for one recipient, and on events. */
  public RelayRule withBounds(int newMostForOne, int newMostEvents) {
    return new RelayRule(
        attempts, firstDelay, longestDelay, lease, greatestAge, newMostForOne, newMostEvents);
  }

  /**
   * How long to wait after so many failures: exponential, half of it by chance, so that those who
   * failed together do not come back together.
   *
   * @param failures 1 or more
   */
  Duration delayAfter(int failures, RandomGenerator random) {
    return jittered(firstDelay, longestDelay, failures, random);
  }

  static Duration jittered(Duration first, Duration longest, int failures, RandomGenerator random) {
    long most = longest.toMillis();
    long exponential = Math.min(most, Math.max(1, first.toMillis()) << Math.min(failures - 1, 30));
    if (exponential <= 0) {
      exponential = most;
    }
    return Duration.ofMillis(exponential - exponential / 2 + random.nextLong(exponential / 2 + 1));
  }

  boolean isTooOld(Instant since, Instant now) {
    return since.plus(greatestAge).isBefore(now);
  }

  /** When a message is tried again: never later than when it is given up as too old. */
  Instant again(Instant since, Instant now, Duration own, Duration asked) {
    Duration wait = own.compareTo(asked) < 0 ? asked : own;
    if (wait.compareTo(greatestAge) > 0) {
      wait = greatestAge;
    }
    Instant then = now.plus(wait);
    Instant last = since.plus(greatestAge).plusMillis(1);
    return then.isAfter(last) && last.isAfter(now) ? last : then;
  }
}
