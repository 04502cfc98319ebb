package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One allocation, and each number of its certificate wrong by one: exactly that is named. */
class TamperedCertificateTest {
  private static final AllocationProblem PROBLEM =
      AllocationProblem.builder()
          .opportunity("x", 1)
          .opportunity("y", 2)
          .pair("a", "x", 5)
          .pair("a", "y", 3)
          .pair("b", "x", 4)
          .pair("c", "y", 2)
          .learner("d")
          .build();

  private static final class Draft {
    int[] placeOf = {1, 0, 1, Allocation.UNPLACED};
    long[] prices = {2, 0};
    long[] surpluses = {3, 2, 2, 0};

    String flaw() {
      return CertificateChecker.flaw(PROBLEM, placeOf, new Certificate(prices, surpluses))
          .orElse("");
    }
  }

  private static String after(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return draft.flaw();
  }

  @Test
  void theCertificateAsItIsProvesTheAllocationAndTheOtherBestOne() {
    assertThat(after(d -> {})).isEmpty();
    assertThat(after(d -> d.placeOf = new int[] {0, -1, 1, -1}))
        .isEqualTo("The total is 7, the bound 9.");
    assertThat(CertificateChecker.flaw(BestTotal.allocate(PROBLEM))).isEmpty();
    Certificate wrong = new Certificate(new long[] {3, 0}, new long[] {3, 2, 2, 0});
    assertThat(CertificateChecker.flaw(new Allocation(PROBLEM, new Draft().placeOf, wrong)))
        .hasValue("The total is 9, the bound 10.");
  }

  @Test
  void itIsOfThisProblem() {
    String other = "The certificate is of another problem.";
    assertThat(after(d -> d.placeOf = new int[] {1, 0, 1})).isEqualTo(other);
    assertThat(after(d -> d.surpluses = new long[] {3, 2, 2})).isEqualTo(other);
    assertThat(after(d -> d.prices = new long[] {2, 0, 0})).isEqualTo(other);
    assertThat(
            after(
                d -> {
                  d.placeOf = new int[] {1, 0, 1, -1, -1};
                  d.surpluses = new long[] {3, 2, 2, 0, 0};
                }))
        .isEqualTo(other);
  }

  @Test
  void everyPlacementIsAPairWithinThePlaces() {
    assertThat(after(d -> d.placeOf[1] = 1))
        .isEqualTo("Learner 1 is placed where no eligible pair leads.");
    assertThat(after(d -> d.placeOf[3] = 0))
        .isEqualTo("Learner 3 is placed where no eligible pair leads.");
    assertThat(after(d -> d.placeOf[0] = 0)).isEqualTo("Opportunity 0 has 2 in its places.");
  }

  @Test
  void noPriceAndNoSurplusIsBelowZero() {
    assertThat(after(d -> d.prices[1] = -1)).isEqualTo("The price of opportunity 1 is below 0.");
    assertThat(after(d -> d.surpluses[3] = -1)).isEqualTo("The surplus of learner 3 is below 0.");
  }

  @Test
  void priceAndSurplusCoverEveryPairAndCostWhatIsReached() {
    String worthMore =
        "The pair of learner %d and opportunity %d is worth more than its price and surplus.";
    assertThat(after(d -> d.surpluses[0]--)).isEqualTo(String.format(worthMore, 0, 0));
    assertThat(after(d -> d.surpluses[1]--)).isEqualTo(String.format(worthMore, 1, 0));
    assertThat(after(d -> d.surpluses[2]--)).isEqualTo(String.format(worthMore, 2, 1));
    assertThat(after(d -> d.prices[0]--)).isEqualTo(String.format(worthMore, 0, 0));
    assertThat(after(d -> d.prices[0]++)).isEqualTo("The total is 9, the bound 10.");
    assertThat(after(d -> d.prices[1]++)).isEqualTo("The total is 9, the bound 11.");
    for (int i = 0; i < 4; i++) {
      int learner = i;
      assertThat(after(d -> d.surpluses[learner]++)).isEqualTo("The total is 9, the bound 10.");
    }
    assertThat(after(d -> d.placeOf[0] = -1)).isEqualTo("The total is 6, the bound 9.");
  }

  @Test
  void whatALongDoesNotHoldIsRefused() {
    String overflow = "The certificate's numbers leave the range of a long.";
    assertThat(after(d -> d.prices[1] = Long.MAX_VALUE / 2 + 1)).isEqualTo(overflow);
    assertThat(after(d -> d.surpluses[3] = Long.MAX_VALUE)).isEqualTo(overflow);
    AllocationProblem full =
        AllocationProblem.builder().opportunity("x", 0).pair("a", "x", 5).build();
    Certificate dear = new Certificate(new long[] {Long.MAX_VALUE}, new long[] {1});
    assertThat(CertificateChecker.flaw(full, new int[] {Allocation.UNPLACED}, dear))
        .hasValue(overflow);
  }
}
