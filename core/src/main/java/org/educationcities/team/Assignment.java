package org.educationcities.team;

import java.util.Arrays;

/**
 * Rows to columns one to one with most points, by shortest augmenting paths on reduced costs (R.
 * Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems", Computing 38, 1987). Exact in ints: points are small.
 */
final class Assignment {
  /** The column of each row. */
  final int[] columnOf;

  /** At least 0, and with {@link #columnPrice} at least the points of each row and column. */
  final int[] rowPrice;

  final int[] columnPrice;

  private final int[][] points;

  private final int columns;

  private final int[] rowOf;
  private final int[] slack;
  private final int[] previous;
  private final boolean[] done;

  private Assignment(int[][] points, int columns) {
    this.points = points;
    this.columns = columns;
    columnOf = new int[points.length];
    rowPrice = new int[points.length];
    rowOf = new int[columns];
    columnPrice = new int[columns];
    slack = new int[columns];
    previous = new int[columns];
    done = new boolean[columns];
    Arrays.fill(rowOf, -1);
    for (int i = 0; i < points.length; i++) {
      augment(i);
    }
    for (int j = 0; j < columns; j++) {
      if (rowOf[j] >= 0) {
        columnOf[rowOf[j]] = j;
      }
    }
  }

  /**
   * The best assignment.
   *
   * @param points at least 0, by row and column, with no more rows than columns
   */
  static Assignment solve(int[][] points, int columns) {
    return new Assignment(points, columns);
  }

  /** Finds the cheapest way to give one more row a column, in prices, and takes it. */
  private void augment(int row) {
    Arrays.fill(slack, Integer.MAX_VALUE);
    Arrays.fill(done, false);
    for (int j = 0; j < columns; j++) {
      rowPrice[row] = Math.max(rowPrice[row], points[row][j] - columnPrice[j]);
    }
    int current = row;
    int from = -1;
    int free;
    while (true) {
      int nearest = -1;
      for (int j = 0; j < columns; j++) {
        if (done[j]) {
          continue;
        }
        int reduced = rowPrice[current] + columnPrice[j] - points[current][j];
        if (reduced < slack[j]) {
          slack[j] = reduced;
          previous[j] = from;
        }
        if (nearest < 0 || slack[j] < slack[nearest]) {
          nearest = j;
        }
      }
      lowerBy(slack[nearest], row);
      done[nearest] = true;
      from = nearest;
      if (rowOf[nearest] < 0) {
        free = nearest;
        break;
      }
      current = rowOf[nearest];
    }
    for (int j = free; j >= 0; ) {
      int before = previous[j];
      rowOf[j] = before < 0 ? row : rowOf[before];
      j = before;
    }
  }

  private void lowerBy(int delta, int row) {
    if (delta == 0) {
      return;
    }
    rowPrice[row] -= delta;
    for (int j = 0; j < columns; j++) {
      if (done[j]) {
        rowPrice[rowOf[j]] -= delta;
        columnPrice[j] += delta;
      } else {
        slack[j] -= delta;
      }
    }
  }
}
