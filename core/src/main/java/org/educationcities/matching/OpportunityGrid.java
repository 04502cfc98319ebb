package org.educationcities.matching;

import java.util.Arrays;

/**
 * Where opportunities are and what they teach: a grid over the plane, and over it a list for every
 * bit of the topics' signatures, cell by cell along each row. So what a learner's topics meet
 * within their reach lies in a few slices, each found at once; the many that teach something else
 * are never looked at. Opportunities stand here in positions, by cell, so that neighbours share the
 * cache; those at NaN are nowhere in particular, in a cell after all others that everyone looks at.
 */
final class OpportunityGrid {
  private static final int IN_A_CELL = 24;
  private static final int BITS = Long.SIZE;

  /** Beyond so many entries an opportunity, lists by topic are not worth their memory. */
  private static final int MOST_ENTRIES = 8;

  /** Of so many opportunities one may lie beyond each edge, in a cell without an end. */
  private static final int BEYOND_EDGE = 50;

  /** By position, the opportunity's number. */
  final int[] opportunity;

  private final double minX;
  private final double minY;
  private final double size;
  private final double slack;
  private final int columns;
  private final int rows;
  private final int nowhere;

  /** By position. */
  private final double[] x;

  private final double[] y;
  private final long[] topics;

  /** By bit, and then by cell, where its entries start; empty if there are no lists by topic. */
  private final int[] start;

  private final int[] entries;

  /** By cell, its first position. */
  private final int[] first;

