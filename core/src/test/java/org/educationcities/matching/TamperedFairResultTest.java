package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.educationcities.matching.FairFigures.Measure;
import org.educationcities.matching.FairResult.Placement;
import org.educationcities.matching.FairStage.Goal;
import org.junit.jupiter.api.Test;

/** Worked fair allocations with hand-made proofs, each wrong in one way. */
class TamperedFairResultTest {

  private static FairLearner.Offer offer(String opportunity, int affinity) {
    return FairLearner.Offer.of(opportunity, affinity);
  }

  private static FairStage stage(Goal goal, int level, long cost, long... potentials) {
    return new FairStage(goal, level, cost, true, potentials);
  }

  private static FairStage witness(int level, long cost, long... potentials) {
    return new FairStage(Goal.FEWEST_BELOW, level, cost, false, potentials);
  }

  private static List<String> faults(
      FairProblem problem,
      FairNotion notion,
      List<Placement> placements,
      FairFigures figures,
      FairStage... stages) {
    return FairChecker.faults(
        problem, new FairResult(notion, placements, figures, List.of(stages)));
  }

  /** One learner at the one place there is; the nodes are the city, a, x and the city again. */
  private static List<String> ofOne(FairNotion notion, FairStage... stages) {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("x", 1)
            .learner(FairLearner.of("a", offer("x", 5)))
            .build();
    return faults(
        problem,
        notion,
        List.of(new Placement("a", "x", 5, 0)),
        new FairFigures(Measure.AFFINITY, 1, 1, 1, 5, 5, 1, 0),
        stages);
  }

  @Test
  void aProofHoldsOnEveryArcAndForTheCostTold() {
    FairStage learners = stage(Goal.MOST_LEARNERS, 0, -1, 0, 0, 0, 0);
    FairStage lowest = stage(Goal.FEWEST_BELOW, 5, 0, 0, 0, 0, 0);
    FairStage total = stage(Goal.GREATEST_TOTAL, 0, -5, 0, 0, 0, 0);
    FairNotion notion = FairNotion.BOTTLENECK_THEN_TOTAL;
    String notProven = "it is not proven that this is reached: ";

    assertThat(ofOne(notion, learners, lowest, total)).isEmpty();
    for (int node = 0; node < 4; node++) {
      long[] raised = new long[4];
      raised[node] = 6;
      // Every node has an arc that flows towards it and is not fixed yet.
      FairStage shifted = stage(Goal.FEWEST_BELOW, 5, 0, raised);
      assertThat(ofOne(notion, learners, shifted, total))
          .as("node %d", node)
          .containsExactly(notProven + "FEWEST_BELOW(5) = 0");
    }
    assertThat(ofOne(notion, stage(Goal.MOST_LEARNERS, 0, -1, 0, 0, 0, 1), lowest, total))
        .contains(notProven + "MOST_LEARNERS(0) = -1");
    assertThat(ofOne(notion, stage(Goal.MOST_LEARNERS, 0, -2, 0, 0, 0, 0), lowest, total))
        .containsExactly(notProven + "MOST_LEARNERS(0) = -2");
    assertThat(ofOne(notion, stage(Goal.MOST_LEARNERS, 0, -1, 0, 0, 0), lowest, total))
        .contains(notProven + "MOST_LEARNERS(0) = -1");
    assertThat(ofOne(notion, learners, lowest))
        .containsExactly("the goal GREATEST_TOTAL of level 0 is missing");
    assertThat(ofOne(notion, learners, lowest, total, total))
        .containsExactly("goals are left over: [GREATEST_TOTAL(0) = -5]");
    FairStage loose = new FairStage(Goal.GREATEST_TOTAL, 0, -5, false, new long[4]);
    assertThat(ofOne(notion, learners, lowest, loose))
        .containsExactly(notProven + "GREATEST_TOTAL(0) = -5, not binding");
  }

  @Test
  void aLevelThatIsFixedAlreadyMayBeToldOrNot() {
    FairStage learners = stage(Goal.MOST_LEARNERS, 0, -1, 0, 0, 0, 0);
    FairStage placements = stage(Goal.MOST_PLACEMENTS, 0, -1, 0, 0, 0, 0);
    FairStage lowest = stage(Goal.FEWEST_BELOW, 5, 0, 0, 0, 0, 0);
    FairStage atFive = stage(Goal.FEWEST_AT, 5, 1, 0, 0, 0, 0);

    assertThat(ofOne(FairNotion.LEXIMIN, learners, placements, lowest)).isEmpty();
    assertThat(ofOne(FairNotion.LEXIMIN, learners, placements, lowest, atFive)).isEmpty();
    assertThat(
            ofOne(
                FairNotion.LEXIMIN,
                learners,
                placements,
                lowest,
                stage(Goal.FEWEST_AT, 5, 0, 0, 0, 0, 0)))
        .containsExactly("it is not proven that this is reached: FEWEST_AT(5) = 0");
  }

  /** Ada may have x or y, and has y, which gives her more: nothing before fixes that she does. */
  @Test
  void aLevelThatIsNotFixedYetIsTold() {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .learner(FairLearner.of("a", offer("x", 5), offer("y", 7)))
            .build();
    List<Placement> y = List.of(new Placement("a", "y", 7, 0));
    FairFigures figures = new FairFigures(Measure.AFFINITY, 1, 1, 1, 7, 7, 1, 0);
    FairStage learners = stage(Goal.MOST_LEARNERS, 0, -1, new long[5]);
    FairStage placements = stage(Goal.MOST_PLACEMENTS, 0, -1, 0, 1, 0, 0, 0);
    FairStage lowest = stage(Goal.FEWEST_BELOW, 7, 0, new long[5]);
    FairStage atSeven = stage(Goal.FEWEST_AT, 7, 1, 0, -1, 0, 0, 0);
    FairNotion notion = FairNotion.LEXIMIN;

    assertThat(faults(problem, notion, y, figures, learners, placements, lowest, atSeven))
        .isEmpty();
    assertThat(faults(problem, notion, y, figures, learners, placements, lowest))
        .containsExactly("the goal FEWEST_AT of level 7 is missing");
  }

