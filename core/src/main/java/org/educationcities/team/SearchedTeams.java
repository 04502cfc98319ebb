package org.educationcities.team;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A good composition of a larger class by iterated local search: two members of different teams
 * change places as long as that is better, then a few are swapped blindly and the descent starts
 * again, from the best found so far; from time to time from a composition drawn afresh. It stops
 * after a fixed amount of work, never by the clock, so that the same seed gives the same teams.
 */
final class SearchedTeams {
  /** Steps of a member in a topic that may be looked at: some tenths of a second. */
  static final long WORK = 60_000_000;

  /** Descents from the best before one from a fresh draw. */
  private static final int DESCENTS_PER_START = 60;

  private final TeamModel model;
  private final SplittableRandom random;
  private final long[] teams;
  private final TeamValue[] values;
  private final TeamValues known;
  private final long mostWork;
  private long work;

  private SearchedTeams(TeamModel model, List<Long> start, long seed, long mostWork) {
    this.model = model;
    this.mostWork = mostWork;
    known = new TeamValues(model);
    random = new SplittableRandom(seed);
    teams = start.stream().mapToLong(Long::longValue).toArray();
    values = new TeamValue[teams.length];
    evaluateAll();
  }

  /**
   * The best found from a first composition on, in the order of its teams.
   *
   * @param mostWork after how many steps it stops, {@link #WORK} or fewer
   */
  static List<Long> solve(
      TeamModel model, List<Long> start, TeamValue bound, long seed, long mostWork) {
    if (start.size() == 1) {
      return start;
    }
    return new SearchedTeams(model, start, seed, mostWork).search(bound);
  }

  private List<Long> search(TeamValue bound) {
    int[] sizes = Arrays.stream(teams).mapToInt(Long::bitCount).toArray();
    long[] overall = teams.clone();
    TeamValue overallValue = total();
    long[] best = overall;
    TeamValue bestValue = overallValue;
    for (int descent = 0; work < mostWork && overallValue.compareTo(bound) < 0; descent++) {
      descend();
      TeamValue value = total();
      // Equals are taken, so that the search wanders over plateaus.
      if (value.compareTo(bestValue) >= 0) {
        best = teams.clone();
        bestValue = value;
      }
      if (bestValue.compareTo(overallValue) > 0) {
        overall = best;
        overallValue = bestValue;
      }
      if (descent % DESCENTS_PER_START == DESCENTS_PER_START - 1) {
        draw(sizes);
        best = teams.clone();
        bestValue = total();
      } else {
        System.arraycopy(best, 0, teams, 0, teams.length);
        int kicks = 2 + random.nextInt(3);
        for (int kick = 0; kick < kicks; kick++) {
          swapBlindly();
        }
        evaluateAll();
      }
    }
    return Arrays.stream(overall).boxed().toList();
  }

  private void descend() {
    boolean better = true;
    while (better && work < mostWork) {
      better = false;
      int offset = random.nextInt(teams.length);
      for (int p = 0; p < teams.length; p++) {
        for (int q = p + 1; q < teams.length; q++) {
          better |= improve((p + offset) % teams.length, (q + offset) % teams.length);
        }
      }
    }
  }

  /** Takes the first exchange between two teams that makes the two better together. */
  private boolean improve(int p, int q) {
    TeamValue now = values[p].plus(values[q]);
    for (long left = teams[p]; left != 0; left &= left - 1) {
      long out = Long.lowestOneBit(left);
      for (long right = teams[q]; right != 0; right &= right - 1) {
        long in = Long.lowestOneBit(right);
        long first = teams[p] ^ out ^ in;
        long second = teams[q] ^ out ^ in;
        TeamValue firstValue = value(first);
        TeamValue secondValue = value(second);
        if (firstValue.head + secondValue.head >= now.head
            && firstValue.plus(secondValue).compareTo(now) > 0) {
          teams[p] = first;
          teams[q] = second;
          values[p] = firstValue;
          values[q] = secondValue;
          return true;
        }
      }
    }
    return false;
  }

  private void swapBlindly() {
    int p = random.nextInt(teams.length);
    int q = (p + 1 + random.nextInt(teams.length - 1)) % teams.length;
    long change = anyOf(teams[p]) | anyOf(teams[q]);
    teams[p] ^= change;
    teams[q] ^= change;
  }

  private long anyOf(long team) {
    long rest = team;
    for (int skipped = random.nextInt(Long.bitCount(team)); skipped > 0; skipped--) {
      rest &= rest - 1;
    }
    return Long.lowestOneBit(rest);
  }

  private void draw(int[] sizes) {
    List<Long> drawn = RandomTeams.draw(model.members, sizes, random);
    for (int p = 0; p < teams.length; p++) {
      teams[p] = drawn.get(p);
    }
    evaluateAll();
  }

  private void evaluateAll() {
    for (int p = 0; p < teams.length; p++) {
      values[p] = value(teams[p]);
    }
  }

  private TeamValue value(long team) {
    work += (long) Long.bitCount(team) * (model.topics + 4);
    return known.of(team);
  }

  private TeamValue total() {
    TeamValue total = TeamValue.NONE;
    for (TeamValue value : values) {
      total = total.plus(value);
    }
    return total;
  }
}
