package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What all teams show, beside trying every team and every composition. */
class EveryTeamTest {

  @Test
  void isForAsManyTeamsAsCanBeLookedAt() {
    assertThat(EveryTeam.isFeasible(45, sizes(45, 4))).isTrue();
    assertThat(EveryTeam.isFeasible(46, sizes(46, 4))).isFalse();
    assertThat(EveryTeam.isFeasible(44, List.of(4, 40))).isFalse();
    assertThat(EveryTeam.isFeasible(36, List.of(4, 32))).isTrue();
    assertThat(EveryTeam.isFeasible(60, List.of(58, 2))).isTrue();
    assertThat(EveryTeam.isFeasible(60, List.of(30, 30))).isFalse();
    assertThat(EveryTeam.isFeasible(9, List.of(9))).isTrue();
  }

  private static List<Integer> sizes(int members, int size) {
    return Collections.nCopies(members / size, size);
  }

  @Test
  void theMostThatEachCanLearnIsFoundByLookingAtEveryTeam() {
    Random random = new Random(1);
    for (int instance = 0; instance < 60; instance++) {
      TeamProblem problem = Classes.any(random, 9);
      TeamModel model = new TeamModel(problem);
      int[] most = new int[model.members];
      for (long team = 1; team <= model.everyone(); team++) {
        if (problem.sizes().contains(Long.bitCount(team))) {
          int[] top = model.top(team);
          for (int i = 0; i < model.members; i++) {
            boolean isIn = (team >> i & 1) == 1;
            most[i] = isIn ? Math.max(most[i], model.points(i, top)) : most[i];
          }
        }
      }
      assertThat(EveryTeam.of(model, problem.sizes()).mostPoints).isEqualTo(most);
    }
  }

  @Test
  void theLeastServedIsNeverBoundedBelowItsBestAndMostlyJustThere() {
    Random random = new Random(2);
    int exact = 0;
    int instances = 100;
    for (int instance = 0; instance < instances; instance++) {
      TeamProblem problem = Classes.withoutWishes(random, 9, 3, 3).build();
      TeamModel model = new TeamModel(problem);
      int best = leastAtBest(model, problem.sizes(), 0, 0);
      EveryTeam every = EveryTeam.of(model, problem.sizes());
      int most = 1000;
      int bound = every.leastAtBest(0, most);
      assertThat(bound).isBetween(best, most);
      assertThat(every.leastAtBest(best, best)).isEqualTo(best);
      assertThat(every.leastAtBest(best, most)).isEqualTo(bound);
      exact += bound == best ? 1 : 0;
      TeamValue value = TeamRelaxation.bound(model, problem.sizes(), 0);
      assertThat(value.perMille[0]).isLessThanOrEqualTo(bound);
    }
    assertThat(exact).isGreaterThanOrEqualTo(90);
  }

  /** What the least-served member has at best, over every composition. */
  private static int leastAtBest(TeamModel model, List<Integer> sizes, int next, long placed) {
    if (next == sizes.size()) {
      return 1000;
    }
    int best = 0;
    for (long team = 1; team <= model.everyone(); team++) {
      if (Long.bitCount(team) == sizes.get(next) && (team & placed) == 0) {
        int least = model.value(team).perMille[0];
        if (least > best) {
          best =
              Math.max(best, Math.min(least, leastAtBest(model, sizes, next + 1, placed | team)));
        }
      }
    }
    return best;
  }

  @Test
  void theQuickBoundIsWhatTheBestTeammatesGiveAlone() {
    TeamProblem.Builder builder =
        TeamProblem.builder().topics(List.of("s", "t", "u")).sizes(List.of(2, 2));
    builder.member(new TeamMember("a", map(0, 0, 0), map(1, 2, 3)));
    builder.member(new TeamMember("b", map(4, 0, 1), map(1, 1, 1)));
    builder.member(new TeamMember("c", map(0, 3, 0), map(1, 1, 1)));
    builder.member(new TeamMember("d", map(2, 2, 2), map(1, 1, 4)));
    TeamProblem problem = builder.build();

    TeamValue bound = TeamRelaxation.quick(new TeamModel(problem), problem.sizes());

    // Nobody learns from a. One teammate each: a learns most from d (2 + 4 + 6 of 16), b from d (0
    // + 2 + 1 of 4), c from
    // b or d (4 of 6: s from b; s and u from d), d from b or c (2 or 1 of 3).
    assertThat(bound.score())
        .isEqualTo(new TeamScore(0, 3, 0, List.of(666, 666, 750, 750), 12 + 3 + 4 + 2));
  }

  private static Map<String, Integer> map(int s, int t, int u) {
    return Map.of("s", s, "t", t, "u", u);
  }
}
