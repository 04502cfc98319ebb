package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One repair, and each number of its certificate wrong by one: exactly that is named. */
class TamperedRepairTest {

  /** Ada makes room for Ben, who is new; Cid had no place and has none. */
  private static final class Draft {
    int placesOfY = 1;
    long cost = 9;
    int[] placeOf = {1, 0, Allocation.UNPLACED};
    long[] prices = {13, 2};
    long[] surpluses = {1, -9, 0};
    long placeWeight = 21;
    long changeWeight = 9;

    String flaw() {
      AllocationProblem problem =
          AllocationProblem.builder()
              .opportunity("x", 1)
              .opportunity("y", placesOfY)
              .pair("Ada", "x", 5)
              .pair("Ada", "y", 3)
              .pair("Ben", "x", 4)
              .pair("Cid", "y", 2)
              .build();
      return RepairChecker.flaw(
              new RepairedAllocation(
                  problem,
                  new PlacementsBefore(Map.of("Ada", "x"), Set.of("Cid"), Map.of()),
                  placeOf,
                  cost,
                  new RepairCertificate(prices, surpluses, placeWeight, changeWeight)))
          .orElse("");
    }
  }

  private static String after(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return draft.flaw();
  }

  @Test
  void theCertificateAsItIsProvesTheRepair() {
    assertThat(after(d -> {})).isEmpty();
    // The greatest price that still leaves Ben no worse than without a place.
    assertThat(
            after(
                d -> {
                  d.prices[0] = 25;
                  d.surpluses[1] = -21;
                }))
        .isEmpty();
  }

  @Test
  void itIsOfThisProblem() {
    String other = "The certificate is of another problem.";
    assertThat(after(d -> d.prices = new long[] {13})).isEqualTo(other);
    assertThat(after(d -> d.surpluses = new long[] {1, -9})).isEqualTo(other);
  }

  @Test
  void placesAreKeptAndOnesLeftCostNothing() {
    assertThat(after(d -> d.placeOf[0] = 0)).isEqualTo("Opportunity 0 has 2 in its places.");
    assertThat(after(d -> d.prices[1] = -1)).isEqualTo("The price of opportunity 1 is -1.");
    assertThat(after(d -> d.placesOfY = 2)).isEqualTo("The price of opportunity 1 is 2.");
  }

  @Test
  void nobodyHasLessThanWithoutAPlaceAndWhoHasNoneHasJustThat() {
    assertThat(
            after(
                d -> {
                  d.prices[0] = 26;
                  d.surpluses[1] = -22;
                }))
        .isEqualTo("The surplus of learner 1 is -22.");
    assertThat(after(d -> d.surpluses[2] = 1)).isEqualTo("The surplus of learner 2 is 1.");
    assertThat(
            after(
                d -> {
                  d.prices = new long[] {14, 3};
                  d.surpluses = new long[] {0, -10, -1};
                }))
        .isEqualTo("The surplus of learner 2 is -1.");
  }

  @Test
  void noPairIsWorthMoreAndEveryPlacementJustThat() {
    assertThat(
            after(
                d -> {
                  d.prices[0]--;
                  d.surpluses[1]++;
                }))
        .isEqualTo(
            "The pair of learner 0 and opportunity 0 is worth more than its price and surplus.");
    assertThat(after(d -> d.surpluses[1]--))
        .isEqualTo(
            "The pair of learner 1 and opportunity 0 is worth more than its price and surplus.");
    assertThat(after(d -> d.surpluses[0]++))
        .isEqualTo("The place of learner 0 is not borne out by its price.");
    assertThat(after(d -> d.surpluses[1]++))
        .isEqualTo("The place of learner 1 is not borne out by its price.");
  }

  @Test
  void aPlaceWeighsMoreThanAllPointsAndAChangeWhatItCosts() {
    assertThat(after(d -> d.placeWeight = 20)).isEqualTo("A place weighs 20, points up to 20.");
    assertThat(after(d -> d.changeWeight = 8)).isEqualTo("A change weighs 8 at a cost of 9.");
    assertThat(
            after(
                d -> {
                  d.prices[0]++;
                  d.surpluses[1]--;
                  d.changeWeight = 10;
                  d.placeWeight = 22;
                }))
        .isEqualTo("A change weighs 10 at a cost of 9.");
    assertThat(
            after(
                d -> {
                  d.cost = -1;
                  d.changeWeight = -1;
                }))
        .isEqualTo("A change weighs -1 at a cost of -1.");
    assertThat(
            after(
                d -> {
                  d.cost = 0;
                  d.changeWeight = 0;
                }))
        .isEmpty();
  }

  @Test
  void aCostBeyondAllAffinityMayWeighJustMoreThanThat() {
    assertThat(after(d -> beyondAll(d, 12, 24))).isEmpty();
    assertThat(after(d -> beyondAll(d, 12, 23))).isEqualTo("A place weighs 23, points up to 23.");
    assertThat(after(d -> beyondAll(d, 11, 24))).isEqualTo("A change weighs 11 at a cost of 100.");
    assertThat(after(d -> beyondAll(d, 101, 200)))
        .isEqualTo("A change weighs 101 at a cost of 100.");
  }

  private static void beyondAll(Draft draft, long changeWeight, long placeWeight) {
    draft.cost = 100;
    draft.changeWeight = changeWeight;
    draft.placeWeight = placeWeight;
    draft.prices[0] = 4 + changeWeight;
    draft.surpluses[1] = -changeWeight;
  }

  @Test
  void whatALongDoesNotHoldIsRefused() {
    String overflow = "The certificate's numbers leave the range of a long.";
    assertThat(
            after(
                d -> {
                  d.cost = Long.MAX_VALUE;
                  d.changeWeight = Long.MAX_VALUE;
                }))
        .isEqualTo(overflow);
    assertThat(after(d -> d.prices[0] = Long.MAX_VALUE)).isEqualTo(overflow);
    assertThat(after(d -> d.placeWeight = Long.MIN_VALUE)).isEqualTo(overflow);
  }
}
