package org.educationcities.examples.cityinabox.seattle;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a day, read from the many forms in which the lists write them.
 *
 * @param from when it begins
 * @param to when it ends, later on the same day
 * @param isSloppy whether something had to be filled in: a missing dash or half of the day
 */
record TimeRange(LocalTime from, LocalTime to, boolean isSloppy) {
  private static final String TIME = "(\\d{1,2}:\\d{2}|\\d{1,4})";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<!\\d)"
              + TIME
              + "\\s*(?:([ap])\\.?m\\.?)?\\s*(-|–|to)?\\s*"
              + TIME
              + "\\s*([ap])\\.?m");

  /** The hours in a text, if there are any that end after they begin. */
  static Optional<TimeRange> in(String text) {
    Matcher found = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!found.find()) {
      return Optional.empty();
    }
    LocalTime to = time(found.group(4), found.group(5));
    String half = found.group(2);
    LocalTime from = time(found.group(1), half == null ? found.group(5) : half);
    if (from != null && to != null && half == null && !from.isBefore(to)) {
      from = time(found.group(1), "a");
    }
    if (from == null || to == null || !from.isBefore(to)) {
      return Optional.empty();
    }
    return Optional.of(new TimeRange(from, to, found.group(3) == null));
  }

  boolean holds(LocalTime start, Duration length) {
    return !start.isBefore(from) && !start.plus(length).isAfter(to);
  }

  Duration length() {
    return Duration.between(from, to);
  }

  private static @Nullable LocalTime time(String digits, String half) {
    String bare = digits.replace(":", "");
    int number = Integer.parseInt(bare);
    int hours = bare.length() > 2 ? number / 100 : number;
    int minutes = bare.length() > 2 ? number % 100 : 0;
    if (hours < 1 || hours > 12 || minutes > 59) {
      return null;
    }
    return LocalTime.of(hours % 12 + (half.equals("p") ? 12 : 0), minutes);
  }
}
