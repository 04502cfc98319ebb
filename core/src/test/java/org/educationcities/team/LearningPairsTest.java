package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LearningPairsTest {

  @Test
  void pairsWhoTeachEachOther() {
    TeamMember older = new TeamMember("older", Map.of("reading", 4), Map.of("chess", 2));
    TeamMember younger = new TeamMember("younger", Map.of("chess", 3), Map.of("reading", 4));
    TeamMember other = new TeamMember("other", Map.of(), Map.of("reading", 4));

    PairPlan plan =
        LearningPairs.pair(new PairProblem(List.of(older), List.of(other, younger), 2, List.of()));

    assertThat(plan.pairs())
        .containsExactly(
            new LearningPair(
                "older",
                "younger",
                22,
                List.of(
                    new Lesson("older", "younger", "reading", 0, 4),
                    new Lesson("younger", "older", "chess", 0, 3))));
    assertThat(plan.unpaired()).containsExactly("other");
  }

  @Test
  void pairsComeByTheFirstWhicheverGroupIsTheSmaller() {
    TeamMember a = new TeamMember("a", Map.of("s", 2), Map.of());
    TeamMember b = new TeamMember("b", Map.of("t", 2), Map.of());
    TeamMember c = new TeamMember("c", Map.of(), Map.of());
    TeamMember m = new TeamMember("m", Map.of(), Map.of("t", 1));
    TeamMember n = new TeamMember("n", Map.of("t", 2), Map.of("s", 1, "t", 3));

    PairPlan plan =
        LearningPairs.pair(new PairProblem(List.of(c, b, a), List.of(n, m), 2, List.of()));
    PairPlan turned =
        LearningPairs.pair(new PairProblem(List.of(m, n), List.of(a, b, c), 2, List.of()));

    assertThat(plan.pairs()).extracting(LearningPair::first).containsExactly("a", "b");
    assertThat(plan.pairs()).extracting(LearningPair::second).containsExactly("n", "m");
    assertThat(plan.unpaired()).containsExactly("c");
    assertThat(turned.pairs()).extracting(LearningPair::first).containsExactly("m", "n");
    assertThat(turned.points()).isEqualTo(plan.points()).isEqualTo(4);
  }

  @Test
  void equalsBruteForceOnTenThousandSmallGroups() {
    compareWithBruteForce(new Random(1), Trials.of(10_000));
  }

  @Test
  @Tag("long")
  void equalsBruteForceOnAHundredThousandSmallGroups() {
    compareWithBruteForce(new Random(2), 100_000);
  }

  private static void compareWithBruteForce(Random random, int instances) {
    for (int instance = 0; instance < instances; instance++) {
      PairProblem problem = any(random, 6, 6);
      PairPlan plan = LearningPairs.pair(problem);
      assertThat(PairChecker.faults(problem, plan)).as("instance %d", instance).isEmpty();
      assertThat(plan.points()).isEqualTo(best(problem, 0, 0));
    }
  }

  private static PairProblem any(Random random, int mostFirst, int mostSecond) {
    List<TeamMember> first = new ArrayList<>();
    List<TeamMember> second = new ArrayList<>();
    List<TeamWish> apart = new ArrayList<>();
    int topics = 1 + random.nextInt(4);
    int unknown = random.nextInt(100);
    for (int i = random.nextInt(mostFirst + 1); i > 0; i--) {
      first.add(Classes.member(random, i, topics, unknown));
    }
    for (int i = random.nextInt(mostSecond + 1); i > 0; i--) {
      second.add(Classes.member(random, 50 + i, topics, unknown));
    }
    if (!first.isEmpty() && !second.isEmpty() && random.nextBoolean()) {
      apart.add(TeamWish.apart(first.get(0).id(), second.get(0).id()));
    }
    return new PairProblem(first, second, 1 + random.nextInt(4), apart);
  }

  private static long best(PairProblem problem, int index, int taken) {
    if (index == problem.first().size()) {
      return 0;
    }
    TeamMember one = problem.first().get(index);
    long best = best(problem, index + 1, taken);
    for (int j = 0; j < problem.second().size(); j++) {
      TeamMember other = problem.second().get(j);
      if ((taken & 1 << j) == 0
          && problem.apart().stream()
              .noneMatch(w -> w.equals(TeamWish.apart(one.id(), other.id())))) {
        long points = 0;
        for (int t = 0; t < 4; t++) {
          String topic = "topic-" + t;
          int a = one.proficiencyIn(topic);
          int b = other.proficiencyIn(topic);
          if (a > b && a >= problem.teachingFrom()) {
            points += (long) (a - b) * other.growth().getOrDefault(topic, 0);
          }
          if (b > a && b >= problem.teachingFrom()) {
            points += (long) (b - a) * one.growth().getOrDefault(topic, 0);
          }
        }
        best = Math.max(best, points + best(problem, index + 1, taken | 1 << j));
      }
    }
    return best;
  }

  @Test
  void provesItsResultForTwoGroupsOfThreeHundred() {
    Random random = new Random(4);
    List<TeamMember> first = new ArrayList<>();
    List<TeamMember> second = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      first.add(Classes.member(random, i, 12, 50));
      second.add(Classes.member(random, 1000 + i, 12, 70));
    }
    PairProblem problem = new PairProblem(first, second, 2, List.of());

    assertThat(PairChecker.faults(problem, LearningPairs.pair(problem))).isEmpty();
  }

  @Test
  void theCheckerRejectsWhatWasTamperedWith() {
    Random random = new Random(6);
    int tampered = 0;
    for (int instance = 0; instance < Trials.of(300); instance++) {
      PairProblem problem = any(random, 6, 6);
      PairPlan plan = LearningPairs.pair(problem);
      if (plan.pairs().isEmpty()) {
        continue;
      }
      tampered++;
      String raised = plan.pairs().get(0).first();
      Map<String, Integer> prices = new HashMap<>(plan.prices());
      prices.merge(raised, 1, Integer::sum);
      List<LearningPair> fewer = plan.pairs().subList(1, plan.pairs().size());
      LearningPair pair = plan.pairs().get(0);
      List<LearningPair> richer = new ArrayList<>(plan.pairs());
      richer.set(
          0, new LearningPair(pair.first(), pair.second(), pair.points() + 1, pair.lessons()));
      List<LearningPair> silent = new ArrayList<>(plan.pairs());
      silent.set(0, new LearningPair(pair.first(), pair.second(), pair.points(), List.of()));
      List<PairPlan> plans =
          List.of(
              new PairPlan(plan.pairs(), plan.unpaired(), plan.points(), prices),
              new PairPlan(fewer, plan.unpaired(), plan.points(), plan.prices()),
              new PairPlan(richer, plan.unpaired(), plan.points() + 1, plan.prices()),
              new PairPlan(silent, plan.unpaired(), plan.points(), plan.prices()),
              new PairPlan(plan.pairs(), List.of(raised), plan.points(), plan.prices()),
              new PairPlan(plan.pairs(), plan.unpaired(), plan.points(), Map.of()));
      if (!plan.unpaired().isEmpty() && prices.getOrDefault(raised, 0) > 1) {
        Map<String, Integer> moved = new HashMap<>(plan.prices());
        moved.merge(raised, -1, Integer::sum);
        moved.merge(plan.unpaired().get(0), 1, Integer::sum);
        PairPlan wrong = new PairPlan(plan.pairs(), plan.unpaired(), plan.points(), moved);
        assertThat(PairChecker.faults(problem, wrong)).isNotEmpty();
      }
      for (PairPlan wrong : plans) {
        assertThat(PairChecker.faults(problem, wrong)).isNotEmpty();
      }
    }
    assertThat(tampered).isGreaterThan(Trials.of(100));
  }

  @Test
  void refusesWhoIsInBothGroups() {
    TeamMember one = new TeamMember("a", Map.of(), Map.of());
    assertThatThrownBy(() -> new PairProblem(List.of(one), List.of(one), 2, List.of()))
        .hasMessageContaining("a is there twice");
  }
}
