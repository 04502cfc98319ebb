package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two bottlenecks, and each part of them told wrongly by one: exactly that is named. */
class TamperedBottlenecksTest {
  private static final AllocationProblem PROBLEM =
      AllocationProblem.builder()
          .opportunity("stage", 1)
          .opportunity("hall", 1)
          .opportunity("pitch", 1)
          .pair("noa", "stage", 1)
          .pair("noa", "hall", 1)
          .pair("lia", "hall", 1)
          .pair("tal", "stage", 1)
          .pair("amir", "pitch", 1)
          .learner("gil")
          .build();

  private static final class Draft {
    final List<Bottleneck> groups =
        new ArrayList<>(
            List.of(
                group(List.of("noa", "lia", "tal"), List.of("stage", "hall"), 2),
                group(List.of("gil"), List.of(), 0)));
    final int[] placeOf = {0, 1, Allocation.UNPLACED, 2, Allocation.UNPLACED};

    String flaw() {
      return BottleneckChecker.flaw(new Bottlenecks(PROBLEM, groups, placeOf)).orElse("");
    }
  }

  private static Bottleneck group(List<String> learners, List<String> opportunities, long places) {
    return new Bottleneck(learners, opportunities, places);
  }

  private static String after(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return draft.flaw();
  }

  @Test
  void theGroupsAsTheyAreStandAndAreFound() {
    assertThat(after(d -> {})).isEmpty();
    assertThat(Bottlenecks.of(PROBLEM).groups())
        .containsExactlyInAnyOrderElementsOf(new Draft().groups);
    assertThat(Bottlenecks.of(PROBLEM).mostPlaced()).isEqualTo(3);
  }

  @Test
  void anOpportunityIsThereAndOfOneGroup() {
    String gone = "Group %d names an opportunity that is no longer to be had.";
    assertThat(after(d -> d.groups.set(1, group(List.of("gil"), List.of("moon"), 0))))
        .isEqualTo(String.format(gone, 1));
    assertThat(after(d -> d.groups.set(1, group(List.of("gil"), List.of("hall"), 0))))
        .isEqualTo(String.format(gone, 1));
  }

  @Test
  void placesAreCountedOnce() {
    List<String> who = List.of("noa", "lia", "tal");
    for (long told : new long[] {1, 3}) {
      assertThat(after(d -> d.groups.set(0, group(who, List.of("stage", "hall"), told))))
          .isEqualTo("Group 0 has 2 places.");
    }
    assertThat(after(d -> d.groups.set(0, group(who, List.of("stage", "hall", "hall"), 2))))
        .isEqualTo("Group 0 has 2 places.");
  }

  @Test
  void learnersAreThereAndNamedOnce() {
    String wrong = "Group 1 names a learner who is not there, or named twice.";
    assertThat(after(d -> d.groups.set(1, group(List.of("eve"), List.of(), 0)))).isEqualTo(wrong);
    assertThat(after(d -> d.groups.set(1, group(List.of("gil", "gil"), List.of(), 0))))
        .isEqualTo(wrong);
    assertThat(after(d -> d.groups.set(1, group(List.of("gil", "tal"), List.of(), 0))))
        .isEqualTo(wrong);
  }

  @Test
  void noPairLeadsOutAndThereAreTooFewPlaces() {
    assertThat(after(d -> d.groups.set(1, group(List.of("gil", "amir"), List.of(), 0))))
        .isEqualTo("A pair of learner 3 leads out of group 1.");
    assertThat(after(d -> d.groups.set(1, group(List.of("amir"), List.of("pitch"), 1))))
        .isEqualTo("Group 1 has places for all.");
    assertThat(after(d -> d.groups.set(1, group(List.of("gil", "amir"), List.of("pitch"), 1))))
        .isEmpty();
  }

  @Test
  void thePlacementsArePairsWithinThePlacesAndLeaveOutNoMoreThanMustBe() {
    assertThat(after(d -> d.placeOf[3] = 0)).isEqualTo("Learner 3 is placed where they cannot be.");
    assertThat(after(d -> d.placeOf[4] = 2)).isEqualTo("Learner 4 is placed where they cannot be.");
    assertThat(after(d -> d.placeOf[2] = 0)).isEqualTo("Learner 2 is placed where they cannot be.");
    assertThat(after(d -> d.placeOf[3] = Allocation.UNPLACED))
        .isEqualTo("3 are left out, 2 must be.");
    assertThat(after(d -> d.groups.remove(1))).isEqualTo("2 are left out, 1 must be.");
  }
}
