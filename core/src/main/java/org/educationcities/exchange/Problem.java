package org.educationcities.exchange;

import static java.util.stream.Collectors.joining;

import java.util.Objects;

/**
 * One thing that could not be taken, or that is worth knowing, and where it stands. It never holds
 * the text of a cell.
 *
 * @param file the name of the file in its folder or zip
 * @param line from 1; 0 if it is about the file as a whole
 * @param column from 1: the number of the field in a table, of the character in JSON; 0 if it is
 *     about the whole line
 * @param field the name of the column or property, or empty
 * @param code lower-case words joined by hyphens, stable over versions
 * @param reason one sentence for a person
 */
public record Problem(
    String file, long line, int column, String field, String code, String reason) {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REASON = 500;

  /**
   * A problem, the names in it cut to 120 characters and the reason to 500, all cleared of control
   * characters, and of those that hide or turn a line round; the reason may have line ends.
   */
  public Problem {
    file = clean(file, LONGEST_NAME);
    field = clean(field, LONGEST_NAME);
    Objects.requireNonNull(code, "code");
    reason = reason.lines().map(each -> clean(each, LONGEST_REASON)).collect(joining("\n"));
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException(
          "Lines and columns are 0 or more, not " + line + " and " + column + ".");
    }
  }

  /** A problem of a file as a whole. */
  public static Problem of(String file, String code, String reason) {
    return new Problem(file, 0, 0, "", code, reason);
  }

  /** File, line, column, and the reason, on one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (column > 0) {
      text.append(", column ").append(column);
    }
    if (!field.isEmpty()) {
      text.append(" (").append(field).append(')');
    }
    return text.append(": ").append(reason).append(" [").append(code).append(']').toString();
  }

  private static String clean(String text, int longest) {
    String cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
    StringBuilder clean = new StringBuilder(cut.length());
    cut.chars()
        .map(each -> isSafe((char) each) ? each : '?')
        .forEach(each -> clean.append((char) each));
    return clean.toString();
  }

  private static boolean isSafe(char each) {
    return switch (Character.getType(each)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
