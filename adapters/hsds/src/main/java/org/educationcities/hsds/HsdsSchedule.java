package org.educationcities.hsds;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.resource.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * When a service is open.
 *
 * @param rule a recurrence rule of RFC 5545
 * @param from the first day it holds, or null
 * @param opensAt by the clocks of the place, or null
 * @param closesAt by the clocks of the place, or null
 */
public record HsdsSchedule(
    String rule,
    @Nullable LocalDate from,
    @Nullable LocalTime opensAt,
    @Nullable LocalTime closesAt) {
  /** A schedule with a rule. */
  public HsdsSchedule {
    Objects.requireNonNull(rule, "rule");
  }

  /**
   * The schedule of sessions as long as it is open, if both hours are told and in order.
   *
   * @param otherwise the first day, if it tells none
   */
  public Optional<Schedule> toSchedule(LocalDate otherwise, ZoneId zone) {
    if (opensAt == null || closesAt == null || !closesAt.isAfter(opensAt)) {
      return Optional.empty();
    }
    LocalDate first = from == null ? otherwise : from;
    return Optional.of(
        new Schedule(first.atTime(opensAt), Duration.between(opensAt, closesAt), rule, zone));
  }
}