  /** Ada may have two and holds one: only the arc of her second place tells. */
  @Test
  void aSecondPlaceThatIsLeftOutShows() {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .learner(new FairLearner("a", 2, 0, List.of(offer("x", 5), offer("y", 5))))
            .build();

    assertThat(
            faults(
                problem,
                FairNotion.LEXIMIN,
                List.of(new Placement("a", "x", 5, 0)),
                new FairFigures(Measure.AFFINITY, 1, 1, 1, 5, 5, 1, 0),
                stage(Goal.MOST_LEARNERS, 0, -1, 0, 0, 0, 0, 0),
                stage(Goal.MOST_PLACEMENTS, 0, -1, 0, 1, 0, 0, 0),
                stage(Goal.FEWEST_BELOW, 5, 0, 0, 0, 0, 0, 0),
                stage(Goal.FEWEST_AT, 5, 1, 0, -1, 0, 0, 0)))
        .containsExactly("it is not proven that this is reached: MOST_PLACEMENTS(0) = -1");
  }

  /** Ada has only x, which gives her 1; Ben has only y, which gives him 5. */
  @Test
  void theBottleneckIsTheLowestPlacementAndNoHigherOneIsPossible() {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .learner(FairLearner.of("a", offer("x", 1)))
            .learner(FairLearner.of("b", offer("y", 5)))
            .build();
    List<Placement> both = List.of(new Placement("a", "x", 1, 0), new Placement("b", "y", 5, 0));
    FairFigures figures = new FairFigures(Measure.AFFINITY, 2, 2, 2, 6, 1, 2, 0);
    FairNotion notion = FairNotion.BOTTLENECK_THEN_TOTAL;
    FairStage learners = stage(Goal.MOST_LEARNERS, 0, -2, new long[6]);
    FairStage atOne = stage(Goal.FEWEST_BELOW, 1, 0, new long[6]);
    FairStage atFive = stage(Goal.FEWEST_BELOW, 5, 1, 0, -1, 0, 0, 0, 0);
    FairStage total = stage(Goal.GREATEST_TOTAL, 0, -6, new long[6]);
    FairStage shown = witness(5, 1, 0, -1, 0, 0, 0, 0);

    assertThat(faults(problem, notion, both, figures, learners, shown, atOne, total)).isEmpty();
    assertThat(faults(problem, notion, both, figures, learners, atOne, total))
        .containsExactly("it is not shown that 1 is the highest bottleneck");
    assertThat(faults(problem, notion, both, figures, learners, atFive, total))
        .containsExactly("a placement is below the bottleneck of 5");
    assertThat(
            faults(
                problem, notion, both, figures, learners, witness(5, 0, new long[6]), atOne, total))
        .containsExactly("it is not shown that something must be below 5");
    assertThat(
            faults(
                problem,
                notion,
                both,
                figures,
                learners,
                witness(5, 2, 0, -1, 0, 0, 0, 0),
                atOne,
                total))
        .containsExactly("it is not shown that something must be below 5");
    assertThat(faults(problem, notion, both, figures, learners, witness(5, 1, 0), atOne, total))
        .containsExactly("it is not shown that something must be below 5");
  }

  @Test
  void placementsKeepSlotsPlacesAndProvidersAndAreOffered() {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("x", 1, "Mon")
            .opportunity("y", 1, "Mon")
            .opportunity("z", 1)
            .provider("p", 1, List.of("x", "z"))
            .learner(
                new FairLearner("a", 2, 0, List.of(offer("x", 5), offer("y", 5), offer("z", 1))))
            .learner(FairLearner.of("b", offer("z", 5), offer("x", 3)))
            .learner(FairLearner.of("c", offer("y", 5)))
            .build();
    Placement ax = new Placement("a", "x", 5, 0);
    Placement ay = new Placement("a", "y", 5, 0);
    Placement bz = new Placement("b", "z", 5, 0);
    Placement bx = new Placement("b", "x", 3, 0);
    Placement cy = new Placement("c", "y", 5, 0);

    assertThat(placed(problem, ax, ay)).containsExactly("learner a has too much");
    assertThat(placed(problem, bz, bx))
        .containsExactly("learner b has too much", "the provider of x is too full");
    assertThat(placed(problem, ax, bz)).containsExactly("the provider of z is too full");
    assertThat(placed(problem, ay, cy)).containsExactly("opportunity y is too full");
    assertThat(placed(problem, new Placement("b", "y", 5, 0)))
        .containsExactly("a placement of b is not offered, or told twice");
    assertThat(placed(problem, cy, cy))
        .containsExactly("a placement of c is not offered, or told twice");
    assertThat(placed(problem, new Placement("d", "y", 5, 0)))
        .containsExactly("a placement of d is not offered, or told twice");
    assertThat(placed(problem, new Placement("c", "y", 4, 0)))
        .containsExactly("a placement of c is told wrongly");
    assertThat(placed(problem, new Placement("c", "y", 5, 1)))
        .containsExactly("a placement of c is told wrongly");
  }

  private static List<String> placed(FairProblem problem, Placement... placements) {
    return faults(
        problem,
        FairNotion.LEXIMIN,
        List.of(placements),
        new FairFigures(Measure.AFFINITY, 0, 0, 0, 0, 0, 0, 0));
  }
}
