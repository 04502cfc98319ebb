package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That reasons tell what solving again bears out. */
class PairReasonsTest {

  @Test
  void fewerPointsThanTheMissingOnesWouldNotHaveChangedTheTotal() {
    SplittableRandom random = new SplittableRandom(1);
    int decided = 0;
    int asked = 0;
    for (int trial = 0; trial < Math.max(60, Trials.of(400)); trial++) {
      AllocationProblem problem = Instances.random(random, 7, 4, 2, 30);
      Allocation best = BestTotal.allocate(problem);
      PairReasons reasons = PairReasons.of(best);
      for (int i = 0; i < problem.learnerCount(); i++) {
        for (int e = problem.start(i); e < problem.start(i + 1); e++) {
          PairReason reason = reasonOf(problem, reasons, i, e);
          if (reason.missing() == 0) {
            continue;
          }
          asked++;
          int almost = (int) (problem.affinityOf(e) + reason.missing() - 1);
          assertThat(BestTotal.allocate(with(problem, e, almost)).total())
              .as("trial %d, pair %d", trial, e)
              .isEqualTo(best.total());
          if (BestTotal.allocate(with(problem, e, almost + 1)).total() > best.total()) {
            decided++;
          }
        }
      }
    }
    // "At least": one point more decides sometimes, and often others would move up as well.
    assertThat(decided).isGreaterThan(asked / 10);
  }

  @Test
  void aPlacementStaysBestAsLongAsItsLeadLasts() {
    SplittableRandom random = new SplittableRandom(2);
    int led = 0;
    for (int trial = 0; trial < Trials.of(400); trial++) {
      AllocationProblem problem = Instances.random(random, 7, 4, 2, 30);
      Allocation best = BestTotal.allocate(problem);
      PairReasons reasons = PairReasons.of(best);
      for (int i = 0; i < problem.learnerCount(); i++) {
        if (best.placeOf(i) == Allocation.UNPLACED) {
          continue;
        }
        int e = problem.pair(i, best.placeOf(i));
        PairReason reason = reasonOf(problem, reasons, i, e);
        assertThat(reason.outcome()).isEqualTo(PairReason.Outcome.PLACED);
        int lower = (int) (problem.affinityOf(e) - reason.lead());
        if (lower > 0) {
          assertThat(BestTotal.allocate(with(problem, e, lower)).total())
              .isEqualTo(best.total() - reason.lead());
          led++;
        }
      }
    }
    assertThat(led).isPositive();
  }

  @Test
  void theStoryOfThePriceIsToldInNumbersAndWords() {
    Allocation best =
        BestTotal.allocate(
            AllocationProblem.builder()
                .opportunity("stage", 1)
                .opportunity("closed", 0)
                .pair("noa", "stage", 640)
                .pair("amir", "stage", 610)
                .pair("amir", "closed", 5)
                .learner("lia")
                .build());
    PairReasons reasons = PairReasons.of(best);

    PairReason amir = reasons.of("amir", "stage");

    assertThat(amir.outcome()).isEqualTo(PairReason.Outcome.OUTBID);
    assertThat(amir.price()).isEqualTo(610);
    assertThat(amir.missing()).isEqualTo(1);
    assertThat(reasons.of("amir", "closed").outcome()).isEqualTo(PairReason.Outcome.NO_PLACES);
    assertThat(reasons.of("lia", "stage").excludedBy()).containsExactly(PairReasons.NO_PAIR);
    assertThat(reasons.of("noa", "stage").lead()).isEqualTo(30);
    assertThat(reasons.ofLearner("amir", 5))
        .extracting(PairReason::opportunity)
        .containsExactly("stage", "closed");
    assertThatThrownBy(() -> reasons.of("nobody", "stage"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void pairsBeyondTheListsAreExplainedByTheirRuleOrTheirPrice() {
    List<String> learners = List.of("l0", "l1", "l2");
    List<String> opportunities = List.of("a", "b", "far");
    int[][] points = {{900, 700, 800}, {800, 650, 0}, {500, 640, 800}};
    CandidateSearch search =
        new CandidateSearch(
            CandidateCity.builder(learners, opportunities, (i, j) -> points[i][j])
                .learnersAt(new double[3], new double[3], new double[] {5, 5, 5})
                .opportunitiesAt(
                    new double[] {0, 1, 9}, new double[] {0, 1, 9}, new int[] {1, 1, 1})
                .rules(List.of(new PairRule("siblings", (i, j) -> i != 2 || j != 0)))
                .build());
    PricedAllocation priced = BestTotal.allocate(search, 1, Runnable::run, 1);
    PairReasons reasons = PairReasons.of(priced, search);

    assertThat(reasons.of("l0", "far").excludedBy()).containsExactly("distance");
    assertThat(reasons.of("l2", "a").excludedBy()).containsExactly("siblings");
    assertThat(reasons.of("l1", "far").excludedBy())
        .containsExactly("distance", "nothing-to-learn");
    for (int i = 0; i < 3; i++) {
      PairReason reason = reasons.of("l" + i, "b");
      assertThat(reason.affinity()).isEqualTo(points[i][1]);
      assertThat(reason.missing() > 0).isEqualTo(priced.allocation().placeOf(i) != 1);
    }
    assertThat(reasons.of("l2", "a").sentences(id -> id))
        .extracting(Sentence::key)
        .containsExactly("reason.excluded", "rule.of-the-host");
  }

  private static PairReason reasonOf(
      AllocationProblem problem, PairReasons reasons, int learner, int pair) {
    return reasons.of(
        problem.learners().get(learner), problem.opportunities().get(problem.opportunityOf(pair)));
  }

  private static AllocationProblem with(AllocationProblem problem, int pair, int affinity) {
    return problem.withPairs(
        IntStream.rangeClosed(0, problem.learnerCount()).map(problem::start).toArray(),
        IntStream.range(0, problem.pairCount()).map(problem::opportunityOf).toArray(),
        IntStream.range(0, problem.pairCount())
            .map(e -> e == pair ? affinity : problem.affinityOf(e))
            .toArray());
  }
}
