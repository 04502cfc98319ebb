package org.educationcities.spi.storage;

/** What ids and index texts have in common: form and order. */
final class TextRule {

  private TextRule() {}

  static void check(String what, String text, int least) {
    int codePoints = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException(what + " has a NUL at position " + i + ".");
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IllegalArgumentException(what + " has a lone surrogate at position " + i + ".");
        }
        i++;
      } else if (Character.isLowSurrogate(c)) {
        throw new IllegalArgumentException(what + " has a lone surrogate at position " + i + ".");
      }
      codePoints++;
    }
    if (codePoints < least || codePoints > IndexValue.MAX_CODE_POINTS) {
      throw new IllegalArgumentException(
          what
              + " has "
              + codePoints
              + " code points; "
              + least
              + " to "
              + IndexValue.MAX_CODE_POINTS
              + " are allowed.");
    }
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
