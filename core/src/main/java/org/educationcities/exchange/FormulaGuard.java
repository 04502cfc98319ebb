package org.educationcities.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a cell for a formula: an apostrophe in front of what begins with
 * one of the characters that start one (OWASP, CSV Injection). Plain numbers stay as they are.
 *
 * <p>A spreadsheet may part cells at semicolons, tabs or line ends instead of commas, as many do by
 * their country: so each part of a cell between those is guarded as if it stood alone.
 */
final class FormulaGuard {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String PASSED_OVER = "' \"";
  private static final String PARTINGS = ";\t\r\n";

  private FormulaGuard() {}

  static String on(String cell) {
    if (!mayNeedGuard(cell) || NUMBER.matcher(cell).matches()) {
      return cell;
    }
    StringBuilder guarded = new StringBuilder(cell.length() + 8);
    for (int from = 0; from <= cell.length(); ) {
      int end = endOfPart(cell, from);
      if (isDangerous(cell, from)) {
        guarded.append('\'');
      }
      guarded.append(cell, from, Math.min(end + 1, cell.length()));
      from = end + 1;
    }
    return guarded.toString();
  }

  static String off(String cell) {
    if (cell.indexOf('\'') < 0) {
      return cell;
    }
    StringBuilder plain = new StringBuilder(cell.length());
    for (int from = 0; from <= cell.length(); ) {
      int end = endOfPart(cell, from);
      boolean isGuarded =
          from < cell.length() && cell.charAt(from) == '\'' && isDangerous(cell, from);
      plain.append(cell, isGuarded ? from + 1 : from, Math.min(end + 1, cell.length()));
      from = end + 1;
    }
    return plain.toString();
  }

  private static boolean mayNeedGuard(String cell) {
    return cell.chars().anyMatch(each -> STARTS.indexOf(each) >= 0);
  }

  private static int endOfPart(String cell, int from) {
    int end = from;
    while (end < cell.length() && PARTINGS.indexOf(cell.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Behind apostrophes too, so that taking one away gives back what was written; and quotes. */
  private static boolean isDangerous(String cell, int from) {
    int first = from;
    while (first < cell.length() && PASSED_OVER.indexOf(cell.charAt(first)) >= 0) {
      first++;
    }
    if (first == cell.length()) {
      return false;
    }
    // A tab or line end counts at the cell's own start alone: behind it a part of its own begins.
    char start = cell.charAt(first);
    return STARTS.indexOf(start) >= 0 && (from == 0 || PARTINGS.indexOf(start) < 0);
  }
}
