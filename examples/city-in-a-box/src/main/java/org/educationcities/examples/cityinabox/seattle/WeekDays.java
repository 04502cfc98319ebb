package org.educationcities.examples.cityinabox.seattle;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days of the week, read from "M - F", "Fridays and Saturdays", "Mon, Sat" and their like. */
final class WeekDays {
  private static final Pattern SPAN =
      Pattern.compile("\\b(m|mon\\w*|tue\\w*)\\s*(?:-|–|to)\\s*(f|thu\\w*|fri\\w*)\\b");
  private static final Pattern DAY = Pattern.compile("\\b(mon|tue|wed|thu|fri|sat|sun)");

  private WeekDays() {}

  /** The days in a text; empty where it names none. */
  static Set<DayOfWeek> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Matcher span = SPAN.matcher(lower);
    if (span.find()) {
      DayOfWeek first = day(span.group(1));
      DayOfWeek last = day(span.group(2));
      if (first != null && last != null && first.compareTo(last) <= 0) {
        days.addAll(EnumSet.range(first, last));
        return days;
      }
    }
    Matcher day = DAY.matcher(lower);
    while (day.find()) {
      DayOfWeek found = day(day.group(1));
      if (found != null) {
        days.add(found);
      }
    }
    return days;
  }

  private static @Nullable DayOfWeek day(String text) {
    return switch (text.substring(0, Math.min(3, text.length()))) {
      case "m", "mon" -> DayOfWeek.MONDAY;
      case "tue" -> DayOfWeek.TUESDAY;
      case "wed" -> DayOfWeek.WEDNESDAY;
      case "thu" -> DayOfWeek.THURSDAY;
      case "f", "fri" -> DayOfWeek.FRIDAY;
      case "sat" -> DayOfWeek.SATURDAY;
      case "sun" -> DayOfWeek.SUNDAY;
      default -> null;
    };
  }
}
