package org.educationcities.people;

import java.util.Locale;
import java.util.Optional;

/**
 * A grade as OneRoster writes it (the CEDS vocabulary: {@code PK}, {@code KG}, {@code 01} to {@code
 * 13}).
 *
 * @param code two letters or digits
 */
public record Grade(String code) {

  /** A grade of the known codes. */
  public Grade {
    if (level(code).isEmpty()) {
      throw new IllegalArgumentException(
          "A grade is PK, KG or 01 to 13, not a text of " + code.length() + " characters.");
    }
  }

  /** The grade of a code as found in a file, if it is one: {@code 1} is taken for {@code 01}. */
  public static Optional<Grade> parse(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    String padded = upper.length() == 1 ? "0" + upper : upper;
    return level(padded).map(level -> new Grade(padded));
  }

  /** 0 for kindergarten, -1 before it, else the number of the school year. */
  public int level() {
    return level(code).orElseThrow();
  }

  /**
   * The ages its learners have over a school year: the usual one less one, to the usual one and two
   * more.
   */
  public AgeRange usualAges() {
    int entry = level() + 5;
    return new AgeRange(Math.max(0, entry - 1), entry + 2);
  }

  private static Optional<Integer> level(String code) {
    return switch (code) {
      case "PK" -> Optional.of(-1);
      case "KG" -> Optional.of(0);
      default ->
          code.matches("0[1-9]|1[0-3]") ? Optional.of(Integer.parseInt(code)) : Optional.empty();
    };
  }
}
