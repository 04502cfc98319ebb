package org.educationcities.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a cell for a formula: an apostrophe in front of what begins with
 * one of the characters that start one (OWASP, CSV Injection). Plain numbers stay as they are.
 */
final class FormulaGuard {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private FormulaGuard() {}

  static String on(String cell) {
    return isDangerous(cell) && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  static String off(String cell) {
    return cell.startsWith("'") && isDangerous(cell) ? cell.substring(1) : cell;
  }

  /** Behind apostrophes too, so that taking one away gives back what was written. */
  private static boolean isDangerous(String cell) {
    int first = 0;
    while (first < cell.length() && (cell.charAt(first) == '\'' || cell.charAt(first) == ' ')) {
      first++;
    }
    return first < cell.length() && STARTS.indexOf(cell.charAt(first)) >= 0;
  }
}
