package org.educationcities.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovingClock extends Clock {
  private volatile Instant now;

  /** A clock that stands at a moment. */
  public MovingClock(String now) {
    this.now = Instant.parse(now);
  }

  /** Moves to a moment. */
  public void to(String moment) {
    now = Instant.parse(moment);
  }

  /** Moves on. */
  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
