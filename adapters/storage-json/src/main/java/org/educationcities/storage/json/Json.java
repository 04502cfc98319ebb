package org.educationcities.storage.json;

import java.util.HexFormat;

/**
 * The little JSON that this storage needs: strings out and in, and a layout for people. Not a
 * general parser: it reads what this storage wrote, and refuses everything else.
 */
final class Json {
  // Each line is indented by its depth: deeper, the layout would outgrow the text by far.
  private static final int DEEPEST = 64;

  private final String text;
  private int at;

  Json(String text) {
    this.text = text;
  }

  static IllegalArgumentException malformed(int at) {
    return new IllegalArgumentException("Malformed JSON at character " + at + ".");
  }

  /** A JSON string; what could disturb a reader or a terminal is escaped. */
  static String quote(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          int type = Character.getType(c);
          if (type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR) {
            out.append("\\u");
            String hex = Integer.toHexString(c);
            out.append("0".repeat(4 - hex.length())).append(hex);
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  /** Whether the next character, after white space, is this one; then it is passed over. */
  boolean passes(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char c) {
    if (!passes(c)) {
      throw malformed(at);
    }
  }

  boolean isAtString() {
    skipSpace();
    return at < text.length() && text.charAt(at) == '"';
  }

  String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (at >= text.length()) {
        break;
      }
      char escaped = text.charAt(at++);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case '"', '\\', '/' -> out.append(escaped);
        case 'u' -> {
          if (at + 4 > text.length()) {
            throw malformed(at);
          }
          out.append((char) hexadecimal(at));
          at += 4;
        }
        default -> throw malformed(at);
      }
    }
    throw malformed(at);
  }

  /** The number of four digits; no message repeats them. */
  private int hexadecimal(int from) {
    for (int i = from; i < from + 4; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw malformed(i);
      }
    }
    return HexFormat.fromHexDigits(text, from, from + 4);
  }

  long number() {
    skipSpace();
    int from = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Long.parseLong(text.substring(from, at));
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("No whole number at character " + from + ".");
    }
  }

  /** Passes over an object or array, and returns it without any white space outside strings. */
  String compacted() {
    skipSpace();
    StringBuilder out = new StringBuilder();
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        int from = at - 1;
        passString();
        out.append(text, from, at);
      } else if (c > ' ') {
        out.append(c);
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
      if (depth == 0) {
        return out.toString();
      }
    }
    throw malformed(at);
  }

  private void passString() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '"') {
        return;
      }
    }
    throw malformed(at);
  }

  void end() {
    skipSpace();
    if (at != text.length()) {
      throw malformed(at);
    }
  }

  /** Whether what opens in a text goes no deeper than a layout for people can show. */
  static boolean isShallow(String compact) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else {
        inString = c == '"';
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth > DEEPEST) {
          return false;
        }
      }
    }
    return true;
  }

  /** A compact object or array laid out over lines, one member each. */
  static String laidOut(String compact, String margin) {
    StringBuilder out = new StringBuilder();
    String inner = margin;
    boolean inString = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (inString) {
        out.append(c);
        if (c == '\\' && i + 1 < compact.length()) {
          out.append(compact.charAt(++i));
        } else if (c == '"') {
          inString = false;
        }
        continue;
      }
      switch (c) {
        case '"' -> {
          inString = true;
          out.append(c);
        }
        case '{', '[' -> {
          inner += "  ";
          out.append(c).append('\n').append(inner);
        }
        case '}', ']' -> {
          inner = inner.length() >= 2 ? inner.substring(2) : "";
          out.append('\n').append(inner).append(c);
        }
        case ',' -> out.append(c).append('\n').append(inner);
        case ':' -> out.append(": ");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
