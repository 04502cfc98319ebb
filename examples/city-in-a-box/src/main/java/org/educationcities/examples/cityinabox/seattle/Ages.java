package org.educationcities.examples.cityinabox.seattle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.educationcities.people.AgeRange;

/** Ages, read from "16-22 years", "15+", "Grades 9-12" and their like. */
final class Ages {
  private static final Pattern LESS = Pattern.compile("at least (\\d+).*less than (\\d+)");
  private static final Pattern GRADES = Pattern.compile("grades (\\d+)\\s*-\\s*(\\d+)");
  private static final Pattern SPAN = Pattern.compile("(\\d+)\\s*-\\s*(\\d+)");
  private static final Pattern FROM = Pattern.compile("(\\d+)\\s*(?:yrs?)?\\s*\\+");
  private static final Pattern UP_TO = Pattern.compile("(\\d+) and younger");

  private Ages() {}

  /** The ages in a text, if it tells any that make sense. */
  static Optional<AgeRange> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("all ages")) {
      return Optional.of(AgeRange.ALL);
    }
    if (lower.contains("k-12")) {
      return Optional.of(new AgeRange(5, 18));
    }
    if (lower.contains("high school seniors")) {
      return Optional.of(new AgeRange(17, 19));
    }
    Matcher less = LESS.matcher(lower);
    if (less.find()) {
      return range(number(less, 1), number(less, 2) - 1);
    }
    Matcher grades = GRADES.matcher(lower);
    if (grades.find()) {
      return range(number(grades, 1) + 5, number(grades, 2) + 6);
    }
    Matcher span = SPAN.matcher(lower);
    if (span.find()) {
      return range(number(span, 1), number(span, 2));
    }
    Matcher from = FROM.matcher(lower);
    if (from.find()) {
      return range(number(from, 1), 150);
    }
    Matcher upTo = UP_TO.matcher(lower);
    return upTo.find() ? range(0, number(upTo, 1)) : Optional.empty();
  }

  /** The ages that a description speaks of, where no field tells them. */
  static Optional<AgeRange> spokenOf(String description) {
    String lower = description.toLowerCase(Locale.ROOT);
    if (lower.contains("all ages")) {
      return Optional.of(new AgeRange(5, 150));
    }
    if (lower.contains("toddler")) {
      return Optional.of(new AgeRange(1, 5));
    }
    if (lower.contains("youth") || lower.contains("teen") || lower.contains("famil")) {
      return Optional.of(new AgeRange(6, 18));
    }
    return lower.contains("adult") || lower.contains("senior")
        ? Optional.of(new AgeRange(18, 150))
        : Optional.empty();
  }

  private static Optional<AgeRange> range(int from, int to) {
    return from <= to && to <= 150 ? Optional.of(new AgeRange(from, to)) : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
