package org.educationcities.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When nobody is written to unless a child's safety asks for it, by the clocks of where they live.
 * What {@linkplain EventType#isAlarm() is an alarm} is told at any hour. Thread-safe.
 */
@FunctionalInterface
public interface QuietTimes {
  /** None: everybody is written to at any hour. */
  QuietTimes NONE = (zone, now) -> Optional.empty();

  /**
   * When the quiet hours end that hold somewhere at a moment; empty if none do. After it is past it
   * is asked again.
   *
   * @throws RuntimeException if it cannot be known now: nothing is sent, and it is asked again
   *     later
   */
  Optional<Instant> endIfQuiet(ZoneId zone, Instant now);
}
