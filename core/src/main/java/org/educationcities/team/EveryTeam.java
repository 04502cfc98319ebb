package org.educationcities.team;

import java.util.Arrays;
import java.util.List;

/**
 * All teams that could be made, where they are few enough to look at each, and what they show about
 * every composition: the most that each member can learn, and how much the least-served member can
 * learn at best.
 *
 * <p>The latter is a relaxation of set partitioning: weights on members such that even the heaviest
 * teams in which nobody learns less than a level are together lighter than the class prove that the
 * class cannot be split into such teams. Weights are found by the multiplicative weights method (S.
 * Arora, E. Hazan and S. Kale, Theory of Computing 8, 2012) and then checked in whole numbers.
 */
final class EveryTeam {
  /** More teams than these are not looked at. */
  static final int MOST_TEAMS = 150_000;

  /** Teams that may be weighed for one level. */
  private static final long WORK = 8_000_000;

  private static final int ROUNDS = 400;
  private static final double SCALE = 1e9;

  private final TeamModel model;
  private final int[] sizes;
  private final int[] counts;
  private final long[] teams;

  /** What the least-served member of each team learns, in thousandths. */
  private final int[] least;

  /** The most that each member can learn in any team, in points. */
  final int[] mostPoints;

  private long work;

  private EveryTeam(TeamModel model, List<Integer> teamSizes, int count) {
    this.model = model;
    sizes = teamSizes.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    counts = new int[sizes.length];
    for (int size : teamSizes) {
      counts[Arrays.binarySearch(sizes, size)]++;
    }
    teams = new long[count];
    least = new int[count];
    mostPoints = new int[model.members];
    int at = 0;
    for (int size : sizes) {
      long end = 1L << model.members;
      for (long team = (1L << size) - 1; team < end; team = next(team)) {
        least[at] = look(team);
        teams[at++] = team;
      }
    }
  }

  /** Whether all teams of these sizes are few enough to look at each. */
  static boolean isFeasible(int members, List<Integer> teamSizes) {
    return count(members, teamSizes) <= MOST_TEAMS;
  }

  static EveryTeam of(TeamModel model, List<Integer> teamSizes) {
    return new EveryTeam(model, teamSizes, (int) count(model.members, teamSizes));
  }

  private static long count(int members, List<Integer> teamSizes) {
    long count = 0;
    for (int size : teamSizes.stream().distinct().toList()) {
      long choose = 1;
      for (int k = 1; k <= size && choose <= MOST_TEAMS * (long) members; k++) {
        choose = choose * (members - k + 1) / k;
      }
      // What was broken off above is far too many, unless the size is more than half the class.
      count += 2 * size > members ? count(members, members - size) : choose;
    }
    return count;
  }

  private static long count(int members, int size) {
    long choose = 1;
    for (int k = 1; k <= size && choose <= MOST_TEAMS * (long) members; k++) {
      choose = choose * (members - k + 1) / k;
    }
    return choose;
  }

  /** The next greater number with as many bits (Gosper's hack, HAKMEM item 175). */
  private static long next(long team) {
    long low = team & -team;
    long ripple = team + low;
    return ((team ^ ripple) >>> 2) / low | ripple;
  }

  private int look(long team) {
    int[] top = model.top(team);
    int lowest = Integer.MAX_VALUE;
    for (long rest = team; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int points = model.points(i, top);
      mostPoints[i] = Math.max(mostPoints[i], points);
      lowest = Math.min(lowest, model.perMille(i, points));
    }
    return lowest;
  }

  /**
   * What the least-served member can learn at best, in thousandths, from above.
   *
   * @param found what is known to be possible
   * @param most what is known to be the most
   */
  int leastAtBest(int found, int most) {
    int[] levels =
        Arrays.stream(least).filter(l -> l > found && l <= most).distinct().sorted().toArray();
    int possible = -1;
    int impossible = levels.length;
    // First whether what was found is the best already, then by halves.
    int tried = 0;
    while (impossible - possible > 1) {
      if (isShownImpossible(levels[tried])) {
        impossible = tried;
      } else {
        possible = tried;
      }
      tried = (possible + impossible) >>> 1;
    }
    return possible < 0 ? found : levels[possible];
  }

  private boolean isShownImpossible(int level) {
    long[] allowed = new long[teams.length];
    int[] end = new int[sizes.length];
    int count = 0;
    int at = 0;
    long covered = 0;
    for (int s = 0; s < sizes.length; s++) {
      for (; at < teams.length && Long.bitCount(teams[at]) == sizes[s]; at++) {
        if (least[at] >= level) {
          allowed[count++] = teams[at];
          covered |= teams[at];
        }
      }
      end[s] = count;
      if (count == (s == 0 ? 0 : end[s - 1])) {
        return true;
      }
    }
    if (covered != model.everyone()) {
      return true;
    }
    long before = work;
    double[] weight = new double[model.members];
    Arrays.fill(weight, 1);
    long[] exact = new long[model.members];
    for (int round = 0; round < ROUNDS && work - before < WORK; round++) {
      double heaviest = Arrays.stream(weight).max().orElse(1);
      for (int i = 0; i < weight.length; i++) {
        weight[i] = Math.max(weight[i] / heaviest, 1 / SCALE);
        exact[i] = (long) (weight[i] * SCALE);
      }
      work += count;
      long together = 0;
      double rate = 0.5 / (1 + round / 40.0);
      for (int s = 0; s < sizes.length; s++) {
        long team = heaviest(allowed, s == 0 ? 0 : end[s - 1], end[s], exact);
        together += counts[s] * weight(team, exact);
        double share = rate * counts[s] * sizes[s] / model.members;
        for (long rest = team; rest != 0; rest &= rest - 1) {
          weight[Long.numberOfTrailingZeros(rest)] *= 1 - share;
        }
      }
      if (together < weight(model.everyone(), exact)) {
        return true;
      }
    }
    return false;
  }

  private static long heaviest(long[] allowed, int from, int to, long[] weight) {
    long best = -1;
    long heaviest = allowed[from];
    for (int t = from; t < to; t++) {
      long sum = weight(allowed[t], weight);
      if (sum > best) {
        best = sum;
        heaviest = allowed[t];
      }
    }
    return heaviest;
  }

  private static long weight(long team, long[] weight) {
    long sum = 0;
    for (long rest = team; rest != 0; rest &= rest - 1) {
      sum += weight[Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }
}