  OpportunityGrid(double[] atX, double[] atY, long[] taught) {
    int m = taught.length;
    double[] byX = sorted(atX);
    double[] byY = sorted(atY);
    this.minX = edge(byX, byX.length / BEYOND_EDGE);
    this.minY = edge(byY, byY.length / BEYOND_EDGE);
    double width = edge(byX, byX.length - 1 - byX.length / BEYOND_EDGE) - minX;
    double height = edge(byY, byY.length - 1 - byY.length / BEYOND_EDGE) - minY;
    int across = Math.max(1, (int) Math.sqrt(m / (double) IN_A_CELL));
    this.size = Math.max(Math.max(width, height) / across, Double.MIN_NORMAL);
    // Edges are worked out with rounding, which must lose nobody.
    this.slack = 1e-9 * (size + Math.abs(minX) + Math.abs(minY) + width + height);
    this.columns = (int) Math.min(across, width / size) + 1;
    this.rows = (int) Math.min(across, height / size) + 1;
    this.nowhere = columns * rows;
    int[] cellOf = new int[m];
    this.first = new int[cellCount() + 1];
    for (int j = 0; j < m; j++) {
      cellOf[j] = Double.isNaN(atX[j] + atY[j]) ? nowhere : cell(atX[j], atY[j]);
      first[cellOf[j] + 1]++;
    }
    for (int c = 0; c < cellCount(); c++) {
      first[c + 1] += first[c];
    }
    this.opportunity = new int[m];
    this.x = new double[m];
    this.y = new double[m];
    this.topics = new long[m];
    int[] next = first.clone();
    long bits = 0;
    for (int j = 0; j < m; j++) {
      int p = next[cellOf[j]]++;
      opportunity[p] = j;
      x[p] = atX[j];
      y[p] = atY[j];
      topics[p] = taught[j];
      bits += Long.bitCount(taught[j]);
    }
    boolean isListed = bits <= (long) MOST_ENTRIES * m;
    this.start = isListed ? new int[BITS * cellCount() + 1] : new int[0];
    this.entries = isListed ? new int[(int) bits] : new int[0];
    if (isListed) {
      list();
    }
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).filter(each -> !Double.isNaN(each)).sorted().toArray();
  }

  private static double edge(double[] sorted, int at) {
    return sorted.length == 0 ? 0 : sorted[at];
  }

  private void list() {
    int cells = cellCount();
    for (int c = 0; c < cells; c++) {
      for (int p = first[c]; p < first[c + 1]; p++) {
        for (long left = topics[p]; left != 0; left &= left - 1) {
          start[Long.numberOfTrailingZeros(left) * cells + c + 1]++;
        }
      }
    }
    for (int k = 1; k < start.length; k++) {
      start[k] += start[k - 1];
    }
    int[] next = start.clone();
    for (int c = 0; c < cells; c++) {
      for (int p = first[c]; p < first[c + 1]; p++) {
        for (long left = topics[p]; left != 0; left &= left - 1) {
          entries[next[Long.numberOfTrailingZeros(left) * cells + c]++] = p;
        }
      }
    }
  }

  /** The cell of a point; points near each other are mostly in cells near each other. */
  int cell(double atX, double atY) {
    return row(atY) * columns + column(atX);
  }

  int cellCount() {
    return nowhere + 1;
  }

  private int column(double at) {
    return clamp((at - minX) / size, columns);
  }

  private int row(double at) {
    return clamp((at - minY) / size, rows);
  }

  private static int clamp(double at, int end) {
    return (int) Math.max(0, Math.min(end - 1, Math.floor(at)));
  }

  /**
   * The positions within reach of a point whose topics meet the wanted ones, each once.
   *
   * @param into long enough for all opportunities
   * @return how many
   */
  int within(double atX, double atY, double reach, long wanted, int[] into) {
    int found = 0;
    long asked = askedBits(wanted);
    int bottom = row(atY - reach - slack);
    int top = row(atY + reach + slack);
    for (int r = bottom; r <= top + 1; r++) {
      double half = r > top ? 0 : halfChord(atY, reach, r);
      int left = r > top ? nowhere : r * columns + column(atX - half);
      int right = r > top ? nowhere : r * columns + column(atX + half);
      if (asked == 0) {
        found = scan(first[left], first[right + 1], atX, atY, reach * reach, wanted, into, found);
        continue;
      }
      for (long bits = asked; bits != 0; bits &= bits - 1) {
        int list = Long.numberOfTrailingZeros(bits) * cellCount();
        long lower = wanted & ((bits & -bits) - 1);
        int until = start[list + right + 1];
        for (int k = start[list + left]; k < until; k++) {
          int p = entries[k];
          double dx = atX - x[p];
          double dy = atY - y[p];
          into[found] = p;
          // Each is taken from the list of the lowest bit in common; without branching.
          long before = topics[p] & lower;
          int isFirst = 1 - (int) ((before | -before) >>> 63);
          found += dx * dx + dy * dy > reach * reach ? 0 : isFirst;
        }
      }
    }
    return found;
  }

  private int scan(
      int from,
      int until,
      double atX,
      double atY,
      double reachSquared,
      long wanted,
      int[] into,
      int already) {
    int found = already;
    for (int p = from; p < until; p++) {
      double dx = atX - x[p];
      double dy = atY - y[p];
      into[found] = p;
      long common = topics[p] & wanted;
      int isMet = (int) ((common | -common) >>> 63);
      found += dx * dx + dy * dy > reachSquared ? 0 : isMet;
    }
    return found;
  }

  /** The bits whose lists are looked through, or 0 where looking at everything is less work. */
  private long askedBits(long wanted) {
    if (start.length == 0) {
      return 0;
    }
    int cells = cellCount();
    long work = 0;
    for (long bits = wanted; bits != 0; bits &= bits - 1) {
      int bit = Long.numberOfTrailingZeros(bits);
      work += start[(bit + 1) * cells] - start[bit * cells];
    }
    return work < opportunity.length ? wanted : 0;
  }

  /** How far from the point the circle goes in a row of cells, at most. */
  private double halfChord(double atY, double reach, int r) {
    double away = 0;
    if (r > 0) {
      away = Math.max(away, minY + r * size - atY);
    }
    if (r < rows - 1) {
      away = Math.max(away, atY - (minY + (r + 1) * size));
    }
    double near = Math.max(0, away - slack);
    return Math.sqrt(Math.max(0, reach * reach - near * near)) + slack;
  }
}
