package org.educationcities.report;

import java.util.Objects;

/** What every part of the model asks of its texts and numbers. */
final class Checks {
  private static final int LONGEST_TEXT = 4_000;

  private Checks() {}

  static String name(String text, String what) {
    Objects.requireNonNull(text, what);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "The " + what + " is blank.\nMaybe a name is missing in this language; take another.");
    }
    return text(text, what);
  }

  static String text(String text, String what) {
    Objects.requireNonNull(text, what);
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " has "
              + text.length()
              + " characters; "
              + LONGEST_TEXT
              + " are allowed.\nMaybe a whole document stands in one field.");
    }
    return text;
  }

  static void position(double latitude, double longitude) {
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException(
          "The position "
              + latitude
              + ", "
              + longitude
              + " is not on the globe.\nMaybe latitude and longitude are exchanged.");
    }
  }

  static int points(int points, String what) {
    if (points < 0 || points > 1000) {
      throw new IllegalArgumentException(
          "The " + what + " is " + points + "; 0..1000 is allowed.\nMaybe the scale differs.");
    }
    return points;
  }

  static long atLeastZero(long value, String what) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "The " + what + " is " + value + "; it can't be below 0.\nMaybe a sign is wrong.");
    }
    return value;
  }
}
