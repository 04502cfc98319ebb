package org.educationcities;

import java.util.Objects;

/**
 * An opaque id of one kind of thing. Ids of two kinds are never equal, so that none can be passed
 * for another.
 */
public interface Identifier {

  /** The id itself: 1 to 255 characters without control characters. */
  String value();

  /**
   * Checks the rule of all ids. The value is not repeated in the message, since a careless host may
   * have put a name in it.
   *
   * @throws IllegalArgumentException if it is blank, too long or has a control character
   */
  static void check(String value) {
    Objects.requireNonNull(value, "value");
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException(
          "An id has 1 to 255 characters, not " + value.length() + ".\nMaybe a column is empty.");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "An id has no control characters.\nMaybe a line break came along with it.");
    }
  }
}
