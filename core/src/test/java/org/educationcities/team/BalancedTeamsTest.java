package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The baseline of today: as alike as exchanges make the teams, from the strongest on. */
class BalancedTeamsTest {

  @Test
  void noExchangeOfTwoMakesTheMeansMoreAlike() {
    Random random = new Random(1);
    for (int instance = 0; instance < 100; instance++) {
      TeamProblem problem = Classes.any(random, 14);
      TeamModel model = new TeamModel(problem);
      List<Long> teams = BalancedTeams.compose(model, sizes(problem));
      assertThat(teams.stream().map(Long::bitCount).toList()).isEqualTo(problem.sizes());
      assertThat(teams.stream().mapToLong(Long::longValue).sum()).isEqualTo(model.everyone());
      assertThat(isAsAlikeAsExchangesMakeThem(model, teams)).as("instance %d", instance).isTrue();
    }
  }

  @Test
  void theStrongestGoFirstToWhereMostIsMissing() {
    Random random = new Random(2);
    int alikeAtOnce = 0;
    for (int instance = 0; instance < 200; instance++) {
      TeamProblem problem = Classes.any(random, 10);
      TeamModel model = new TeamModel(problem);
      List<Long> greedy = strongestFirst(model, sizes(problem));
      if (isAsAlikeAsExchangesMakeThem(model, greedy)) {
        alikeAtOnce++;
        assertThat(BalancedTeams.compose(model, sizes(problem))).isEqualTo(greedy);
      }
    }
    assertThat(alikeAtOnce).isBetween(50, 199);
  }

  private static int[] sizes(TeamProblem problem) {
    return problem.sizes().stream().mapToInt(Integer::intValue).toArray();
  }

  private static int sum(TeamModel model, int member) {
    return IntStream.of(model.level[member]).sum();
  }

  private static double mean(TeamModel model) {
    return IntStream.range(0, model.members).map(i -> sum(model, i)).average().orElseThrow();
  }

  /** How far a team's mean is from the class's, squared, for each of its members. */
  private static double spread(TeamModel model, long team) {
    double mean =
        IntStream.range(0, model.members)
            .filter(i -> (team >> i & 1) == 1)
            .map(i -> sum(model, i))
            .average()
            .orElseThrow();
    return Math.pow(mean - mean(model), 2) * Long.bitCount(team);
  }

  private static boolean isAsAlikeAsExchangesMakeThem(TeamModel model, List<Long> teams) {
    for (long one : teams) {
      for (long other : teams) {
        double now = spread(model, one) + spread(model, other);
        for (int i = 0; one != other && i < model.members; i++) {
          for (int j = 0; j < model.members; j++) {
            if ((one >> i & 1) == 1 && (other >> j & 1) == 1) {
              long change = 1L << i | 1L << j;
              if (spread(model, one ^ change) + spread(model, other ^ change) < now - 1e-6) {
                return false;
              }
            }
          }
        }
      }
    }
    return true;
  }

  private static List<Long> strongestFirst(TeamModel model, int[] sizes) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, model.members).boxed().toList());
    order.sort(Comparator.comparing((Integer i) -> sum(model, i)).reversed());
    long[] teams = new long[sizes.length];
    double[] missing = IntStream.of(sizes).mapToDouble(size -> mean(model) * size).toArray();
    for (int i : order) {
      int chosen = -1;
      for (int p = 0; p < sizes.length; p++) {
        if (sizes[p] > Long.bitCount(teams[p])
            && (chosen < 0
                || missing[p] / (sizes[p] - Long.bitCount(teams[p]))
                    > missing[chosen] / (sizes[chosen] - Long.bitCount(teams[chosen])))) {
          chosen = p;
        }
      }
      teams[chosen] |= 1L << i;
      missing[chosen] -= sum(model, i);
    }
    return IntStream.range(0, teams.length).mapToObj(p -> teams[p]).toList();
  }
}
