package org.educationcities.spi.storage;

import org.jspecify.annotations.Nullable;

/** What ids and index texts have in common: form and order. */
final class TextRule {

  private TextRule() {}

  static void check(String what, String text, int least) {
    String problem = problem(text, least);
    if (problem != null) {
      throw new IllegalArgumentException(what + " has " + problem + ".");
    }
  }

  /** What is wrong with a text, without repeating it; null if nothing is. */
  static @Nullable String problem(String text, int least) {
    int codePoints = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "a NUL at position " + i;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return "a lone surrogate at position " + i;
        }
        i++;
      } else if (Character.isLowSurrogate(c)) {
        return "a lone surrogate at position " + i;
      }
      codePoints++;
    }
    if (codePoints < least || codePoints > IndexValue.MAX_CODE_POINTS) {
      return codePoints
          + " code points; "
          + least
          + " to "
          + IndexValue.MAX_CODE_POINTS
          + " are allowed";
    }
    return null;
  }

  /**
   * UTF-16 order differs from code point order above U+D7FF: supplementary characters come after
   * U+E000 to U+FFFF.
   */
  static int compareByCodePoint(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean xSurrogate = Character.isSurrogate(x);
        boolean ySurrogate = Character.isSurrogate(y);
        if (xSurrogate != ySurrogate) {
          return xSurrogate ? 1 : -1;
        }
        return Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
