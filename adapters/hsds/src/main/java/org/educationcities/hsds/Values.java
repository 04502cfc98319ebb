package org.educationcities.hsds;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.RefusedRow;
import org.educationcities.resource.Schedule;
import org.jspecify.annotations.Nullable;

/** Fields of a row or an object, whichever it is, and what is made of them. */
interface Values {
  @Nullable String text(String field);

  Problem problem(String field, String code, String reason);

  RefusedRow refuse(String field, String code, String reason);

  default String id(String field) {
    String id = text(field);
    if (id == null) {
      throw refuse(field, "field-empty", "The field is empty and must be filled.");
    }
    if (id.length() > 255 || id.chars().anyMatch(Character::isISOControl)) {
      throw refuse(
          field, "id-malformed", "An id has 1 to 255 characters and no control characters.");
    }
    return id;
  }

  default String name(String field) {
    String name = text(field);
    if (name == null) {
      throw refuse(field, "field-empty", "The field is empty and must be filled.");
    }
    if (name.length() > 500) {
      throw refuse(field, "name-too-long", "A name has at most 500 characters.");
    }
    return name;
  }

  default <T> @Nullable T parsed(
      String field, Function<String, T> parse, String code, String reason) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      // Each parser has exceptions of its own for what it does not take.
      throw refuse(field, code, reason);
    }
  }

  default @Nullable Double number(String field) {
    return parsed(
        field,
        text -> {
          if (!text.matches("-?[0-9]{1,12}([.][0-9]{1,20})?")) {
            throw new IllegalArgumentException();
          }
          return Double.valueOf(text);
        },
        "number-malformed",
        "This is not a number.");
  }

  /** A schedule with what of it RFC 5545 allows together, or null if it recurs by nothing. */
  default @Nullable HsdsSchedule schedule(List<Problem> notes) {
    String days = text("byday");
    String told = text("freq");
    String freq = told != null ? told.toUpperCase(Locale.ROOT) : days == null ? null : "WEEKLY";
    if (freq == null) {
      return null;
    }
    List<String> parts = new ArrayList<>(List.of("FREQ=" + freq));
    add(parts, "INTERVAL", text("interval"));
    add(parts, "WKST", text("wkst"));
    add(parts, "BYDAY", days);
    String dayOfMonth = text("bymonthday");
    if (freq.equals("MONTHLY") || freq.equals("YEARLY")) {
      add(parts, "BYMONTHDAY", dayOfMonth);
    } else if (dayOfMonth != null) {
      notes.add(
          problem(
              "bymonthday",
              "schedule-simplified",
              "RFC 5545 allows no days of the month here; they were left out."));
    }
    if (freq.equals("YEARLY")) {
      add(parts, "BYWEEKNO", text("byweekno"));
      add(parts, "BYYEARDAY", text("byyearday"));
    }
    LocalDate until =
        parsed("until", LocalDate::parse, "date-malformed", "A day is written as in 2026-09-01.");
    if (until != null) {
      parts.add("UNTIL=" + until.toString().replace("-", "") + "T235959Z");
    } else {
      add(parts, "COUNT", text("count"));
    }
    String rule;
    try {
      rule =
          new Schedule(
                  LocalDate.EPOCH.atStartOfDay(),
                  Duration.ofHours(1),
                  String.join(";", parts),
                  ZoneOffset.UTC)
              .rule();
    } catch (RuntimeException e) {
      throw refuse(
          "freq",
          "rule-malformed",
          "These fields make no recurrence rule of RFC 5545 by the day or slower.");
    }
    return new HsdsSchedule(rule, first(), hour("opens_at"), hour("closes_at"));
  }

  private @Nullable LocalDate first() {
    LocalDate start =
        parsed("dtstart", LocalDate::parse, "date-malformed", "A day is written as in 2026-09-01.");
    return start != null
        ? start
        : parsed(
            "valid_from", LocalDate::parse, "date-malformed", "A day is written as in 2026-09-01.");
  }

  private @Nullable LocalTime hour(String field) {
    return parsed(
        field,
        text -> {
          if (!text.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?")) {
            throw new IllegalArgumentException();
          }
          return LocalTime.parse(text.substring(0, 5));
        },
        "hour-malformed",
        "An hour is written as in 16:00.");
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + "=" + value.replace(" ", "").toUpperCase(Locale.ROOT));
    }
  }
}
