package org.example.sis;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is set by hand, since the example tells of two years. A host has its own. */
public final class SisClock extends Clock {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

  private volatile Instant now;

  /** A clock that stands at a moment. */
  public SisClock(String now) {
    this.now = Instant.parse(now);
  }

  /** Sets it. */
  public void to(String moment) {
    now = Instant.parse(moment);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
