package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.educationcities.matching.ReservedSeats.Block;
import org.educationcities.matching.ReservedSeats.Unfilled;
import org.educationcities.matching.StableResult.Placement;
import org.educationcities.matching.StableResult.Proposing;
import org.junit.jupiter.api.Test;

/** What stable problems and results are made of, what they tell and what they refuse. */
class StableTypesTest {
  private static final Lottery LOTTERY = Lottery.single("x");

  @Test
  void byAffinityTheGreaterIsWishedForFirstAndOfEqualsTheLesserNumber() {
    StableProblem problem =
        StableProblem.byAffinity(
            AllocationProblem.builder()
                .opportunity("x", 1)
                .opportunity("y", 2)
                .opportunity("z", 1)
                .pair("a", "x", 3)
                .pair("a", "y", 9)
                .pair("a", "z", 9)
                .pair("b", "z", 4)
                .build());

    assertThat(problem.opportunity).containsExactly(1, 2, 0, 2);
    assertThat(problem.priority).containsExactly(9, 9, 3, 4);
    assertThat(problem.first).containsExactly(0, 3, 4);
    assertThat(problem.places).containsExactly(1, 2, 1);
    assertThat(problem.slot).containsExactly(-1, -1, -1);
    assertThat(problem.choices()).isEqualTo(4);
  }

  @Test
  void aResultTellsHowManyHaveWhatTheyWished() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .learner(StableLearner.of("a", "x", "y"))
            .learner(StableLearner.of("b", "x", "y"))
            .learner(StableLearner.of("c", "x"))
            .build();
    StableResult result =
        new StableResult(
            problem,
            Proposing.LEARNERS,
            LOTTERY,
            List.of(new Placement("a", "x", 1, false), new Placement("b", "y", 2, false)));

    assertThat(result.placed()).isEqualTo(2);
    assertThat(result.unplaced()).isEqualTo(1);
    assertThat(result.withFirstChoice()).isEqualTo(1);
    assertThat(result.notionSentences())
        .extracting(Sentence::key)
        .containsExactly(
            "notion.stable",
            "notion.stable.learners-proposing",
            "notion.stable.true-wishes",
            "notion.stable.single-lottery");
    assertThat(
            new StableResult(problem, Proposing.PLACES, Lottery.perOpportunity("x"), List.of())
                .notionSentences())
        .extracting(Sentence::key)
        .containsExactly(
            "notion.stable",
            "notion.stable.places-proposing",
            "notion.stable.no-true-wishes",
            "notion.stable.lottery-each");
  }

  @Test
  void fixedPlacementsThatCannotStandAreRefused() {
    refused(one(1).fix("a", "x").fix("a", "y"), "a has 2 fixed placements, may have 1");
    refused(one(2).fix("a", "x").fix("a", "y"), "of learner a clash");
    refused(one(1).fix("a", "full"), "full has more fixed placements than places");
    refused(
        one(2).provider("p", 1, List.of("x", "z")).fix("a", "z").fix("a", "x"),
        "The provider of opportunity");
    refused(one(1).fix("b", "x"), "names learner b, which is not there");
    refused(one(1).fix("a", "w"), "names opportunity w, which is not there");
    assertThat(one(2).fix("a", "x").fix("a", "z").build().fixedCount(0)).isEqualTo(2);
    assertThat(one(3).fix("a", "v").fix("a", "z").build().fixedCount(0)).isEqualTo(2);
  }

  private static StableProblemBuilder one(int most) {
    return StableProblem.builder()
        .opportunity("x", 1, "Mon")
        .opportunity("y", 1, "Mon")
        .opportunity("z", 1)
        .opportunity("v", 1)
        .opportunity("full", 0)
        .learner(new StableLearner("a", most, List.of(), Set.of()));
  }

  private static void refused(StableProblemBuilder builder, String told) {
    assertThatThrownBy(() -> StableMatching.learnersPropose(builder.build(), LOTTERY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("\nMaybe ");
  }

  @Test
  void placesAreSharedByOneProviderAndNotReservedToo() {
    List<String> x = List.of("x");
    refused(one(1).provider("p", 1, x).provider("q", 1, x), "x shares the places of two providers");
    refused(
        one(1)
            .reserve(new ReservedSeats("x", List.of(new Block("g", 1)), Unfilled.STAY_FREE))
            .provider("p", 1, x),
        "x has reserved seats and shares a provider's places");
    refused(one(1).provider("p", -1, x), "Provider p has -1 places");
    assertThat(one(1).provider("p", 0, x).build().providerPlaces).containsExactly(0);
    assertThatThrownBy(() -> new Block("g", -1)).hasMessageContaining("-1 seats");
    assertThat(new Block("g", 0).seats()).isZero();
  }

  @Test
  void arraysThatDoNotFitAreRefused() {
    String[] ids = {"a"};
    String[] places = {"x", "y"};
    int[] counts = {1, 1};
    int[] first = {0, 2};
    assertThat(
            StableProblem.ofArrays(ids, places, counts, first, new int[] {1, 0}, new int[2])
                .choices())
        .isEqualTo(2);
    refusedArrays(new int[] {1, 1}, new int[] {0, 2}, "number 1 twice");
    refusedArrays(new int[] {1, 2}, new int[] {0, 2}, "number 2, which is not there");
    refusedArrays(new int[] {1, -1}, new int[] {0, 2}, "number -1, which is not there");
    refusedArrays(new int[] {1, 0}, new int[] {0, 1}, "lengths do not fit");
    refusedArrays(new int[] {1, 0}, new int[] {1, 2}, "lengths do not fit");
    assertThatThrownBy(
            () ->
                StableProblem.ofArrays(
                    ids, places, new int[] {1, -1}, first, new int[2], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                StableProblem.ofArrays(
                    ids, places, new int[] {1, -1}, first, new int[] {0, 1}, new int[2]))
        .hasMessageContaining("y has -1 places");
  }

  private static void refusedArrays(int[] choices, int[] first, String told) {
    assertThatThrownBy(
            () ->
                StableProblem.ofArrays(
                    new String[] {"a"},
                    new String[] {"x", "y"},
                    new int[] {1, 0},
                    first,
                    choices,
                    new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }
}
