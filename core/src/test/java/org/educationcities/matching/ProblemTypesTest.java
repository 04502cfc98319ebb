package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.educationcities.matching.FairLearner.Offer;
import org.educationcities.matching.HardAllocation.Proof;
import org.junit.jupiter.api.Test;

/** What problems and results are made of, to the edge of every range. */
class ProblemTypesTest {

  private static void refused(ThrowingCallable made, String told) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  /** Two learners, two opportunities, three pairs. */
  private static AllocationProblem of(
      int[] places, int[] start, int[] opportunityOf, int[] affinityOf) {
    return AllocationProblem.of(
        List.of("a", "b"), List.of("x", "y"), places, start, opportunityOf, affinityOf);
  }

  @Test
  void anAllocationProblemOfArraysHasTheirShapesAndRanges() {
    int most = AllocationProblem.MAX_AFFINITY;
    int[] places = {0, 2};
    int[] start = {0, 2, 3};
    int[] opportunities = {0, 1, 1};
    int[] affinities = {1, most, 5};
    AllocationProblem right = of(places, start, opportunities, affinities);

    assertThat(right.pair(0, 1)).isEqualTo(1);
    assertThat(right.pair(1, 0)).isEqualTo(-1);
    assertThat(right.affinityOf(1)).isEqualTo(most);
    assertThat(of(places, new int[] {0, 0, 2}, new int[] {0, 1}, new int[] {1, 1}).start(1))
        .isZero();
    refused(() -> of(places, new int[] {0, 3}, opportunities, affinities), "do not span");
    refused(() -> of(places, new int[] {1, 2, 3}, opportunities, affinities), "do not span");
    refused(() -> of(places, new int[] {0, 2, 2}, opportunities, affinities), "do not span");
    refused(() -> of(new int[1], start, opportunities, affinities), "number of places");
    refused(() -> of(places, start, opportunities, new int[] {1, 1}), "has an affinity");
    refused(() -> of(new int[] {-1, 0}, start, opportunities, affinities), "0 or more");
    refused(() -> of(places, new int[] {0, 4, 3}, opportunities, affinities), "starts never fall");
    for (int[] wrong : new int[][] {{-1, 1, 1}, {0, 2, 1}, {1, 0, 1}, {1, 1, 1}}) {
      refused(() -> of(places, start, wrong, affinities), "in rising order");
    }
    for (int wrong : new int[] {0, -1, most + 1}) {
      refused(() -> of(places, start, opportunities, new int[] {1, wrong, 1}), "An affinity is 1");
    }
  }

  @Test
  void anAllocationProblemIsCollectedByIds() {
    AllocationProblem problem =
        AllocationProblem.builder()
            .learner("a")
            .opportunity("x", 1)
            .opportunity("y", 0)
            .pair("b", "y", 3)
            .pair("b", "x", 4)
            .pair("b", "y", 5)
            .learner("b")
            .build();

    assertThat(problem.learners()).containsExactly("a", "b");
    assertThat(problem.pairCount()).isEqualTo(2);
    assertThat(problem.start(1)).isZero();
    assertThat(problem.affinityOf(1)).isEqualTo(5);
    assertThat(problem.withPlaces(new int[] {1, 0})).isSameAs(problem);
    assertThat(problem.withPlaces(new int[] {1, 1}).places(1)).isEqualTo(1);
    refused(
        () -> AllocationProblem.builder().opportunity("x", 1).opportunity("x", 1), "comes twice");
    refused(() -> AllocationProblem.builder().pair("a", "x", 1), "was not added");
  }

  @Test
  void aQuotaIsFromItsLeastToItsMost() {
    assertThat(new Quota("q", null, null, 2, 2).least()).isEqualTo(2);
    assertThat(Quota.of("q", "a", "x", 3).atLeast(3).most()).isEqualTo(3);
    refused(() -> new Quota("q", null, null, -1, 2), "from -1 to 2");
    refused(() -> Quota.ofLearners("q", "a", 2).atLeast(3), "from 3 to 2");
    refused(() -> Quota.ofOpportunities("q", "x", -1), "from 0 to -1");
  }

