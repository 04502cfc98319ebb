package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.educationcities.matching.FairFigures.Measure;
import org.educationcities.matching.FairResult.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker against results that were tampered with. */
class FairCheckerTest {

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void rejectsAnotherAllocationUnderTheSameProofs(FairNotion notion) {
    Random random = new Random(31);
    int others = 0;
    for (int instance = 0; instance < Trials.of(2_000); instance++) {
      FairProblem problem = FairProblems.any(random, 1 + random.nextInt(5), 4, 9);
      FairResult result = FairAllocation.solve(problem, notion);
      boolean[] held = new boolean[problem.offers()];
      List<Placement> placements = new ArrayList<>();
      for (int i = 0; i < problem.learners(); i++) {
        for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
          held[p] = random.nextBoolean();
          if (!FairProblems.keepsBounds(problem, held)) {
            held[p] = false;
          }
          if (held[p]) {
            placements.add(
                new Placement(
                    problem.learnerIds[i],
                    problem.opportunityIds[problem.opportunity[p]],
                    problem.affinity[p],
                    problem.wish[p]));
          }
        }
      }
      FairResult other =
          new FairResult(
              notion, placements, figures(problem, placements), honest(problem, result, held));
      boolean accepted = FairChecker.faults(problem, other).isEmpty();
      // Another one may be as fair; then all its goals cost the same, and only then may it pass.
      boolean asFair =
          other.stages().stream()
              .filter(FairStage::isBinding)
              .map(FairStage::cost)
              .toList()
              .equals(
                  result.stages().stream()
                      .filter(FairStage::isBinding)
                      .map(FairStage::cost)
                      .toList());
      assertThat(accepted).as("instance %d", instance).isEqualTo(asFair);
      others += asFair ? 0 : 1;
    }
    assertThat(others).isGreaterThan(Trials.of(500));
  }

  /** The same goals and potentials, with what the goals cost in the other allocation. */
  private static List<FairStage> honest(FairProblem problem, FairResult result, boolean[] held) {
    List<FairStage> stages = new ArrayList<>();
    for (FairStage stage : result.stages()) {
      long cost = 0;
      for (int i = 0; i < problem.learners(); i++) {
        boolean placed = false;
        for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
          if (held[p]) {
            placed = true;
            cost +=
                switch (stage.goal()) {
                  case MOST_LEARNERS, LEAST_SERVED_FIRST -> 0;
                  case MOST_PLACEMENTS -> -1;
                  case FEWEST_BELOW -> problem.affinity[p] < stage.level() ? 1 : 0;
                  case FEWEST_AT -> problem.affinity[p] == stage.level() ? 1 : 0;
                  case MOST_OF_WISH -> problem.wish[p] == stage.level() ? -1 : 0;
                  case GREATEST_TOTAL -> -problem.affinity[p];
                };
          }
        }
        if (placed && stage.goal() == FairStage.Goal.MOST_LEARNERS) {
          cost--;
        }
        if (placed && stage.goal() == FairStage.Goal.LEAST_SERVED_FIRST) {
          cost -= problem.leastServedBonus[i];
        }
      }
      stages.add(
          new FairStage(
              stage.goal(),
              stage.level(),
              stage.isBinding() ? cost : stage.cost(),
              stage.isBinding(),
              stage.potentials()));
    }
    return stages;
  }

  private static FairFigures figures(FairProblem problem, List<Placement> placements) {
    int lowest = placements.stream().mapToInt(Placement::affinity).min().orElse(0);
    int envious = 0;
    for (int i = 0; i < problem.learners(); i++) {
      String id = problem.learnerIds[i];
      int best =
          placements.stream()
              .filter(p -> p.learner().equals(id))
              .mapToInt(Placement::affinity)
              .max()
              .orElse(0);
      boolean envies = false;
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        String opportunity = problem.opportunityIds[problem.opportunity[p]];
        int own = problem.affinity[p];
        envies |=
            own > best
                && placements.stream()
                    .anyMatch(q -> q.opportunity().equals(opportunity) && q.affinity() < own);
      }
      envious += envies ? 1 : 0;
    }
    boolean hasWishes = Arrays.stream(problem.wish).anyMatch(wish -> wish > 0);
    long firstWishes =
        placements.stream()
            .filter(p -> hasWishes ? p.wish() == 1 : p.affinity() == mostOf(problem, p.learner()))
            .map(Placement::learner)
            .distinct()
            .count();
    return new FairFigures(
        hasWishes ? Measure.AFFINITY_AND_WISHES : Measure.AFFINITY,
        problem.learners(),
        (int) placements.stream().map(Placement::learner).distinct().count(),
        placements.size(),
        placements.stream().mapToLong(Placement::affinity).sum(),
        lowest,
        (int) firstWishes,
        envious);
  }

  private static int mostOf(FairProblem problem, String learner) {
    int i = List.of(problem.learnerIds).indexOf(learner);
    return Arrays.stream(problem.affinity, problem.first[i], problem.first[i + 1]).max().orElse(0);
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void rejectsAGoalThatIsMissingOrComesTwice(FairNotion notion) {
    assertRejected(
        notion, result -> with(result, result.stages().subList(1, result.stages().size())));
    assertRejected(
        notion,
        result -> {
          List<FairStage> stages = new ArrayList<>(result.stages());
          stages.add(stages.get(stages.size() - 1));
          return with(result, stages);
        });
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void rejectsAProofWithoutPotentials(FairNotion notion) {
    assertRejected(
        notion,
        result -> {
          FairStage first = result.stages().get(0);
          List<FairStage> stages = new ArrayList<>(result.stages());
          // Where everyone has a place no potentials are needed to show that no more can.
          boolean needless = result.figures().placed() == result.figures().learners();
          stages.set(
              needless ? stages.size() - 1 : 0,
              new FairStage(
                  first.goal(),
                  first.level(),
                  first.cost(),
                  true,
                  new long[first.potentials().length]));
          return with(result, stages);
        });
    assertRejected(
        notion,
        result -> {
          FairStage first = result.stages().get(0);
          long[] huge = first.potentials();
          huge[0] = Long.MAX_VALUE;
          huge[1] = Long.MIN_VALUE;
          List<FairStage> stages = new ArrayList<>(result.stages());
          stages.set(0, new FairStage(first.goal(), first.level(), first.cost(), true, huge));
          return with(result, stages);
        });
    assertRejected(
        notion,
        result -> {
          FairStage first = result.stages().get(0);
          List<FairStage> stages = new ArrayList<>(result.stages());
          stages.set(
              0, new FairStage(first.goal(), first.level(), first.cost(), true, new long[0]));
          return with(result, stages);
        });
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void rejectsACostThatIsToldTooLow(FairNotion notion) {
    assertRejected(
        notion,
        result -> {
          int last = result.stages().size() - 1;
          FairStage stage = result.stages().get(last);
          List<FairStage> stages = new ArrayList<>(result.stages());
          stages.set(
              last,
              new FairStage(
                  stage.goal(), stage.level(), stage.cost() - 1, true, stage.potentials()));
          return with(result, stages);
        });
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void rejectsPlacementsThatDoNotExist(FairNotion notion) {
    assertRejected(
        notion,
        result -> {
          List<Placement> placements = new ArrayList<>(result.placements());
          placements.add(placements.get(0));
          return with(result, placements, result.figures());
        });
    assertRejected(
        notion,
        result -> {
          List<Placement> placements = new ArrayList<>(result.placements());
          Placement one = placements.get(0);
          placements.set(
              0, new Placement(one.learner(), one.opportunity(), one.affinity() + 1, one.wish()));
          return with(result, placements, result.figures());
        });
    assertRejected(
        notion,
        result -> {
          List<Placement> placements = new ArrayList<>(result.placements());
          Placement one = placements.get(0);
          placements.set(
              0, new Placement("stranger", one.opportunity(), one.affinity(), one.wish()));
          return with(result, placements, result.figures());
        });
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void rejectsFiguresThatAreTooFine(FairNotion notion) {
    assertRejected(
        notion,
        result -> {
          FairFigures f = result.figures();
          return with(
              result,
              result.placements(),
              new FairFigures(
                  f.measure(),
                  f.learners(),
                  f.placed(),
                  f.placements(),
                  f.total(),
                  f.worst(),
                  f.firstWishes(),
                  f.envious() + 1));
        });
  }

  @Test
  void rejectsABottleneckWhoseWitnessIsMissingOrShowsNothing() {
    Random random = new Random(33);
    int tampered = 0;
    for (int instance = 0; instance < Trials.of(1_000); instance++) {
      FairProblem problem = FairProblems.any(random, 6, 4, 20);
      FairResult result = FairAllocation.solve(problem, FairNotion.BOTTLENECK_THEN_TOTAL);
      int at = 0;
      while (at < result.stages().size() && result.stages().get(at).isBinding()) {
        at++;
      }
      if (at == result.stages().size()) {
        continue;
      }
      tampered++;
      FairStage witness = result.stages().get(at);
      long[] shifted = witness.potentials();
      shifted[0] = Long.MAX_VALUE;
      shifted[1] = Long.MIN_VALUE;
      List<FairStage> wrong =
          List.of(
              witness(witness, witness.level(), 0, new long[shifted.length]),
              witness(witness, witness.level(), witness.cost() + 1, witness.potentials()),
              witness(witness, witness.level() + 1, witness.cost(), witness.potentials()),
              witness(witness, witness.level(), witness.cost(), shifted),
              witness(witness, witness.level(), witness.cost(), new long[0]));
      for (FairStage stage : wrong) {
        List<FairStage> stages = new ArrayList<>(result.stages());
        stages.set(at, stage);
        assertThat(FairChecker.faults(problem, with(result, stages)))
            .as("instance %d, %s", instance, stage)
            .isNotEmpty();
      }
      List<FairStage> without = new ArrayList<>(result.stages());
      without.remove(at);
      assertThat(FairChecker.faults(problem, with(result, without))).isNotEmpty();
    }
    assertThat(tampered).isGreaterThan(Trials.of(100));
  }

  private static FairStage witness(FairStage like, int level, long cost, long[] potentials) {
    return new FairStage(like.goal(), level, cost, false, potentials);
  }

  private static FairResult with(FairResult result, List<FairStage> stages) {
    return new FairResult(result.notion(), result.placements(), result.figures(), stages);
  }

  private static FairResult with(
      FairResult result, List<Placement> placements, FairFigures figures) {
    return new FairResult(result.notion(), placements, figures, result.stages());
  }

  private static void assertRejected(FairNotion notion, UnaryOperator<FairResult> tamper) {
    Random random = new Random(32);
    int tampered = 0;
    for (int instance = 0; instance < Trials.of(300); instance++) {
      FairProblem problem = FairProblems.any(random, 6, 4, 20);
      FairResult result = FairAllocation.solve(problem, notion);
      if (result.placements().isEmpty() || result.stages().get(0).cost() == 0) {
        continue;
      }
      tampered++;
      assertThat(FairChecker.faults(problem, tamper.apply(result)))
          .as("instance %d", instance)
          .isNotEmpty();
    }
    assertThat(tampered).isGreaterThan(Trials.of(50));
  }
}
