package org.educationcities.circle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When a class is at school, by its own clocks.
 *
 * @param zone the time zone of its clocks
 * @param days on which days of the week
 * @param from from when
 * @param to until when, after {@code from}
 */
public record TwinWindow(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  /** A window of at least one day, within a day. */
  public TwinWindow {
    Objects.requireNonNull(zone, "zone");
    days = Set.copyOf(days);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "A class is at school on some days, from a time to a later one, not "
              + from
              + " to "
              + to
              + ".");
    }
  }

  /**
   * A time of the week at which both are at school.
   *
   * @param day the day of the week by the first one's clocks
   * @param least how long they have at least, in every week looked at: clocks may be changed on
   *     different dates
   */
  public record Meeting(DayOfWeek day, Duration least) {}

  /**
   * The day of the week on which two have most time together in every week of a stretch; the
   * earliest of equal ones.
   *
   * @param first the first day of the stretch
   * @param last its last day, at most 400 days later
   * @return empty if there is no day of the week on which they always meet
   */
  public static Optional<Meeting> between(
      TwinWindow one, TwinWindow other, LocalDate first, LocalDate last) {
    if (last.isBefore(first) || last.isAfter(first.plusDays(400))) {
      throw new IllegalArgumentException(
          "A stretch ends within 400 days, not from " + first + " to " + last + ".");
    }
    Map<DayOfWeek, Duration> least = new EnumMap<>(DayOfWeek.class);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (one.days().contains(day.getDayOfWeek())) {
        Duration together = one.together(day, other);
        least.merge(day.getDayOfWeek(), together, TwinWindow::shorter);
      }
    }
    Meeting best = null;
    for (DayOfWeek day : EnumSet.copyOf(one.days())) {
      Duration together = least.getOrDefault(day, Duration.ZERO);
      if (together.compareTo(best == null ? Duration.ZERO : best.least()) > 0) {
        best = new Meeting(day, together);
      }
    }
    return Optional.ofNullable(best);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** How long both are at school on one's day; the other's may be a day before or after. */
  private Duration together(LocalDate day, TwinWindow other) {
    Duration longest = Duration.ZERO;
    for (int shift = -1; shift <= 1; shift++) {
      LocalDate theirs = day.plusDays(shift);
      if (!other.days.contains(theirs.getDayOfWeek())) {
        continue;
      }
      Instant begins = later(at(day, from), other.at(theirs, other.from));
      Instant ends = earlier(at(day, to), other.at(theirs, other.to));
      if (begins.isBefore(ends)) {
        Duration overlap = Duration.between(begins, ends);
        longest = overlap.compareTo(longest) > 0 ? overlap : longest;
      }
    }
    return longest;
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
