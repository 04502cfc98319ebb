package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One choice under quotas, and each number of its certificate wrong by one: that is named. */
class TamperedQuotaCertificateTest {
  private static final AllocationProblem PAIRS =
      AllocationProblem.builder()
          .opportunity("x", 1)
          .opportunity("y", 2)
          .opportunity("z", 1)
          .pair("a", "x", 5)
          .pair("a", "y", 3)
          .pair("b", "x", 4)
          .pair("b", "y", 1)
          .pair("c", "y", 2)
          .pair("c", "z", 6)
          .build();

  private static QuotaProblem.Builder quotas() {
    return QuotaProblem.over(PAIRS)
        .mostEach(2)
        .slots("x", Set.of("Mon"))
        .slots("y", Set.of("Tue"))
        .slots("z", Set.of("Tue"))
        .learners("school", List.of("a", "b"))
        .opportunities("provider", List.of("x", "y"))
        .quota(Quota.of("school", "school", "provider", 2));
  }

  /** Pairs in their order: a x, a y, b x, b y, c y, c z. */
  private static final class Draft {
    QuotaProblem problem = quotas().build();
    int[] chosen = {0, 1, 5};
    long[] learners = {0, 0, 0};
    // By learner Monday's, then Tuesday's.
    long[] slots = {0, 0, 0, 0, 0, 2};
    long[] opportunities = {3, 0, 0};
    long[] quotas = {1};

    String flaw() {
      QuotaCertificate certificate = new QuotaCertificate(learners, slots, opportunities, quotas);
      return QuotaChecker.flaw(problem, chosen, certificate).orElse("");
    }
  }

  private static String after(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return draft.flaw();
  }

  @Test
  void theCertificateAsItIsProvesTheChoice() {
    assertThat(after(d -> {})).isEmpty();
    assertThat(BestTotal.allocate(quotas().build()).chosen()).containsExactly(0, 1, 5);
    // What a learner's second place would be worth may stand in their price or beyond it.
    assertThat(after(d -> d.learners[0] = 1)).isEmpty();
  }

  @Test
  void chosenAreThePairsOfThisProblemEachOnce() {
    String none = "Pair %d is none of the problem, or chosen twice.";
    assertThat(after(d -> d.chosen = new int[] {-1})).isEqualTo(String.format(none, -1));
    assertThat(after(d -> d.chosen = new int[] {6})).isEqualTo(String.format(none, 6));
    assertThat(after(d -> d.chosen = new int[] {0, 1, 5, 0})).isEqualTo(String.format(none, 0));
  }

  @Test
  void theCertificateIsOfThisProblem() {
    String other = "The certificate is of another problem.";
    assertThat(after(d -> d.learners = new long[2])).isEqualTo(other);
    assertThat(after(d -> d.slots = new long[3])).isEqualTo(other);
    assertThat(after(d -> d.opportunities = new long[4])).isEqualTo(other);
    assertThat(after(d -> d.quotas = new long[0])).isEqualTo(other);
  }

  @Test
  void severalSlotsAreForWhoTakesOnePlaceOnly() {
    String several = "Several slots an opportunity are not for this checker.";
    assertThat(after(d -> d.problem = quotas().slots("z", Set.of("Mon", "Tue")).build()))
        .isEqualTo(several);
    assertThat(
            after(d -> d.problem = quotas().most("c", 1).slots("z", Set.of("Mon", "Tue")).build()))
        .isEmpty();
  }

  @Test
  void everyBoundIsKept() {
    assertThat(after(d -> d.problem = quotas().most("a", 1).build()))
        .isEqualTo("Learner 0 has 2 places.");
    assertThat(after(d -> d.chosen = new int[] {0, 1, 4, 5}))
        .isEqualTo("Learner 2 has two places in one slot.");
    assertThat(after(d -> d.chosen = new int[] {0, 2, 5}))
        .isEqualTo("Opportunity 0 has more learners than places.");
    assertThat(after(d -> d.chosen = new int[] {0, 1, 3, 5})).isEqualTo("Quota 'school' has 3.");
    assertThat(after(d -> d.problem = quotas().fixed("b", "y").build()))
        .isEqualTo("Fixed pair 3 is not chosen.");
  }

  @Test
  void noPriceIsBelowZero() {
    assertThat(after(d -> d.learners[1] = -1)).isEqualTo("Learner 1 has a price below 0.");
    assertThat(after(d -> d.slots[3] = -1)).isEqualTo("A slot of learner 1 has a price below 0.");
    assertThat(after(d -> d.opportunities[1] = -1)).isEqualTo("Opportunity 1 has a price below 0.");
    assertThat(after(d -> d.quotas[0] = -1))
        .isEqualTo("Quota 'school' has a price below 0 and no lower bound.");
  }

