package org.educationcities.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The attacker of these tests can really attack. */
class AttackerTest {

  @Test
  void oneHiddenCellInATableIsPinnedDownByItsTotals() {
    Attacker attacker = new Attacker(4);
    attacker.learn(List.of(1), 20, 20);
    attacker.learn(List.of(2), 30, 30);
    attacker.learn(List.of(3), 40, 40);
    attacker.learn(List.of(0, 1), 27, 27);

    assertThat(attacker.least(List.of(0))).isEqualTo(7, Attacker.CLOSE);
    assertThat(attacker.most(List.of(0))).isEqualTo(7, Attacker.CLOSE);
  }

  @Test
  void whatNothingBoundsIsBoundless() {
    Attacker attacker = new Attacker(2);
    attacker.learn(List.of(0), 3, 5);

    assertThat(attacker.most(List.of(1))).isInfinite();
    assertThat(attacker.least(List.of(0, 1))).isEqualTo(3, Attacker.CLOSE);
  }

  /**
   * Linear programming over the unknown cells, by the two-phase simplex method on a dense tableau
   * with Bland's rule; shares nothing with what it attacks.
   */
  static final class Attacker {
    static final org.assertj.core.data.Offset<Double> CLOSE =
        org.assertj.core.data.Offset.offset(1e-6);
    private static final double EPSILON = 1e-9;

    private final int cells;
    private final List<double[]> left = new ArrayList<>();
    private final List<Double> right = new ArrayList<>();

    Attacker(int cells) {
      this.cells = cells;
    }

    /** Learns that some cells add up to between two numbers. */
    void learn(List<Integer> some, double least, double most) {
      atMost(row(some, 1), most);
      atMost(row(some, -1), -least);
    }

    /** Learns that weighted cells add up to at most a number. */
    void atMost(double[] weights, double bound) {
      left.add(weights);
      right.add(bound);
    }

    double[] row(List<Integer> some, double weight) {
      double[] row = new double[cells];
      some.forEach(cell -> row[cell] = weight);
      return row;
    }

    double most(List<Integer> some) {
      return maximum(row(some, 1));
    }

    double least(List<Integer> some) {
      return -maximum(row(some, -1));
    }

    private double maximum(double[] objective) {
      int m = left.size();
      int n = cells;
      int[] basic = new int[m];
      int[] nonbasic = new int[n + 1];
      double[][] d = new double[m + 2][n + 2];
      for (int i = 0; i < m; i++) {
        System.arraycopy(left.get(i), 0, d[i], 0, n);
        basic[i] = n + i;
        d[i][n] = -1;
        d[i][n + 1] = right.get(i);
      }
      for (int j = 0; j < n; j++) {
        nonbasic[j] = j;
        d[m][j] = -objective[j];
      }
      nonbasic[n] = -1;
      d[m + 1][n] = 1;
      int worst = 0;
      for (int i = 1; i < m; i++) {
        worst = d[i][n + 1] < d[worst][n + 1] ? i : worst;
      }
      if (m > 0 && d[worst][n + 1] < -EPSILON) {
        pivot(d, basic, nonbasic, worst, n);
        assertThat(simplex(d, basic, nonbasic, 1) && d[m + 1][n + 1] > -1e-6)
            .as("what is published contradicts itself")
            .isTrue();
        for (int i = 0; i < m; i++) {
          if (basic[i] == -1) {
            int s = -1;
            for (int j = 0; j <= n; j++) {
              if (s == -1
                  || d[i][j] < d[i][s]
                  || (d[i][j] == d[i][s] && nonbasic[j] < nonbasic[s])) {
                s = j;
              }
            }
            pivot(d, basic, nonbasic, i, s);
          }
        }
      }
      return simplex(d, basic, nonbasic, 2) ? d[m][n + 1] : Double.POSITIVE_INFINITY;
    }

    private static boolean simplex(double[][] d, int[] basic, int[] nonbasic, int phase) {
      int m = basic.length;
      int n = nonbasic.length - 1;
      int x = phase == 1 ? m + 1 : m;
      while (true) {
        int s = -1;
        for (int j = 0; j <= n; j++) {
          boolean artificial = phase == 2 && nonbasic[j] == -1;
          if (!artificial && d[x][j] < -EPSILON && (s < 0 || nonbasic[j] < nonbasic[s])) {
            s = j;
          }
        }
        if (s < 0) {
          return true;
        }
        int r = -1;
        for (int i = 0; i < m; i++) {
          if (d[i][s] > 1e-7) {
            double ratio = r < 0 ? 0 : d[i][n + 1] / d[i][s] - d[r][n + 1] / d[r][s];
            if (r < 0 || ratio < -EPSILON || (ratio < EPSILON && basic[i] < basic[r])) {
              r = i;
            }
          }
        }
        if (r < 0) {
          return false;
        }
        pivot(d, basic, nonbasic, r, s);
      }
    }

    private static void pivot(double[][] d, int[] basic, int[] nonbasic, int r, int s) {
      double inverse = 1 / d[r][s];
      double[] pivotRow = d[r];
      for (int i = 0; i < d.length; i++) {
        if (i != r && d[i][s] != 0) {
          double factor = d[i][s] * inverse;
          for (int j = 0; j < d[i].length; j++) {
            if (j != s) {
              d[i][j] -= pivotRow[j] * factor;
            }
          }
          d[i][s] = -factor;
        }
      }
      for (int j = 0; j < pivotRow.length; j++) {
        pivotRow[j] = j == s ? inverse : pivotRow[j] * inverse;
      }
      int leaving = basic[r];
      basic[r] = nonbasic[s];
      nonbasic[s] = leaving;
    }

    @Override
    public String toString() {
      return "Attacker over " + cells + " cells " + Arrays.toString(right.toArray());
    }
  }
}
