package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.educationcities.matching.StableResult.Placement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StableMatchingTest {

  private static final Lottery LOTTERY = Lottery.single("27 3 14 8 41 30");

  @Test
  void givesEachLearnerTheBestTheyHaveInAnyStableMatching() {
    // Two stable matchings: learners' first choices, and places' first choices.
    StableProblem problem =
        StableProblem.builder()
            .opportunity("theatre", 1)
            .opportunity("lab", 1)
            .learner(learner("a", 1, choice("theatre", 1), choice("lab", 2)))
            .learner(learner("b", 1, choice("lab", 1), choice("theatre", 2)))
            .build();

    StableResult learners = StableMatching.learnersPropose(problem, LOTTERY);
    StableResult places = StableMatching.placesPropose(problem, LOTTERY);

    assertThat(learners.placements())
        .containsExactly(
            new Placement("a", "theatre", 1, false), new Placement("b", "lab", 1, false));
    assertThat(places.placements())
        .containsExactly(
            new Placement("a", "lab", 2, false), new Placement("b", "theatre", 2, false));
    assertThat(learners.rewardsTrueWishes()).isTrue();
    assertThat(places.rewardsTrueWishes()).isFalse();
    assertThat(learners.notionSentences())
        .containsExactly(
            Sentence.of("notion.stable"),
            Sentence.of("notion.stable.learners-proposing"),
            Sentence.of("notion.stable.true-wishes"),
            Sentence.of("notion.stable.single-lottery", LOTTERY.commitment()));
    assertThat(learners.withFirstChoice()).isEqualTo(2);
  }

  @Test
  void theOrderOfReservedAndOpenSeatsMatters() {
    // Four learners for two places; both members are put first anyway.
    List<ReservedSeats.Block> reserveFirst =
        List.of(
            new ReservedSeats.Block("near", 1), new ReservedSeats.Block(ReservedSeats.EVERYONE, 1));
    List<ReservedSeats.Block> openFirst = List.of(reserveFirst.get(1), reserveFirst.get(0));

    assertThat(placed(reserveFirst)).containsExactly("near-1", "far-1");
    assertThat(placed(openFirst)).containsExactly("near-1", "near-2");
  }

  private static List<String> placed(List<ReservedSeats.Block> blocks) {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("o", 2)
            .reserve(new ReservedSeats("o", blocks, ReservedSeats.Unfilled.GO_TO_ANYONE))
            .learner(new StableLearner("near-1", 1, List.of(choice("o", 4)), Set.of("near")))
            .learner(new StableLearner("near-2", 1, List.of(choice("o", 2)), Set.of("near")))
            .learner(new StableLearner("far-1", 1, List.of(choice("o", 3)), Set.of()))
            .learner(new StableLearner("far-2", 1, List.of(choice("o", 1)), Set.of()))
            .build();
    StableResult result = StableMatching.learnersPropose(problem, LOTTERY);
    assertThat(StabilityChecker.faults(problem, result)).isEmpty();
    return result.placements().stream().map(Placement::learner).toList();
  }

  @Test
  void fixedPlacementsTakeTheirPlaceAndSlot() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("o", 1, "monday")
            .opportunity("p", 1, "monday")
            .opportunity("q", 1, "tuesday")
            .learner(learner("a", 2, choice("p", 9), choice("q", 1)))
            .learner(learner("b", 1, choice("o", 9), choice("p", 1)))
            .fix("a", "o")
            .build();

    assertThat(StableMatching.learnersPropose(problem, LOTTERY).placements())
        .containsExactly(
            new Placement("a", "o", 0, true),
            new Placement("a", "q", 2, false),
            new Placement("b", "p", 2, false));
  }

  @ParameterizedTest
  @EnumSource(Markets.Kind.class)
  void isTheBestStableMatchingForWhoeverProposes(Markets.Kind kind) {
    compareWithEveryMatching(new Random(kind.name().length()), kind, Trials.of(10_000), 8);
    compareWithEveryMatching(new Random(100 + kind.name().length()), kind, Trials.of(300), 11);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Markets.Kind.class)
  void isTheBestStableMatchingOfAHundredThousandMarkets(Markets.Kind kind) {
    compareWithEveryMatching(new Random(1000 + kind.name().length()), kind, 100_000, 9);
  }

  private static void compareWithEveryMatching(
      Random random, Markets.Kind kind, int instances, int choices) {
    int severalStable = 0;
    for (int instance = 0; instance < instances; instance++) {
      StableProblem problem =
          Markets.any(random, kind, 1 + random.nextInt(5), 1 + random.nextInt(4), choices);
      Lottery lottery = Markets.lottery(random);
      Set<Integer> best = pairs(problem, StableMatching.learnersPropose(problem, lottery));
      Set<Integer> worst = pairs(problem, StableMatching.placesPropose(problem, lottery));
      boolean bestFound = false;
      boolean worstFound = false;
      for (int subset = 0; subset < 1 << problem.choices(); subset++) {
        Set<Integer> held = new HashSet<>();
        for (int p = 0; p < problem.choices(); p++) {
          if ((subset & 1 << p) != 0) {
            held.add(p);
          }
        }
        if (!isPossible(problem, held)
            || !StabilityChecker.faults(problem, result(problem, lottery, held)).isEmpty()) {
          continue;
        }
        bestFound |= held.equals(best);
        worstFound |= held.equals(worst);
        for (int i = 0; i < problem.learners(); i++) {
          Set<Integer> own = of(problem, i, held);
          Set<Integer> ownBest = of(problem, i, best);
          Set<Integer> ownWorst = of(problem, i, worst);
          assertThat(choose(problem, i, own, ownBest)).isEqualTo(ownBest);
          assertThat(choose(problem, i, own, ownWorst)).isEqualTo(own);
        }
      }
      assertThat(bestFound).as("instance %d", instance).isTrue();
      assertThat(worstFound).as("instance %d", instance).isTrue();
      severalStable += best.equals(worst) ? 0 : 1;
    }
    // Else the comparison would say nothing about who proposes.
    assertThat(severalStable).isGreaterThanOrEqualTo(instances / 100);
  }

  /** Leaves out most of what cannot be, since the checker is the slow part. */
  private static boolean isPossible(StableProblem problem, Set<Integer> held) {
    int[] count = new int[problem.opportunities()];
    for (int p : held) {
      if (++count[problem.opportunity[p]] > problem.places[problem.opportunity[p]]) {
        return false;
      }
    }
    return true;
  }

  private static Set<Integer> of(StableProblem problem, int learner, Set<Integer> held) {
    Set<Integer> own = new HashSet<>();
    for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
      if (held.contains(p)) {
        own.add(p);
      }
    }
    return own;
  }

  /** What a learner takes of two sets of choices, each of which fits beside what is fixed. */
  private static Set<Integer> choose(
      StableProblem problem, int learner, Set<Integer> one, Set<Integer> other) {
    Set<Integer> taken = new HashSet<>();
    Set<Integer> slots = new HashSet<>();
    for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
      int slot = problem.slot[problem.opportunity[p]];
      if ((one.contains(p) || other.contains(p))
          && taken.size() < problem.most[learner] - problem.fixedCount(learner)
          && (slot < 0 || slots.add(slot))) {
        taken.add(p);
      }
    }
    return taken;
  }

  private static Set<Integer> pairs(StableProblem problem, StableResult result) {
    assertThat(StabilityChecker.faults(problem, result)).isEmpty();
    Set<Integer> pairs = new HashSet<>();
    for (Placement placement : result.placements()) {
      if (!placement.fixed()) {
        int learner = List.of(problem.learnerIds).indexOf(placement.learner());
        pairs.add(problem.first[learner] + placement.choice() - 1);
      }
    }
    return pairs;
  }

  private static StableResult result(StableProblem problem, Lottery lottery, Set<Integer> held) {
    int[] sorted = held.stream().mapToInt(Integer::intValue).sorted().toArray();
    return StableResult.of(problem, StableResult.Proposing.LEARNERS, lottery, sorted);
  }

  @Test
  void marketsOfSomeHundredsAreStable() {
    Random random = new Random(8);
    for (Markets.Kind kind : Markets.Kind.values()) {
      StableProblem problem = Markets.any(random, kind, 300, 60, 9_000);
      Lottery lottery = Markets.lottery(random);
      assertThat(StabilityChecker.faults(problem, StableMatching.learnersPropose(problem, lottery)))
          .isEmpty();
      assertThat(StabilityChecker.faults(problem, StableMatching.placesPropose(problem, lottery)))
          .isEmpty();
    }
  }

  @Test
  void theOrderOfLearnersMakesNoDifferenceAndTheSeedReplaysTheResult() {
    StableProblem problem = crowd(false);
    StableProblem turned = crowd(true);
    Lottery lottery = Lottery.perOpportunity("drawn in the town hall");

    List<Placement> placements = StableMatching.learnersPropose(problem, lottery).placements();

    assertThat(StableMatching.learnersPropose(turned, lottery).placements())
        .containsExactlyInAnyOrderElementsOf(placements);
    assertThat(StableMatching.learnersPropose(problem, Lottery.perOpportunity("another")))
        .extracting(StableResult::placements)
        .isNotEqualTo(placements);
  }

  private static StableProblem crowd(boolean turned) {
    StableProblemBuilder builder = StableProblem.builder().opportunity("x", 5).opportunity("y", 5);
    for (int i = 0; i < 40; i++) {
      builder.learner(StableLearner.of("l" + (turned ? 39 - i : i), "x", "y"));
    }
    return builder.build();
  }

  @Test
  void byAffinityEachSideWishesForWhatGivesMost() {
    AllocationProblem plain =
        AllocationProblem.builder()
            .opportunity("o", 1)
            .opportunity("p", 2)
            .pair("a", "o", 500)
            .pair("a", "p", 400)
            .pair("b", "o", 900)
            .pair("b", "p", 900)
            .build();
    StableProblem problem = StableProblem.byAffinity(plain);

    StableResult result = StableMatching.learnersPropose(problem, LOTTERY);

    assertThat(result.placements())
        .containsExactly(new Placement("a", "p", 2, false), new Placement("b", "o", 1, false));
    assertThat(StabilityChecker.faults(problem, result)).isEmpty();
  }

  @Test
  void theLotteryIsThePublishedFormula() {
    assertThat(Lottery.single("s").commitment())
        .isEqualTo("043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89");
    long number = Lottery.single("s").number("l", "o");
    assertThat(number)
        .isEqualTo(0x4b237eee398166deL); // the start of: printf 's\nlearner\nl' | sha256sum
    assertThat(Lottery.single("s").number("l", "other")).isEqualTo(number);
    assertThat(Lottery.perOpportunity("s").number("l", "o"))
        .isNotEqualTo(Lottery.perOpportunity("s").number("l", "other"));
    assertThat(Lottery.mix(0x9e3779b97f4a7c15L)).isEqualTo(0xe220a8397b1dcdafL);
  }

  @Test
  void choiceFunctionsAreSubstitutableAndTakeNoFewerOfMore() {
    Random random = new Random(12);
    for (int instance = 0; instance < Trials.of(10_000); instance++) {
      int size = 1 + random.nextInt(7);
      PlaceChoice choice = anyChoice(random, size);
      int[] asks = new int[size];
      for (int e = 0; e < size; e++) {
        asks[e] = e;
      }
      boolean[] all = new boolean[size];
      choice.choose(asks, asks, size, all);
      int without = random.nextInt(size);
      int[] fewer = new int[size];
      int count = 0;
      for (int e = 0; e < size; e++) {
        if (e != without) {
          fewer[count++] = e;
        }
      }
      boolean[] some = new boolean[size];
      choice.choose(fewer, fewer, count, some);
      int takenOfAll = all[without] ? 1 : 0;
      int takenOfFewer = 0;
      for (int e = 0; e < count; e++) {
        assertThat(!all[fewer[e]] || some[e]).isTrue();
        takenOfAll += all[fewer[e]] ? 1 : 0;
        takenOfFewer += some[e] ? 1 : 0;
      }
      assertThat(takenOfAll).isGreaterThanOrEqualTo(takenOfFewer);
    }
  }

  private static PlaceChoice anyChoice(Random random, int size) {
    if (random.nextBoolean()) {
      int[] opportunity = new int[size];
      for (int e = 0; e < size; e++) {
        opportunity[e] = random.nextInt(3);
      }
      int[] places = {random.nextInt(3), random.nextInt(3), random.nextInt(3)};
      return new PlaceChoice.ByProvider(random.nextInt(6), places, opportunity);
    }
    long[] groups = new long[size];
    for (int e = 0; e < size; e++) {
      groups[e] = random.nextInt(8);
    }
    int blocks = random.nextInt(4);
    long[] mask = new long[blocks];
    int[] seats = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      mask[b] = random.nextInt(4) == 0 ? 0 : 1L << random.nextInt(3);
      seats[b] = random.nextInt(3);
    }
    return new PlaceChoice.ByBlocks(
        new StableProblem.SeatBlocks(mask, seats, random.nextBoolean()), groups);
  }

  @Test
  void refusesWhatHasNoStableMatchingOrNoSense() {
    StableProblemBuilder builder =
        StableProblem.builder()
            .opportunity("o", 2)
            .opportunity("p", 1)
            .provider("v", 1, List.of("o"));
    assertThatThrownBy(() -> builder.opportunity("o", 1)).hasMessageContaining("o is there twice");
    builder.reserve(
        new ReservedSeats(
            "o", List.of(new ReservedSeats.Block("g", 2)), ReservedSeats.Unfilled.STAY_FREE));
    assertThatThrownBy(builder::build).hasMessageContaining("need not exist");
    assertThatThrownBy(
            () ->
                StableProblem.builder()
                    .opportunity("o", 1)
                    .learner(StableLearner.of("a", "o", "o"))
                    .build())
        .hasMessageContaining("twice");
    assertThatThrownBy(
            () ->
                StableProblem.builder()
                    .opportunity("o", 0)
                    .learner(StableLearner.of("a"))
                    .fix("a", "o")
                    .build())
        .hasMessageContaining("more fixed placements than places");
  }

  private static StableLearner learner(String id, int most, StableLearner.Choice... choices) {
    return new StableLearner(id, most, new ArrayList<>(List.of(choices)), Set.of());
  }

  private static StableLearner.Choice choice(String opportunity, int priority) {
    return new StableLearner.Choice(opportunity, priority);
  }
}