  @Test
  void pricesCostJustWhatIsReached() {
    assertThat(after(d -> d.learners[2]++)).isEqualTo("The total is 14, the bound 15.");
    assertThat(after(d -> d.learners[1]++)).isEqualTo("The total is 14, the bound 16.");
    assertThat(after(d -> d.slots[4]++)).isEqualTo("The total is 14, the bound 15.");
    assertThat(after(d -> d.slots[5]--)).isEqualTo("The total is 14, the bound 15.");
    assertThat(after(d -> d.opportunities[0]++)).isEmpty();
    assertThat(after(d -> d.opportunities[0] = 5)).isEqualTo("The total is 14, the bound 15.");
    assertThat(after(d -> d.opportunities[0]--)).isEqualTo("The total is 14, the bound 15.");
    assertThat(after(d -> d.opportunities[2]++)).isEmpty();
    assertThat(after(d -> d.opportunities[1]++)).isEqualTo("The total is 14, the bound 15.");
    assertThat(after(d -> d.quotas[0]--)).isEqualTo("The total is 14, the bound 16.");
    assertThat(after(d -> d.chosen = new int[] {0, 1, 4}))
        .isEqualTo("The total is 10, the bound 14.");
  }

  @Test
  void aQuotaOfAllLearnersAtAllOpportunitiesHoldsEveryPair() {
    QuotaProblem problem =
        QuotaProblem.over(PAIRS)
            .quota(new Quota("all", null, null, 0, 1))
            .quota(Quota.ofLearners("c", "c", 1))
            .quota(Quota.ofLearners("c again", "c", 1))
            .quota(Quota.ofOpportunities("at z", "z", 1))
            .build();
    QuotaCertificate right = certificate(new long[] {5, 0, 1, 0});

    assertThat(QuotaChecker.flaw(problem, new int[] {5}, right)).isEmpty();
    assertThat(QuotaChecker.flaw(problem, new int[] {5}, certificate(new long[] {5, 1, 0, 0})))
        .isEmpty();
    assertThat(QuotaChecker.flaw(problem, new int[] {5}, certificate(new long[] {5, 0, 0, 1})))
        .isEmpty();
    assertThat(QuotaChecker.flaw(problem, new int[] {5}, certificate(new long[] {4, 0, 1, 0})))
        .hasValue("The total is 6, the bound 7.");
    assertThat(QuotaChecker.flaw(problem, new int[] {1, 5}, right)).hasValue("Quota 'all' has 2.");
    assertThat(QuotaChecker.flaw(problem, new int[0], right))
        .hasValue("The total is 0, the bound 6.");
  }

  private static QuotaCertificate certificate(long[] quotas) {
    return new QuotaCertificate(new long[3], new long[0], new long[3], quotas);
  }

  @Test
  void aLowerBoundMayHaveAPriceBelowZeroAndIsKept() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .pair("b", "x", 4)
            .pair("b", "y", 1)
            .build();
    QuotaProblem problem =
        QuotaProblem.over(pairs).quota(Quota.ofOpportunities("y", "y", 3).atLeast(1)).build();
    QuotaCertificate right =
        new QuotaCertificate(new long[] {4}, new long[0], new long[2], new long[] {-3});

    assertThat(QuotaChecker.flaw(problem, new int[] {1}, right)).isEmpty();
    assertThat(QuotaChecker.flaw(problem, new int[] {0}, right)).hasValue("Quota 'y' has 0.");
    assertThat(
            QuotaChecker.flaw(
                problem,
                new int[] {1},
                new QuotaCertificate(new long[] {4}, new long[0], new long[2], new long[] {-2})))
        .hasValue("The total is 1, the bound 2.");
  }

  @Test
  void whatIsFixedCountsEvenWhereItsPricesAreAboveItsWorth() {
    AllocationProblem pairs =
        AllocationProblem.builder().opportunity("y", 1).pair("a", "y", 1).pair("b", "y", 4).build();
    QuotaProblem problem = QuotaProblem.over(pairs).fixed("a", "y").build();

    assertThat(
            QuotaChecker.flaw(
                problem,
                new int[] {0},
                new QuotaCertificate(new long[2], new long[0], new long[] {4}, new long[0])))
        .isEmpty();
    assertThat(
            QuotaChecker.flaw(
                problem,
                new int[] {0},
                new QuotaCertificate(new long[2], new long[0], new long[] {3}, new long[0])))
        .hasValue("The total is 1, the bound 2.");
  }

  @Test
  void whatALongDoesNotHoldIsRefused() {
    String overflow = "The certificate's numbers leave the range of a long.";
    long half = Long.MAX_VALUE / 2 + 1;
    assertThat(after(d -> d.learners[0] = half)).isEqualTo(overflow);
    assertThat(after(d -> d.opportunities[1] = half)).isEqualTo(overflow);
    assertThat(after(d -> d.quotas[0] = half)).isEqualTo(overflow);
    assertThat(
            after(
                d -> {
                  d.slots[0] = half;
                  d.slots[2] = half;
                }))
        .isEqualTo(overflow);
  }
}
