package org.educationcities.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People counted by two public traits, such as locality and topic, each person once; raw, for
 * planners and for {@link SafePublication}, never for the public. Each may bring an amount along,
 * such as the affinity of their placement. Immutable.
 */
public final class PersonTable {
  private final List<String> rows;
  private final List<String> columns;
  private final Map<String, Integer> rowNumbers;
  private final Map<String, Integer> columnNumbers;
  private final long[][] counts;
  private final long[][] sums;
  private final long[][] greatest;
  private final long unit;

  private PersonTable(Builder builder) {
    rows = builder.rows;
    columns = builder.columns;
    rowNumbers = builder.rowNumbers;
    columnNumbers = builder.columnNumbers;
    unit = builder.unit;
    counts = totalled(builder.counts);
    sums = totalled(builder.sums);
    greatest = builder.greatest;
  }

  /** Adds a last row and a last column of totals. */
  private static long[][] totalled(long[][] inner) {
    int columns = inner[0].length;
    long[][] grid = new long[inner.length + 1][columns + 1];
    for (int row = 0; row < inner.length; row++) {
      for (int column = 0; column < columns; column++) {
        grid[row][column] = inner[row][column];
        grid[row][columns] += inner[row][column];
        grid[inner.length][column] += inner[row][column];
        grid[inner.length][columns] += inner[row][column];
      }
    }
    return grid;
  }

  /**
   * Starts an empty table.
   *
   * @param rows public labels, each once, 1 to 500
   * @param columns public labels, each once, 1 to 500
   */
  public static Builder builder(List<String> rows, List<String> columns) {
    return new Builder(rows, columns);
  }

  /** The labels of the rows. */
  public List<String> rows() {
    return rows;
  }

  /** The labels of the columns. */
  public List<String> columns() {
    return columns;
  }

  /** How many people there are in a cell, a line ({@link SafeTable#ALL}) or all. */
  public long count(String row, String column) {
    return counts[number(rowNumbers, row, rows.size())][
        number(columnNumbers, column, columns.size())];
  }

  /** The sum of what those bring along. */
  public long sum(String row, String column) {
    return sums[number(rowNumbers, row, rows.size())][
        number(columnNumbers, column, columns.size())];
  }

  static int number(Map<String, Integer> numbers, String label, int all) {
    if (label.equals(SafeTable.ALL)) {
      return all;
    }
    Integer number = numbers.get(label);
    if (number == null) {
      throw new IllegalArgumentException("The table has no line '" + label + "'.");
    }
    return number;
  }

  Map<String, Integer> rowNumbers() {
    return rowNumbers;
  }

  Map<String, Integer> columnNumbers() {
    return columnNumbers;
  }

  /** Counts with totals in the last row and column. */
  long countAt(int row, int column) {
    return counts[row][column];
  }

  long sumAt(int row, int column) {
    return sums[row][column];
  }

  /** The greatest amount of one person in a cell or a line. */
  long greatestAt(int row, int column) {
    long most = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        if ((row == rows.size() || row == r) && (column == columns.size() || column == c)) {
          most = Math.max(most, greatest[r][c]);
        }
      }
    }
    return most;
  }

  /** The greatest amount that one person may bring along; 0 if none is counted. */
  public long unit() {
    return unit;
  }

  /** Counts people. Not thread-safe. */
  public static final class Builder {
    private final List<String> rows;
    private final List<String> columns;
    private final Map<String, Integer> rowNumbers;
    private final Map<String, Integer> columnNumbers;
    private final long[][] counts;
    private final long[][] sums;
    private final long[][] greatest;
    private long unit = 0;

    private Builder(List<String> rows, List<String> columns) {
      this.rows = List.copyOf(rows);
      this.columns = List.copyOf(columns);
      rowNumbers = numbered(this.rows);
      columnNumbers = numbered(this.columns);
      counts = new long[rows.size()][columns.size()];
      sums = new long[rows.size()][columns.size()];
      greatest = new long[rows.size()][columns.size()];
    }

    private static Map<String, Integer> numbered(List<String> labels) {
      Map<String, Integer> numbers = new HashMap<>();
      labels.forEach(label -> numbers.put(label, numbers.size()));
      if (labels.isEmpty()
          || labels.size() > 500
          || numbers.size() != labels.size()
          || numbers.containsKey(SafeTable.ALL)) {
        throw new IllegalArgumentException(
            "A table has 1 to 500 lines, each label once and none '"
                + SafeTable.ALL
                + "', not "
                + labels.size()
                + " lines of "
                + numbers.size()
                + " labels.");
      }
      return numbers;
    }

    /** Says that people bring amounts along, from 0 up to the given one. */
    public Builder amountsUpTo(long greatestAmount) {
      if (greatestAmount < 1 || greatestAmount > 1_000_000_000) {
        throw new IllegalArgumentException(
            "The greatest amount is 1 to 1,000,000,000, not " + greatestAmount + ".");
      }
      unit = greatestAmount;
      return this;
    }

    /** Counts one person. */
    public Builder person(String row, String column) {
      return person(row, column, 0);
    }

    /**
     * Counts one person with what they bring along.
     *
     * @throws IllegalArgumentException if a label is not there or the amount is out of its range
     */
    public Builder person(String row, String column, long amount) {
      if (amount < 0 || amount > unit) {
        throw new IllegalArgumentException("An amount is 0 to " + unit + ".");
      }
      if (row.equals(SafeTable.ALL) || column.equals(SafeTable.ALL)) {
        throw new IllegalArgumentException("A person stands in one cell, not in a total.");
      }
      int r = number(rowNumbers, row, rows.size());
      int c = number(columnNumbers, column, columns.size());
      counts[r][c]++;
      sums[r][c] += amount;
      greatest[r][c] = Math.max(greatest[r][c], amount);
      return this;
    }

    /** The table. */
    public PersonTable build() {
      return new PersonTable(this);
    }
  }
}
