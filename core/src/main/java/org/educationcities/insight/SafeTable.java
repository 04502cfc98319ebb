package org.educationcities.insight;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A table that may be published: every count, sum and mean in it is a safe figure. Made by {@link
 * SafePublication} alone. Immutable.
 */
public final class SafeTable {

  /** In the place of a row or a column: all of them together. */
  public static final String ALL = "*";

  private final List<String> rows;
  private final List<String> columns;
  private final Map<String, Integer> rowNumbers;
  private final Map<String, Integer> columnNumbers;
  private final SafeFigure[][] counts;
  private final SafeFigure[][] sums;
  private final SafetyRule rule;

  SafeTable(PersonTable table, SafeFigure[][] counts, SafeFigure[][] sums, SafetyRule rule) {
    this.rows = table.rows();
    this.columns = table.columns();
    this.rowNumbers = table.rowNumbers();
    this.columnNumbers = table.columnNumbers();
    this.counts = counts;
    this.sums = sums;
    this.rule = rule;
  }

  private SafeTable(SafeTable lines, SafeFigure[][] counts, SafeFigure[][] sums) {
    this.rows = lines.rows;
    this.columns = lines.columns;
    this.rowNumbers = lines.rowNumbers;
    this.columnNumbers = lines.columnNumbers;
    this.rule = lines.rule;
    this.counts = counts;
    this.sums = sums;
  }

  /** Other figures in the same lines, worked out from published ones. */
  SafeTable withFigures(SafeFigure[][] otherCounts, SafeFigure[][] otherSums) {
    return new SafeTable(this, otherCounts, otherSums);
  }

  /** The labels of the rows. */
  public List<String> rows() {
    return rows;
  }

  /** The labels of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** How many people, rounded; {@link #ALL} for a total. */
  public SafeFigure count(String row, String column) {
    return counts[rowNumber(row)][columnNumber(column)];
  }

  /** The sum of what they bring along, rounded; hidden where the table has no amounts. */
  public SafeFigure sum(String row, String column) {
    return sums[rowNumber(row)][columnNumber(column)];
  }

  /**
   * The mean of what they bring along, rounded to whole numbers: worked out from the published sum
   * and the published count, so that it tells nothing that these don't; hidden where one of them
   * is.
   */
  public SafeFigure mean(String row, String column) {
    OptionalLong people = count(row, column).value();
    OptionalLong sum = sum(row, column).value();
    if (people.isEmpty() || sum.isEmpty() || people.getAsLong() == 0) {
      return SafeFigure.hidden();
    }
    return SafeFigure.shown(Math.round((double) sum.getAsLong() / people.getAsLong()));
  }

  /** The rule by which it was made. */
  public SafetyRule rule() {
    return rule;
  }

  SafeFigure countAt(int row, int column) {
    return counts[row][column];
  }

  SafeFigure sumAt(int row, int column) {
    return sums[row][column];
  }

  private int rowNumber(String row) {
    return PersonTable.number(rowNumbers, row, rows.size());
  }

  private int columnNumber(String column) {
    return PersonTable.number(columnNumbers, column, columns.size());
  }
}
