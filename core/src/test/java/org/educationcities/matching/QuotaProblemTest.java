package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several places a learner, slots and quotas: against every choice there is. */
class QuotaProblemTest {

  @Test
  void tenThousandNestedInstancesHaveTheBestTotalOfAllChoices() {
    nestedAgainstEveryChoice(10_000, 1);
  }

  @Test
  @Tag("long")
  void aHundredThousandNestedInstancesHaveTheBestTotalOfAllChoices() {
    nestedAgainstEveryChoice(100_000, 2);
  }

  @Test
  void tenThousandInstancesOfAnyQuotasAreSolvedExactlyOrNamedAsOutside() {
    SplittableRandom random = new SplittableRandom(3);
    int exact = 0;
    for (int trial = 0; trial < Trials.of(10_000); trial++) {
      QuotaProblem problem = QuotaInstances.any(random, 1 + random.nextInt(4), 3);
      ProblemClass found = BestTotal.recognise(problem);
      if (found.isExact()) {
        exact++;
        compare(problem, trial);
      } else {
        assertThatThrownBy(() -> BestTotal.allocate(problem))
            .isInstanceOf(OutsideExactClassException.class)
            .hasMessageContaining(found.outside());
      }
    }
    assertThat(exact).isBetween(Trials.of(3000), Trials.of(9900));
  }

  @Test
  void mediumInstancesAreProvenBest() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < Trials.of(60); trial++) {
      QuotaProblem problem = QuotaInstances.nested(random, 60, 12);
      try {
        assertThat(QuotaChecker.flaw(BestTotal.allocate(problem))).isEmpty();
      } catch (NoAllocationException asked) {
        assertThat(asked).hasMessageContaining("Maybe");
      }
    }
  }

  @Test
  void aSchoolWithAProviderIsTheFirstConstraintOutside() {
    QuotaProblem problem = QuotaInstances.aSchoolWithAProvider();

    assertThat(BestTotal.recognise(problem).outside()).isEqualTo("S with P");
    assertThat(QuotaInstances.bestOfAll(problem)).isEqualTo(2);
  }

  @Test
  void severalSlotsLeaveTheClassForWhoMayTakeSeveralPlacesOnly() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .pair("l", "x", 3)
            .pair("l", "y", 4)
            .build();
    QuotaProblem.Builder builder = QuotaProblem.over(pairs).slots("x", Set.of("Mon", "Tue"));

    assertThat(BestTotal.recognise(builder.build()).isExact()).isTrue();
    assertThat(BestTotal.recognise(builder.mostEach(2).build()).outside()).isEqualTo("x");
  }

  @Test
  void severalSlotsDoNoHarmToThoseWhoMayNotTakeThem() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .pair("one", "x", 3)
            .pair("two", "y", 4)
            .build();
    QuotaProblem problem =
        QuotaProblem.over(pairs).slots("x", Set.of("Mon", "Tue")).most("two", 2).build();

    assertThat(BestTotal.allocate(problem).total()).isEqualTo(7);
  }

  @Test
  void oneMorePlaceRaisesTheTotalAtMostByItsPrice() {
    SplittableRandom random = new SplittableRandom(5);
    int raised = 0;
    for (int trial = 0; trial < Trials.of(400); trial++) {
      AllocationProblem pairs = Instances.random(random, 6, 4, 2, 20);
      QuotaAllocation best = BestTotal.allocate(bounded(pairs));
      for (int j = 0; j < pairs.opportunityCount(); j++) {
        QuotaAllocation more = BestTotal.allocate(bounded(Instances.withOneMorePlace(pairs, j)));
        long gain = more.total() - best.total();
        assertThat(gain).isBetween(0L, best.certificate().opportunityPrice(j));
        raised += gain > 0 ? 1 : 0;
      }
    }
    assertThat(raised).isGreaterThan(Trials.of(100));
  }

  private static QuotaProblem bounded(AllocationProblem pairs) {
    return QuotaProblem.over(pairs)
        .mostEach(2)
        .opportunities("provider", pairs.opportunities().subList(0, 2))
        .quota(Quota.ofOpportunities("of provider", "provider", 3))
        .build();
  }

  @Test
  void withoutQuotasItFindsWhatTheOtherSolverFindsPricesIncluded() {
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < Trials.of(300); trial++) {
      AllocationProblem pairs = Instances.random(random, 15, 5, 3, 30);
      Allocation plain = BestTotal.allocate(pairs);
      QuotaAllocation quotas = BestTotal.allocate(QuotaProblem.over(pairs).build());
      assertThat(quotas.total()).isEqualTo(plain.total());
      for (int e = 0; e < pairs.pairCount(); e++) {
        if (pairs.places(pairs.opportunityOf(e)) > 0) {
          assertThat(quotas.placePrice(e)).isEqualTo(plain.price(pairs.opportunityOf(e)));
        }
      }
    }
  }

  @Test
  void theCheckerRefusesWhateverIsTamperedWith() {
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (int trial = 0; trial < Trials.of(1500); trial++) {
      QuotaProblem problem = QuotaInstances.nested(random, 5, 3);
      QuotaAllocation best;
      try {
        best = BestTotal.allocate(problem);
      } catch (NoAllocationException none) {
        continue;
      }
      if (best.placements() == 0) {
        continue;
      }
      int[] fewer = Arrays.copyOf(best.chosen(), best.placements() - 1);
      assertThat(QuotaChecker.flaw(problem, fewer, best.certificate())).isPresent();
      long[] learnerPrices = new long[problem.pairs().learnerCount()];
      for (int i = 0; i < learnerPrices.length; i++) {
        learnerPrices[i] = best.certificate().learnerPrice(i);
      }
      learnerPrices[random.nextInt(learnerPrices.length)] -= 1_000;
      assertThat(QuotaChecker.flaw(problem, best.chosen(), withLearnerPrices(best, learnerPrices)))
          .isPresent();
      refused++;
    }
    assertThat(refused).isGreaterThan(Trials.of(700));
  }

  private static QuotaCertificate withLearnerPrices(QuotaAllocation best, long[] learnerPrices) {
    QuotaProblem problem = best.problem();
    long[] slots = new long[learnerPrices.length * problem.slotCount()];
    Arrays.setAll(slots, best.certificate()::slotPrice);
    long[] places = new long[problem.pairs().opportunityCount()];
    Arrays.setAll(places, best.certificate()::opportunityPrice);
    long[] quotas = new long[problem.quotas().size()];
    Arrays.setAll(quotas, best.certificate()::quotaPrice);
    return new QuotaCertificate(learnerPrices, slots, places, quotas);
  }

  @Test
  void stopsWhenAsked() {
    QuotaProblem problem =
        QuotaProblem.over(Instances.random(new SplittableRandom(8), 300, 40, 3, 9)).build();

    assertThatThrownBy(() -> BestTotal.allocate(problem, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static void nestedAgainstEveryChoice(int instances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < instances; trial++) {
      QuotaProblem problem =
          QuotaInstances.nested(random, 1 + random.nextInt(4), 1 + random.nextInt(3));
      assertThat(BestTotal.recognise(problem).isExact()).as("trial %d", trial).isTrue();
      compare(problem, trial);
    }
  }

  private static void compare(QuotaProblem problem, int trial) {
    long best = QuotaInstances.bestOfAll(problem);
    if (best == QuotaInstances.NONE) {
      assertThatThrownBy(() -> BestTotal.allocate(problem))
          .as("trial %d", trial)
          .isInstanceOf(NoAllocationException.class);
    } else {
      assertThat(BestTotal.allocate(problem).total()).as("trial %d", trial).isEqualTo(best);
    }
  }
}
