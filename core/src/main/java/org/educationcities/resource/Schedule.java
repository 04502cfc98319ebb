package org.educationcities.resource;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * When an opportunity takes place: a first meeting, how long each lasts, and a recurrence rule of
 * RFC 5545, in the time of the place itself. A session at 16:00 stays at 16:00 across changes of
 * daylight saving; one that would begin within the hour that a change leaves out begins right after
 * it, as RFC 5545 (3.3.5) says.
 *
 * @param start the first meeting by the clocks of the place; it counts only if the rule yields it
 * @param duration more than 0, at most 24 hours
 * @param rule a recurrence rule such as {@code FREQ=WEEKLY;BYDAY=TU}, or empty for a single meeting
 * @param zone the time zone of the place
 */
public record Schedule(LocalDateTime start, Duration duration, String rule, ZoneId zone) {
  /** No schedule yields more sessions than this, so that a rule by the second harms nobody. */
  public static final int MAX_SESSIONS = 1000;

  private static final Set<Frequency> SLOW_ENOUGH =
      Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

  /** What would make several sessions of a day. */
  private static final Set<String> WITHIN_A_DAY = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");

  private static final Pattern STEP = Pattern.compile("0*[1-9][0-9]{0,3}");
  private static final int LONGEST_RULE = 2_000;

  /** The parser keeps them all, for each year since the start. */
  private static final int MAX_COMBINED = 1_000;

  private static final LocalDateTime EARLIEST = LocalDate.of(1900, 1, 1).atStartOfDay();
  private static final LocalDateTime LATEST = LocalDate.of(10_000, 1, 1).atStartOfDay();
  private static final Pattern UTC_UNTIL = Pattern.compile("UNTIL=(\\d{8}T\\d{6})Z");
  private static final DateTimeFormatter UNTIL_FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /**
   * A schedule whose rule is well formed and not finer than a day.
   *
   * @throws IllegalArgumentException if the rule is not one of RFC 5545, recurs within a day, has a
   *     part twice, an INTERVAL of 0 or beyond 9999, more than 2,000 characters or lists of more
   *     than 1,000 combinations, or the duration is out of range, or the start is not of the years
   *     1900 to 9999
   */
  public Schedule {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(zone, "zone");
    if (duration.isNegative()
        || duration.isZero()
        || duration.compareTo(Duration.ofHours(24)) > 0) {
      throw new IllegalArgumentException(
          "A session lasts more than 0 and at most 24 hours, not " + duration + ".");
    }
    if (start.isBefore(EARLIEST) || !start.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          "A schedule starts in the years 1900 to 9999, not in " + start.getYear() + ".");
    }
    if (!rule.isEmpty()) {
      checkParts(rule);
      parse(rule, zone);
    }
  }

  /** A single meeting. */
  public static Schedule once(LocalDateTime start, Duration duration, ZoneId zone) {
    return new Schedule(start, duration, "", zone);
  }

  /**
   * The sessions that take place in a term: all that the rule yields, less those on holidays.
   *
   * @return in the order of time; at most {@value #MAX_SESSIONS}
   */
  public List<Session> sessionsIn(Term term, SchoolCalendar calendar) {
    ImmutableList.Builder<Session> sessions = ImmutableList.builder();
    int count = 0;
    for (LocalDateTime local : localStarts(term.last())) {
      LocalDate day = local.toLocalDate();
      if (term.contains(day) && !calendar.isHoliday(day) && count < MAX_SESSIONS) {
        ZonedDateTime begins = ZonedDateTime.of(local, zone);
        sessions.add(new Session(begins.toInstant(), begins.toInstant().plus(duration), zone));
        count++;
      }
    }
    return sessions.build();
  }

  private List<LocalDateTime> localStarts(LocalDate last) {
    if (rule.isEmpty()) {
      return List.of(start);
    }
    // The rule is expanded by the clock on the wall; java.time resolves gaps and overlaps
    // afterwards.
    LocalDateTime end = last.plusDays(1).atStartOfDay();
    return end.isBefore(start) ? List.of() : parse(rule, zone).getDates(start, start, end);
  }

  /** What the parser lets pass, though its expansion would not end or take as long. */
  private static void checkParts(String rule) {
    if (rule.length() > LONGEST_RULE) {
      throw new IllegalArgumentException(
          "A rule has at most " + LONGEST_RULE + " characters, not " + rule.length() + ".");
    }
    Set<String> names = new HashSet<>();
    long days = 1;
    for (String part : Splitter.on(';').split(rule.toUpperCase(Locale.ROOT))) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = part.substring(equals + 1);
      long values = 1 + value.chars().filter(each -> each == ',').count();
      if (!names.add(name)
          || value.indexOf('=') >= 0
          || (name.equals("INTERVAL") && !STEP.matcher(value).matches())
          || (WITHIN_A_DAY.contains(name) && values > 1)) {
        throw new IllegalArgumentException(
            "A rule has each part once, an INTERVAL of 1 to 9999 and one time of day at most.");
      }
      days *= values;
      if (days > MAX_COMBINED) {
        throw new IllegalArgumentException(
            "The lists of a rule have at most " + MAX_COMBINED + " combinations together.");
      }
    }
  }

  private static Recur<LocalDateTime> parse(String rule, ZoneId zone) {
    Recur<LocalDateTime> parsed;
    try {
      parsed = new Recur<>(untilByTheWall(rule, zone));
    } catch (RuntimeException e) {
      // Whatever the parser trips over: a day without its name is an index out of bounds to it.
      throw new IllegalArgumentException(
          "This is not a recurrence rule of RFC 5545.\n"
              + "Maybe it lacks FREQ, as in FREQ=WEEKLY;BYDAY=TU.",
          e);
    }
    if (!SLOW_ENOUGH.contains(parsed.getFrequency())) {
      throw new IllegalArgumentException(
          "A schedule recurs by the day or slower, not "
              + parsed.getFrequency()
              + ".\nMaybe make it one opportunity for each time of day.");
    }
    return parsed;
  }

  /**
   * RFC 5545 writes UNTIL in UTC; expanded by the clock on the wall, a rule needs its end by that
   * clock.
   */
  private static String untilByTheWall(String rule, ZoneId zone) {
    Matcher until = UTC_UNTIL.matcher(rule);
    if (!until.find()) {
      return rule;
    }
    LocalDateTime wall =
        LocalDateTime.parse(until.group(1), UNTIL_FORM)
            .atOffset(ZoneOffset.UTC)
            .atZoneSameInstant(zone)
            .toLocalDateTime();
    return until.replaceFirst("UNTIL=" + UNTIL_FORM.format(wall));
  }
}
