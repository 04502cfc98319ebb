package org.educationcities.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best composition of a small class, by dynamic programming over the set of those who are in a
 * team already: the member of least index who is not yet in one joins a team of each size left,
 * with each choice of teammates. A best composition consists of best ones, since {@link TeamValue}
 * keeps its order when the same team is added to both sides.
 *
 * <p>Time: at most the sum over all sets of the number of teams that fit, some millions for 12.
 */
final class ExactTeams {
  private final TeamModel model;
  private final int[] sizes;
  private final int[] counts;

  /** The best value of a set of members, per number of teams used of each size. */
  private final @Nullable TeamValue[][] best;

  private final long[][] lastTeam;
  private final int[][] lastRadix;

  private ExactTeams(TeamModel model, List<Integer> teamSizes) {
    this.model = model;
    sizes = teamSizes.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    counts = new int[sizes.length];
    for (int size : teamSizes) {
      counts[Arrays.binarySearch(sizes, size)]++;
    }
    int codes = 1;
    for (int count : counts) {
      codes *= count + 1;
    }
    int sets = 1 << model.members;
    best = new TeamValue[codes][sets];
    lastTeam = new long[codes][sets];
    lastRadix = new int[codes][sets];
  }

  /** The teams of a best composition, in no particular order. */
  static List<Long> solve(TeamModel model, List<Integer> teamSizes) {
    ExactTeams exact = new ExactTeams(model, teamSizes);
    exact.fill();
    return exact.teams();
  }

  private void fill() {
    best[0][0] = TeamValue.NONE;
    TeamValue[] valueOf = new TeamValue[1 << model.members];
    long[][][] teams = new long[sizes.length][model.members][];
    for (int s = 0; s < sizes.length; s++) {
      for (int lowest = 0; lowest < model.members; lowest++) {
        teams[s][lowest] = teams(sizes[s], lowest);
        for (long team : teams[s][lowest]) {
          valueOf[(int) team] = model.value(team);
        }
      }
    }
    int everyone = (int) model.everyone();
    for (int placed = 0; placed < everyone; placed++) {
      int lowest = Integer.numberOfTrailingZeros(~placed);
      for (int code = 0; code < best.length; code++) {
        TeamValue value = best[code][placed];
        if (value == null) {
          continue;
        }
        int radix = 1;
        for (int s = 0; s < sizes.length; s++) {
          if (code / radix % (counts[s] + 1) < counts[s]) {
            extend(placed, code, value, radix, teams[s][lowest], valueOf);
          }
          radix *= counts[s] + 1;
        }
      }
    }
  }

  private void extend(
      int placed, int code, TeamValue value, int radix, long[] teams, TeamValue[] valueOf) {
    for (long team : teams) {
      if ((team & placed) != 0) {
        continue;
      }
      int set = placed | (int) team;
      TeamValue added = valueOf[(int) team];
      TeamValue known = best[code + radix][set];
      if (known != null && value.head + added.head < known.head) {
        continue;
      }
      TeamValue sum = value.plus(added);
      if (known == null || sum.compareTo(known) > 0) {
        best[code + radix][set] = sum;
        lastTeam[code + radix][set] = team;
        lastRadix[code + radix][set] = radix;
      }
    }
  }

  private List<Long> teams() {
    List<Long> teams = new ArrayList<>();
    int code = best.length - 1;
    int set = (int) model.everyone();
    while (set != 0) {
      long team = lastTeam[code][set];
      teams.add(team);
      int radix = lastRadix[code][set];
      code -= radix;
      set &= ~(int) team;
    }
    return teams;
  }

  /** All teams of a size whose member of least index is the given one. */
  private long[] teams(int size, int lowest) {
    int others = model.members - lowest - 1;
    if (others < size - 1) {
      return new long[0];
    }
    List<Long> found = new ArrayList<>();
    // The subsets of size - 1 in ascending order (Gosper's hack, HAKMEM item 175).
    for (long subset = (1L << (size - 1)) - 1; subset < 1L << others; ) {
      found.add(subset << (lowest + 1) | 1L << lowest);
      if (subset == 0) {
        break;
      }
      long low = subset & -subset;
      long ripple = subset + low;
      subset = ((subset ^ ripple) >>> 2) / low | ripple;
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }
}
