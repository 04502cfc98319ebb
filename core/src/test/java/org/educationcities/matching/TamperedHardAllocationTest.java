package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.matching.HardAllocation.Proof;
import org.junit.jupiter.api.Test;

/** Worked hard problems: every bound just kept, just broken, and bounds shown in each way. */
class TamperedHardAllocationTest {

  /** Two together and one alone, at x for two or more and y, which cost 3 and 1 to open. */
  private static HardProblemBuilder problem() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 2)
            .opportunity("y", 1)
            .pair("a", "x", 3)
            .pair("b", "x", 4)
            .pair("c", "x", 5)
            .pair("c", "y", 6)
            .build();
    return HardProblem.over(quotas(pairs).build())
        .together("two", List.of("a", "b"))
        .atLeastOrNone("x", 2)
        .openingCost("x", 3)
        .openingCost("y", 1);
  }

  private static QuotaProblem.Builder quotas(AllocationProblem pairs) {
    return QuotaProblem.over(pairs)
        .mostEach(2)
        .learners("all", List.of("a", "b"))
        .quota(new Quota("of x", "all", "x", 1, 2));
  }

  private static String every(HardProblem problem, long value, long bound, int... chosen) {
    return flaw(problem, value, bound, Proof.EVERY_CHOICE, Optional.empty(), chosen);
  }

  private static String flaw(
      HardProblem problem,
      long value,
      long bound,
      Proof proof,
      Optional<QuotaAllocation> flow,
      int... chosen) {
    int[] sizes = {problem.pairCount(), problem.quotas().quotas().size(), problem.limits().size()};
    HardBound none = new HardBound(new long[sizes[0]], new long[sizes[1]], new long[sizes[2]]);
    return HardChecker.flaw(problem, chosen, value, bound, proof, none, flow).orElse("");
  }

  @Test
  void everyChoiceIsLookedAtAgain() {
    HardProblem problem = problem().build();

    // a and b at x, c at y: 7 - 3 and 6 - 1.
    assertThat(every(problem, 9, 9, 0, 1, 3)).isEmpty();
    assertThat(every(problem, 4, 9, 0, 1)).isEmpty();
    assertThat(every(problem, 4, 8, 0, 1)).isEqualTo("Another choice has 9, more than the bound.");
    assertThat(every(problem, 4, 4, 0, 1)).isEqualTo("Another choice has 9, more than the bound.");
    assertThat(every(problem, 5, 9, 3)).isEqualTo("Quota 'of x' has 0.");
    assertThat(every(problem, 8, 9, 0, 1, 3)).isEqualTo("The value is 9, not 8.");
    assertThat(every(problem, 9, 8, 0, 1, 3)).isEqualTo("The bound 8 is below the value 9.");
    assertThat(every(problem, 9, 9, 0, 1, 3, 4))
        .isEqualTo("Pair 4 is none of the problem, or chosen twice.");
    assertThat(every(problem, 9, 9, 0, 1, 3, 3))
        .isEqualTo("Pair 3 is none of the problem, or chosen twice.");
  }

  @Test
  void everyUnitHasItsOwnPairsOnly() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .pair("a", "x", 3)
            .pair("b", "y", 4)
            .build();
    HardProblem problem = HardProblem.over(QuotaProblem.over(pairs).build()).build();

    assertThat(every(problem, 4, 7, 1)).isEmpty();
    assertThat(every(problem, 4, 6, 1)).isEqualTo("Another choice has 7, more than the bound.");
  }

  @Test
  void everyChoiceIsForAFewPairsOnly() {
    for (int pairs : new int[] {HardChecker.EVERY_CHOICE_UP_TO, 15}) {
      AllocationProblem.Builder builder = AllocationProblem.builder().opportunity("x", 20);
      for (int i = 0; i < pairs; i++) {
        builder.pair("l" + i, "x", 1);
      }
      HardProblem problem = HardProblem.over(QuotaProblem.over(builder.build()).build()).build();
      assertThat(every(problem, 0, pairs))
          .isEqualTo(pairs == 14 ? "" : "There are too many pairs, 15, to look at every choice.");
      if (pairs == 14) {
        assertThat(every(problem, 0, 13)).isEqualTo("Another choice has 14, more than the bound.");
      }
    }
  }

  @Test
  void eachBoundIsKeptToTheLastPlace() {
    assertThat(every(problem().atLeastOrNone("x", 3).build(), 9, 9, 0, 1, 3))
        .isEqualTo("Opportunity 0 opens with 2 only.");
    assertThat(every(problem().partsOfAPlace(2).takes("b", 2).build(), 9, 9, 0, 1, 3)).isEmpty();
    assertThat(every(problem().partsOfAPlace(2).takes("b", 3).build(), 9, 9, 0, 1, 3))
        .isEqualTo("Opportunity 0 has more learners than places.");
    OpenLimit two = new OpenLimit("both", List.of("x", "y"), 2);
    OpenLimit one = new OpenLimit("both", List.of("x", "y"), 1);
    assertThat(every(problem().mostOpen(two).build(), 9, 9, 0, 1, 3)).isEmpty();
    assertThat(every(problem().mostOpen(one).build(), 9, 9, 0, 1, 3))
        .isEqualTo("Limit 'both' has 2 open.");
    assertThat(every(problem().build(), 2, 9, 0, 3)).isEqualTo("Unit 'two' is split.");
  }

  @Test
  void aLearnerTakesNoTwoThatClashAndNoMoreThanTheyMay() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .opportunity("z", 1)
            .pair("c", "x", 5)
            .pair("c", "y", 6)
            .pair("c", "z", 7)
            .build();
    QuotaProblem two =
        QuotaProblem.over(pairs)
            .mostEach(2)
            .slots("y", Set.of("Mon"))
            .slots("z", Set.of("Mon", "Tue"))
            .fixed("c", "x")
            .build();
    HardProblem problem = HardProblem.over(two).build();
    HardProblem clashing = HardProblem.over(two).clash("x", "z").build();

    assertThat(every(problem, 12, 12, 0, 2)).isEmpty();
    assertThat(every(problem, 11, 12, 0, 1)).isEmpty();
    assertThat(every(problem, 18, 18, 0, 1, 2)).isEqualTo("Learner 0 has 3 places.");
    assertThat(every(problem, 13, 13, 1, 2)).isEqualTo("Learner 0 has two places that clash.");
    assertThat(every(problem, 7, 12, 2)).isEqualTo("Fixed pair 0 is not chosen.");
    assertThat(every(clashing, 12, 12, 0, 2)).isEqualTo("Learner 0 has two places that clash.");
    assertThat(every(clashing, 11, 11, 0, 1)).isEmpty();
  }

  @Test
  void aFlowShowsABoundByItsOwnCertificateOnly() {
    AllocationProblem pairs =
        AllocationProblem.builder().opportunity("x", 1).pair("a", "x", 5).pair("b", "x", 4).build();
    QuotaProblem quotas = QuotaProblem.over(pairs).build();
    HardProblem problem = HardProblem.over(quotas).build();
    QuotaAllocation best = BestTotal.allocate(quotas);
    QuotaAllocation wrong =
        new QuotaAllocation(
            quotas,
            BitSet.valueOf(new long[] {1}),
            new long[2],
            new QuotaCertificate(new long[2], new long[0], new long[] {3}, new long[0]));
    QuotaAllocation ofAnother = BestTotal.allocate(QuotaProblem.over(pairs).build());

    assertThat(flaw(problem, 5, 5, Proof.FLOW, Optional.of(best), 0)).isEmpty();
    assertThat(flaw(problem, 4, 5, Proof.FLOW, Optional.of(best), 1)).isEmpty();
    assertThat(flaw(problem, 4, 4, Proof.FLOW, Optional.of(best), 1))
        .isEqualTo("The flow has 5, more than the bound.");
    assertThat(flaw(problem, 5, 5, Proof.FLOW, Optional.of(wrong), 0))
        .isEqualTo("The total is 5, the bound 6.");
    assertThat(flaw(problem, 5, 5, Proof.FLOW, Optional.of(ofAnother), 0))
        .isEqualTo("There is no solved flow of this problem.");
    assertThat(flaw(problem, 5, 5, Proof.FLOW, Optional.empty(), 0))
        .isEqualTo("There is no solved flow of this problem.");
  }

  @Test
  void anAllocationIsCheckedWithAllItsParts() {
    HardProblem problem = problem().build();
    HardBound none = new HardBound(new long[3], new long[1], new long[0]);
    ProblemClass outside = problem.problemClass();

    assertThat(
            HardChecker.flaw(
                new HardAllocation(
                    problem, outside, new int[] {0, 1, 3}, 9, 9, Proof.EVERY_CHOICE, none, null)))
        .isEmpty();
    assertThat(
            HardChecker.flaw(
                new HardAllocation(
                    problem, outside, new int[] {0, 1}, 4, 8, Proof.EVERY_CHOICE, none, null)))
        .isPresent();
  }
}
