package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.educationcities.matching.StableResult.Placement;
import org.junit.jupiter.api.Test;

/** The checker against the textbook, and against results that were tampered with. */
class StabilityCheckerTest {

  @Test
  void agreesWithTheTextbookOnPlainMarkets() {
    Random random = new Random(21);
    int stable = 0;
    for (int instance = 0; instance < Trials.of(10_000); instance++) {
      StableProblem problem = Markets.any(random, Markets.Kind.PLAIN, 1 + random.nextInt(4), 3, 7);
      Lottery lottery = Markets.lottery(random);
      int[] holds = new int[problem.learners()];
      List<Placement> placements = new ArrayList<>();
      for (int i = 0; i < holds.length; i++) {
        int count = problem.first[i + 1] - problem.first[i];
        holds[i] = random.nextInt(3) == 0 ? count : random.nextInt(count + 1);
        if (holds[i] < count) {
          String id = problem.opportunityIds[problem.opportunity[problem.first[i] + holds[i]]];
          placements.add(new Placement(problem.learnerIds[i], id, holds[i] + 1, false));
        }
      }
      boolean expected = isStable(problem, lottery, holds);
      StableResult result =
          new StableResult(problem, StableResult.Proposing.LEARNERS, lottery, placements);
      assertThat(StabilityChecker.faults(problem, result).isEmpty()).isEqualTo(expected);
      stable += expected ? 1 : 0;
    }
    assertThat(stable).isBetween(Trials.of(1_000), Trials.of(9_000));
  }

  /** By Gale and Shapley's words: nobody prefers a place that has room or holds somebody later. */
  private static boolean isStable(StableProblem problem, Lottery lottery, int[] holds) {
    for (int o = 0; o < problem.opportunities(); o++) {
      int taken = 0;
      for (int i = 0; i < holds.length; i++) {
        taken += holdsAt(problem, holds, i) == o ? 1 : 0;
      }
      if (taken > problem.places[o]) {
        return false;
      }
      for (int i = 0; i < holds.length; i++) {
        for (int rank = 0; rank < holds[i]; rank++) {
          int pair = problem.first[i] + rank;
          if (pair >= problem.first[i + 1] || problem.opportunity[pair] != o) {
            continue;
          }
          if (taken < problem.places[o]) {
            return false;
          }
          for (int j = 0; j < holds.length; j++) {
            if (holdsAt(problem, holds, j) == o
                && isBefore(problem, lottery, pair, i, problem.first[j] + holds[j], j)) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private static int holdsAt(StableProblem problem, int[] holds, int learner) {
    int pair = problem.first[learner] + holds[learner];
    return pair < problem.first[learner + 1] ? problem.opportunity[pair] : -1;
  }

  private static boolean isBefore(
      StableProblem problem, Lottery lottery, int pair, int learner, int other, int otherLearner) {
    if (problem.priority != null && problem.priority[pair] != problem.priority[other]) {
      return problem.priority[pair] > problem.priority[other];
    }
    String id = problem.opportunityIds[problem.opportunity[pair]];
    return Long.compareUnsigned(
            lottery.number(problem.learnerIds[learner], id),
            lottery.number(problem.learnerIds[otherLearner], id))
        > 0;
  }

  @Test
  void rejectsAPlacementThatIsMissing() {
    assertRejected(
        placements -> {
          placements.remove(placements.size() / 2);
          return placements;
        });
  }

  @Test
  void rejectsAPlacementThatIsToldTwice() {
    assertRejected(
        placements -> {
          placements.add(placements.get(0));
          return placements;
        });
  }

  @Test
  void rejectsAWrongChoiceNumber() {
    assertRejected(
        placements -> {
          Placement one = placements.get(0);
          placements.set(
              0, new Placement(one.learner(), one.opportunity(), one.choice() + 1, one.fixed()));
          return placements;
        });
  }

  @Test
  void rejectsAPlacementThatPretendsToBeFixed() {
    assertRejected(
        placements -> {
          Placement one = placements.get(0);
          placements.set(
              0, new Placement(one.learner(), one.opportunity(), one.choice(), !one.fixed()));
          return placements;
        });
  }

  @Test
  void rejectsAnUnknownLearner() {
    assertRejected(
        placements -> {
          placements.add(new Placement("stranger", "o0", 0, false));
          return placements;
        });
  }

  @Test
  void rejectsAFixedPlacementThatIsMissingOrOneThatNobodyWishedFor() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("o", 2)
            .opportunity("p", 1)
            .learner(StableLearner.of("a", "o"))
            .learner(StableLearner.of("b"))
            .fix("b", "o")
            .build();
    StableResult right = StableMatching.learnersPropose(problem, Lottery.single("x"));
    Placement a = right.placements().get(0);
    Placement b = right.placements().get(1);

    assertThat(StabilityChecker.faults(problem, right)).isEmpty();
    assertThat(faults(problem, List.of(a))).containsExactly("1 fixed placements are missing");
    assertThat(faults(problem, List.of(a, new Placement("b", "o", 0, false))))
        .contains("a placement of b is not as fixed as told");
    assertThat(faults(problem, List.of(a, b, new Placement("b", "p", 0, false))))
        .containsExactly("a placement of b was never wished for");
  }

  private static List<String> faults(StableProblem problem, List<Placement> placements) {
    return StabilityChecker.faults(
        problem,
        new StableResult(
            problem, StableResult.Proposing.LEARNERS, Lottery.single("x"), placements));
  }

  @Test
  void rejectsAResultOfAnotherDraw() {
    Random random = new Random(22);
    int rejected = 0;
    for (int instance = 0; instance < Trials.of(100); instance++) {
      StableProblem problem = Markets.any(random, Markets.Kind.EVERYTHING, 30, 4, 200);
      StableResult result = StableMatching.learnersPropose(problem, Lottery.single("one"));
      StableResult other =
          new StableResult(problem, result.proposing(), Lottery.single("two"), result.placements());
      boolean same =
          StableMatching.learnersPropose(problem, other.lottery())
              .placements()
              .equals(result.placements());
      boolean faulty = !StabilityChecker.faults(problem, other).isEmpty();
      assertThat(same && faulty).isFalse();
      rejected += faulty ? 1 : 0;
    }
    assertThat(rejected).isGreaterThan(Trials.of(50));
  }

  private static void assertRejected(UnaryOperator<List<Placement>> tamper) {
    Random random = new Random(23);
    for (int instance = 0; instance < Trials.of(300); instance++) {
      StableProblem problem = Markets.any(random, Markets.Kind.EVERYTHING, 12, 5, 60);
      StableResult result = StableMatching.learnersPropose(problem, Markets.lottery(random));
      if (result.placements().isEmpty() || result.placements().stream().anyMatch(p -> p.fixed())) {
        continue;
      }
      List<Placement> tampered = tamper.apply(new ArrayList<>(result.placements()));
      assertThat(
              StabilityChecker.faults(
                  problem,
                  new StableResult(problem, result.proposing(), result.lottery(), tampered)))
          .isNotEmpty();
    }
  }
}
