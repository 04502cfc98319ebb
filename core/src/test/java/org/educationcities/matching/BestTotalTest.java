package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against every allocation there is, on instances small enough to try them all. */
class BestTotalTest {

  @Test
  void tenThousandTinyInstancesHaveTheBestTotalOfAllAllocations() {
    againstEveryAllocation(10_000, 1);
  }

  @Test
  @Tag("long")
  void aHundredThousandTinyInstancesHaveTheBestTotalOfAllAllocations() {
    againstEveryAllocation(100_000, 2);
  }

  @Test
  void oneMorePlaceRaisesTheTotalByExactlyItsPrice() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < Trials.of(1500); trial++) {
      AllocationProblem problem = Instances.random(random, 12, 5, 3, trial % 4 == 0 ? 2 : 30);
      Allocation best = BestTotal.allocate(problem);
      for (int j = 0; j < problem.opportunityCount(); j++) {
        Allocation more = BestTotal.allocate(Instances.withOneMorePlace(problem, j));
        assertThat(more.total() - best.total())
            .as("trial %d, opportunity %d", trial, j)
            .isEqualTo(best.price(j));
      }
    }
  }

  @Test
  void mediumInstancesAreProvenBest() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < Trials.of(40); trial++) {
      AllocationProblem problem = Instances.random(random, 400, 40, 9, 1000);
      Allocation best = BestTotal.allocate(problem);
      assertThat(CertificateChecker.flaw(best)).isEmpty();
    }
  }

  @Test
  void fewPairsFirstFindWhatAllPairsWouldHaveFound() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < Trials.of(30); trial++) {
      // Many choices that all prefer the same few, so that pairs beyond the first must be added.
      AllocationProblem problem = Instances.random(random, 120, 90, 2, trial % 2 == 0 ? 3 : 500);
      Allocation direct = new ExactSolver(problem).solve();
      assertThat(BestTotal.allocate(problem).total()).isEqualTo(direct.total());
    }
  }

  @Test
  void scalingEveryAffinityScalesTheTotal() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < Trials.of(500); trial++) {
      AllocationProblem problem = Instances.random(random, 20, 6, 3, 50);
      assertThat(BestTotal.allocate(Instances.scaled(problem, 7)).total())
          .isEqualTo(7 * BestTotal.allocate(problem).total());
    }
  }

  @Test
  void theCheckerRefusesWhateverIsTamperedWith() {
    SplittableRandom random = new SplittableRandom(6);
    int refused = 0;
    for (int trial = 0; trial < Trials.of(2000); trial++) {
      AllocationProblem problem = Instances.random(random, 8, 4, 3, 20);
      Allocation best = BestTotal.allocate(problem);
      int[] placeOf = Instances.placesOf(best);
      long[] prices = Instances.pricesOf(best);
      long[] surpluses = Instances.surplusesOf(best);
      switch (random.nextInt(3)) {
        case 0 -> surpluses[random.nextInt(surpluses.length)] += random.nextBoolean() ? 1 : -1;
        case 1 -> {
          int j = random.nextInt(prices.length);
          if (problem.places(j) == 0) {
            continue;
          }
          prices[j] += random.nextBoolean() ? 1 : -1;
        }
        default -> {
          int i = random.nextInt(placeOf.length);
          if (placeOf[i] == Allocation.UNPLACED) {
            continue;
          }
          placeOf[i] = Allocation.UNPLACED;
        }
      }
      assertThat(CertificateChecker.flaw(problem, placeOf, new Certificate(prices, surpluses)))
          .as("trial %d", trial)
          .isPresent();
      refused++;
    }
    assertThat(refused).isGreaterThan(Trials.of(1000));
  }

  @Test
  void theCheckerRefusesNumbersThatLeaveTheRangeOfALong() {
    AllocationProblem problem =
        AllocationProblem.builder().opportunity("a", 3).pair("x", "a", 1).build();

    assertThat(
            CertificateChecker.flaw(
                problem,
                new int[] {0},
                new Certificate(new long[] {Long.MAX_VALUE}, new long[] {1})))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("range of a long"));
  }

  private static void againstEveryAllocation(int instances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < instances; trial++) {
      int most = trial % 3 == 0 ? 2 : 40;
      AllocationProblem problem =
          Instances.random(random, random.nextInt(0, 7), random.nextInt(1, 5), 2, most);
      assertThat(BestTotal.allocate(problem).total())
          .as("trial %d", trial)
          .isEqualTo(Instances.bestOfAll(problem));
    }
  }

  @Test
  void tellsATotalAndABoundThatMeetInTheEnd() {
    AllocationProblem problem = Instances.random(new SplittableRandom(9), 120, 60, 2, 9);
    List<ProgressListener.Stage> stages = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    List<Long> bounds = new ArrayList<>();

    Allocation best =
        BestTotal.allocate(
            problem,
            () -> false,
            (stage, total, bound) -> {
              stages.add(stage);
              totals.add(total);
              bounds.add(bound);
            });

    assertThat(stages)
        .startsWith(ProgressListener.Stage.STARTED, ProgressListener.Stage.SEARCHING)
        .endsWith(ProgressListener.Stage.DONE);
    assertThat(totals).allMatch(total -> total <= best.total()).endsWith(best.total());
    assertThat(bounds).allMatch(bound -> bound >= best.total()).endsWith(best.total());
  }
}
