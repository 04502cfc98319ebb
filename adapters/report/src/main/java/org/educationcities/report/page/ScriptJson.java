package org.educationcities.report.page;

/**
 * JSON that may stand inside a script element: no character in it can close the element, open a
 * comment or end a line of a script.
 */
final class ScriptJson {
  private ScriptJson() {}

  /** Appends a text as a JSON string. */
  static void string(StringBuilder target, String text) {
    target.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        target.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        target.append(String.format("\\u%04x", (int) c));
      } else {
        target.append(c);
      }
    }
    target.append('"');
  }
}
