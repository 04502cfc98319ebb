package org.educationcities.resource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * One meeting of an opportunity, as it really takes place.
 *
 * @param start when it begins
 * @param end when it ends, after the start and at most 24 hours later
 * @param zone the time zone of its clocks
 */
public record Session(Instant start, Instant end, ZoneId zone) {
  /** A session of more than 0 and at most 24 hours. */
  public Session {
    if (!end.isAfter(start) || end.isAfter(start.plus(Duration.ofHours(24)))) {
      throw new IllegalArgumentException(
          "A session lasts more than 0 and at most 24 hours, not from "
              + start
              + " to "
              + end
              + ".");
    }
  }

  /** The day it begins on, by its own clocks. */
  public LocalDate date() {
    return start.atZone(zone).toLocalDate();
  }

  /** When it begins, by its own clocks. */
  public ZonedDateTime localStart() {
    return start.atZone(zone);
  }

  /** How long it lasts. */
  public Duration duration() {
    return Duration.between(start, end);
  }

  /** Whether both take place at some moment. */
  public boolean overlaps(Session other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
