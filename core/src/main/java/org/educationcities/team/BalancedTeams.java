package org.educationcities.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Teams whose mean proficiencies over the goal's topics are alike: what is mostly done today, and a
 * baseline here. The strongest go first, each to the team that is furthest below its share.
 */
final class BalancedTeams {
  private BalancedTeams() {}

  static List<Long> compose(TeamModel model, int[] sizes) {
    int[] sum = new int[model.members];
    for (int i = 0; i < model.members; i++) {
      sum[i] = Arrays.stream(model.level[i]).sum();
    }
    List<Integer> strongestFirst =
        IntStream.range(0, model.members)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -sum[i]).thenComparing(i -> i))
            .toList();
    double mean = (double) Arrays.stream(sum).sum() / model.members;
    long[] teams = new long[sizes.length];
    double[] missing = new double[sizes.length];
    for (int p = 0; p < sizes.length; p++) {
      missing[p] = mean * sizes[p];
    }
    for (int i : strongestFirst) {
      int needy = -1;
      double most = 0;
      for (int p = 0; p < sizes.length; p++) {
        int free = sizes[p] - Long.bitCount(teams[p]);
        // What each free place would still have to bring, so that teams of different sizes compare.
        if (free > 0 && (needy < 0 || missing[p] / free > most)) {
          needy = p;
          most = missing[p] / free;
        }
      }
      teams[needy] |= 1L << i;
      missing[needy] -= sum[i];
    }
    swapWhileMoreAlike(teams, sum, mean);
    List<Long> composed = new ArrayList<>();
    for (long team : teams) {
      composed.add(team);
    }
    return composed;
  }

  private static void swapWhileMoreAlike(long[] teams, int[] sum, double mean) {
    boolean better = true;
    while (better) {
      better = false;
      for (int p = 0; p < teams.length; p++) {
        for (int q = p + 1; q < teams.length; q++) {
          better |= swapOnce(teams, p, q, sum, mean);
        }
      }
    }
  }

  private static boolean swapOnce(long[] teams, int p, int q, int[] sum, double mean) {
    double now = spread(teams[p], sum, mean) + spread(teams[q], sum, mean);
    for (long left = teams[p]; left != 0; left &= left - 1) {
      for (long right = teams[q]; right != 0; right &= right - 1) {
        long change = Long.lowestOneBit(left) | Long.lowestOneBit(right);
        double then = spread(teams[p] ^ change, sum, mean) + spread(teams[q] ^ change, sum, mean);
        if (then < now - 1e-9) {
          teams[p] ^= change;
          teams[q] ^= change;
          return true;
        }
      }
    }
    return false;
  }

  private static double spread(long team, int[] sum, double mean) {
    double total = 0;
    for (long rest = team; rest != 0; rest &= rest - 1) {
      total += sum[Long.numberOfTrailingZeros(rest)];
    }
    double away = total / Long.bitCount(team) - mean;
    return away * away * Long.bitCount(team);
  }
}
