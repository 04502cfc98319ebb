package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The auction with its exact finish against the circulation, prices included. */
class SeatSolverTest {

  @Test
  void twelveThousandInstancesHaveTheTotalAndTheSmallestPricesOfTheCirculation() {
    againstTheCirculation(12_000, 11);
  }

  @Test
  @Tag("long")
  void aHundredThousandInstancesHaveTheTotalAndTheSmallestPricesOfTheCirculation() {
    againstTheCirculation(100_000, 12);
  }

  private static void againstTheCirculation(int instances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int solved = 0;
    int priced = 0;
    for (int trial = 0; trial < instances; trial++) {
      boolean isMedium = trial % 100 == 0;
      int learners = random.nextInt(1, isMedium ? 60 : 9);
      QuotaProblem problem =
          SeatInstances.random(random, learners, random.nextInt(1, isMedium ? 12 : 6));
      NestedFamilies families = new NestedFamilies(problem);
      Optional<SeatNetwork> seats = SeatNetwork.of(problem, families);
      NestedQuotaSolver circulation = new NestedQuotaSolver(problem, families, Stop.NEVER);
      if (seats.isEmpty()) {
        assertThatThrownBy(circulation::solve)
            .as("trial %d", trial)
            .isInstanceOf(NoAllocationException.class);
        continue;
      }
      solved++;
      QuotaAllocation slow = circulation.solve();
      QuotaAllocation fast =
          new SeatSolver(problem, families, seats.orElseThrow(), Stop.NEVER).solve();
      assertThat(QuotaChecker.flaw(fast)).as("trial %d", trial).isEmpty();
      assertThat(fast.total()).as("trial %d", trial).isEqualTo(slow.total());
      assertThat(pricesOf(fast)).as("trial %d", trial).isEqualTo(pricesOf(slow));
      priced +=
          IntStream.range(0, problem.pairs().pairCount()).anyMatch(e -> fast.placePrice(e) > 0)
              ? 1
              : 0;
    }
    assertThat(solved).isGreaterThan(instances * 6 / 10);
    assertThat(priced).isGreaterThan(instances / 3);
  }

  private static long[] pricesOf(QuotaAllocation allocation) {
    return IntStream.range(0, allocation.problem().pairs().pairCount())
        .mapToLong(allocation::placePrice)
        .toArray();
  }

  @Test
  void anotherOrderChangesNeitherTheTotalNorAnyPrice() {
    SplittableRandom random = new SplittableRandom(13);
    int solved = 0;
    for (int trial = 0; trial < Trials.of(600); trial++) {
      QuotaProblem problem = SeatInstances.random(random, 8, 5);
      int[] learners = shuffled(random, problem.pairs().learnerCount());
      int[] opportunities = shuffled(random, problem.pairs().opportunityCount());
      QuotaProblem other = SeatInstances.rebuilt(problem, learners, opportunities, -1);
      Optional<QuotaAllocation> here = solved(problem);
      Optional<QuotaAllocation> there = solved(other);
      assertThat(there.isPresent()).isEqualTo(here.isPresent());
      if (here.isEmpty()) {
        continue;
      }
      solved++;
      assertThat(there.orElseThrow().total()).isEqualTo(here.orElseThrow().total());
      for (int i = 0; i < learners.length; i++) {
        for (int j = 0; j < opportunities.length; j++) {
          int pair = problem.pairs().pair(learners[i], opportunities[j]);
          if (pair >= 0) {
            assertThat(there.orElseThrow().placePrice(other.pairs().pair(i, j)))
                .as("trial %d", trial)
                .isEqualTo(here.orElseThrow().placePrice(pair));
          }
        }
      }
    }
    assertThat(solved).isGreaterThan(Trials.of(400));
  }

  @Test
  void oneMorePlaceRaisesTheTotalAtMostByItsPrice() {
    SplittableRandom random = new SplittableRandom(14);
    int raised = 0;
    for (int trial = 0; trial < Trials.of(400); trial++) {
      QuotaProblem problem = SeatInstances.random(random, 8, 4);
      Optional<QuotaAllocation> best = solved(problem);
      int[] learners = IntStream.range(0, problem.pairs().learnerCount()).toArray();
      int[] opportunities = IntStream.range(0, problem.pairs().opportunityCount()).toArray();
      for (int j = 0; best.isPresent() && j < opportunities.length; j++) {
        QuotaProblem roomier = SeatInstances.rebuilt(problem, learners, opportunities, j);
        long gain = solved(roomier).orElseThrow().total() - best.orElseThrow().total();
        assertThat(gain)
            .as("trial %d", trial)
            .isBetween(0L, best.orElseThrow().certificate().opportunityPrice(j));
        raised += gain > 0 ? 1 : 0;
      }
    }
    assertThat(raised).isGreaterThan(Trials.of(100));
  }

  @Test
  void onAnyThreadTheSamePairsAreChosen() {
    QuotaProblem problem =
        QuotaProblem.over(Instances.random(new SplittableRandom(15), 400, 40, 12, 1000))
            .mostEach(2)
            .build();
    List<List<Integer>> chosen =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(unused -> IntStream.of(BestTotal.allocate(problem).chosen()).boxed().toList())
            .toList();

    assertThat(chosen.get(0)).isNotEmpty();
    assertThat(chosen).containsOnly(chosen.get(0));
  }

  @Test
  void stopsWheneverItIsAsked() {
    QuotaProblem problem =
        QuotaProblem.over(Instances.random(new SplittableRandom(16), 300, 40, 3, 9))
            .mostEach(2)
            .build();
    NestedFamilies families = new NestedFamilies(problem);
    SeatNetwork seats = SeatNetwork.of(problem, families).orElseThrow();
    AtomicInteger asked = new AtomicInteger();
    new SeatSolver(problem, families, seats, new Stop(() -> asked.incrementAndGet() < 0)).solve();
    assertThat(asked).hasValueGreaterThan(2);
    for (int at = 1; at <= asked.get(); at++) {
      int stopAt = at;
      AtomicInteger again = new AtomicInteger();
      Stop stop = new Stop(() -> again.incrementAndGet() == stopAt);
      assertThatThrownBy(() -> new SeatSolver(problem, families, seats, stop).solve())
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void whatAsksForALeastNumberOrBoundsASchoolIsLeftToTheCirculation() {
    AllocationProblem pairs = Instances.random(new SplittableRandom(17), 6, 3, 2, 9);
    QuotaProblem.Builder school =
        QuotaProblem.over(pairs)
            .learners("school", List.of("l0", "l1", "l2"))
            .quota(Quota.ofLearners("of school", "school", 2));
    QuotaProblem.Builder least =
        QuotaProblem.over(pairs).quota(Quota.ofOpportunities("at o1", "o1", 5).atLeast(1));

    for (QuotaProblem each : List.of(school.build(), least.build())) {
      assertThat(SeatNetwork.of(each, new NestedFamilies(each))).isEmpty();
    }
  }

  private static Optional<QuotaAllocation> solved(QuotaProblem problem) {
    NestedFamilies families = new NestedFamilies(problem);
    return SeatNetwork.of(problem, families)
        .map(seats -> new SeatSolver(problem, families, seats, Stop.NEVER).solve());
  }

  private static int[] shuffled(SplittableRandom random, int count) {
    int[] order = IntStream.range(0, count).toArray();
    for (int at = count - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int swapped = order[at];
      order[at] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