  @Test
  void aQuotaProblemKnowsWhatItNames() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .pair("a", "x", 1)
            .pair("a", "y", 2)
            .pair("b", "y", 3)
            .build();
    QuotaProblem problem =
        QuotaProblem.over(pairs)
            .most("b", 0)
            .slots("x", Set.of("Mon", "Tue"))
            .slots("y", Set.of("Tue"))
            .learners("all", List.of("b", "a", "b"))
            .quota(Quota.ofLearners("q", "all", 1))
            .quota(Quota.ofOpportunities("p", "y", 1))
            .fixed("a", "y")
            .forbidden("b", "y")
            .build();

    assertThat(problem.most(0)).isEqualTo(1);
    assertThat(problem.most(1)).isZero();
    assertThat(problem.pairs().pairCount()).isEqualTo(2);
    assertThat(problem.isFixed(1)).isTrue();
    assertThat(problem.isFixed(0)).isFalse();
    assertThat(problem.hasSeveralSlots(0)).isTrue();
    assertThat(problem.hasSeveralSlots(1)).isFalse();
    assertThat(problem.shareSlot(0, 1)).isTrue();
    assertThat(problem.learnersOf(problem.quotas().get(0))).containsExactly(0, 1);
    assertThat(problem.opportunitiesOf(problem.quotas().get(0))).isNull();
    assertThat(problem.learnersOf(problem.quotas().get(1))).isNull();
    assertThat(problem.opportunitiesOf(problem.quotas().get(1))).containsExactly(1);
    QuotaProblem.Builder builder = QuotaProblem.over(pairs);
    refused(() -> builder.mostEach(-1), "not -1");
    refused(() -> builder.most("c", 1), "Learner 'c' is not known");
    refused(() -> builder.slots("z", Set.of()), "Opportunity 'z' is not known");
    refused(() -> builder.quota(Quota.ofLearners("q", "none", 1)), "Learner 'none'");
    Quota twice = Quota.ofLearners("twice", "a", 1);
    refused(() -> builder.quota(twice).quota(twice), "'twice' comes twice");
    refused(() -> QuotaProblem.over(pairs).fixed("b", "x").build(), "'b' is fixed at 'x'");
    refused(
        () -> QuotaProblem.over(pairs).fixed("a", "x").forbidden("a", "x").build(),
        "no eligible pair");
  }

  @Test
  void aFairProblemNamesWhatIsThereAndOnce() {
    FairProblem.Builder builder =
        FairProblem.builder()
            .opportunity("x", 0)
            .opportunity("y", 2, "Mon")
            .provider("p", 0, List.of("x"))
            .bondBonus(1000)
            .learner(
                new FairLearner(
                    "a", 1, 0, List.of(new Offer("y", 1, 0, true), Offer.of("x", 1000))));
    FairProblem problem = builder.build();

    assertThat(problem.bondBonus()).isEqualTo(1000);
    assertThat(problem.affinity).containsExactly(1000, 1000);
    assertThat(problem.provider).containsExactly(0, -1);
    assertThat(problem.slot).containsExactly(-1, 0);
    refused(() -> builder.opportunity("x", 1), "Opportunity x is there twice");
    refused(() -> builder.opportunity("z", -1), "z has -1 places");
    refused(() -> builder.provider("p", 1, List.of()), "Provider p is there twice");
    refused(() -> builder.provider("q", -1, List.of()), "q has -1 places");
    refused(() -> builder.learner(FairLearner.of("a")), "Learner a is there twice");
    refused(() -> builder.bondBonus(-1), "is -1");
    refused(() -> builder.bondBonus(1001), "is 1001");
    refused(() -> new Offer("x", 0, 0, false), "affinity 0");
    refused(() -> new Offer("x", 1001, 0, false), "affinity 1001");
    refused(() -> new Offer("x", 1, -1, false), "wish -1");
    refused(() -> new FairLearner("a", 0, 0, List.of()), "may have 0");
    refused(() -> new FairLearner("a", 1, -1, List.of()), "bonus of -1");
    refused(() -> new FairLearner("a", 1, 1_000_001, List.of()), "bonus of 1000001");
    assertThat(new FairLearner("a", 1, 1_000_000, List.of()).offers()).isEmpty();
    refused(
        () ->
            FairProblem.builder()
                .opportunity("x", 1)
                .learner(FairLearner.of("a", Offer.of("x", 1), Offer.of("x", 2)))
                .build(),
        "is offered x twice");
    refused(
        () -> FairProblem.builder().learner(FairLearner.of("a", Offer.of("w", 1))).build(),
        "Learner a names opportunity w");
    refused(
        () -> builder.provider("q", 1, List.of("x")).build(), "Opportunity x has two providers");
  }

  @Test
  void aHardAllocationTellsItsGap() {
    assertThat(hard(90, 100).gap()).isEqualTo(0.1);
    assertThat(hard(90, 100).isProvenOptimal()).isFalse();
    assertThat(hard(100, 100).gap()).isZero();
    assertThat(hard(100, 100).isProvenOptimal()).isTrue();
    assertThat(hard(-3, 0).gap()).isEqualTo(3);
    assertThat(hard(-12, -10).gap()).isEqualTo(0.2);
  }

  private static HardAllocation hard(long value, long bound) {
    AllocationProblem pairs =
        AllocationProblem.builder().opportunity("x", 1).pair("a", "x", 1).build();
    HardProblem problem = HardProblem.over(QuotaProblem.over(pairs).build()).build();
    HardBound none = new HardBound(new long[1], new long[0], new long[0]);
    return new HardAllocation(
        problem, problem.problemClass(), new int[0], value, bound, Proof.RELAXATION, none, null);
  }

  @Test
  void aSearchHasItsStepsOrItsTime() {
    Instant[] now = {Instant.EPOCH};
    InstantSource clock = () -> now[0];
    SearchBudget standard = SearchBudget.standard(7);

    assertThat(standard.seed()).isEqualTo(7);
    assertThat(standard.stepsFor(10)).isEqualTo(20_600);
    assertThat(standard.end(Instant.EPOCH, 0.5)).isNull();
    assertThat(standard.steps(0).stepsFor(10)).isZero();
    SearchBudget timed = standard.within(Duration.ofMillis(10), clock);
    assertThat(timed.stepsFor(10)).isEqualTo(Long.MAX_VALUE);
    assertThat(timed.steps(5).stepsFor(10)).isEqualTo(5);
    assertThat(timed.end(Instant.EPOCH, 0.5)).isEqualTo(Instant.EPOCH.plusMillis(5));
    assertThat(standard.within(Duration.ZERO, clock).end(Instant.EPOCH, 1))
        .isEqualTo(Instant.EPOCH);
    refused(() -> standard.steps(-1), "not -1");
    refused(() -> standard.within(Duration.ofMillis(-1), clock), "not PT-0.001S");
    double[] steps = new double[4];
    SearchProgress counted = new SearchProgress(standard, 2, null, () -> {});
    Arrays.setAll(steps, unused -> counted.next());
    assertThat(steps).containsExactly(0, 0.5, 1, 1.5);
    assertThat(new SearchProgress(standard, 0, null, () -> {}).next()).isEqualTo(1);
    Instant end = Instant.EPOCH.plusMillis(10);
    SearchProgress byTime = new SearchProgress(timed, 1_000, end, () -> {});
    now[0] = Instant.EPOCH.plusMillis(5);
    assertThat(byTime.next()).isEqualTo(0.5);
    assertThat(new SearchProgress(timed, 1_000, now[0], () -> {}).next()).isEqualTo(1);
  }
}
