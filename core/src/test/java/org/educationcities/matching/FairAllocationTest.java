package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.educationcities.matching.FairLearner.Offer;
import org.educationcities.matching.FairResult.Placement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FairAllocationTest {

  /** One whom only 100 fits, and two for whom there is a trade-off of the lowest and the total. */
  private static FairProblem.Builder tradeOff() {
    return FairProblem.builder()
        .opportunity("o", 1)
        .opportunity("p", 1)
        .learner(FairLearner.of("a", Offer.of("o", 900), Offer.of("p", 400)))
        .learner(FairLearner.of("b", Offer.of("o", 500), Offer.of("p", 100)));
  }

  @Test
  void raisesTheLeastFittingPlacementBeforeTheTotal() {
    FairProblem problem = tradeOff().build();

    FairResult result = FairAllocation.solve(problem, FairNotion.BOTTLENECK_THEN_TOTAL);

    assertThat(result.placements())
        .containsExactly(new Placement("a", "p", 400, 0), new Placement("b", "o", 500, 0));
    assertThat(result.figures())
        .isEqualTo(new FairFigures(FairFigures.Measure.AFFINITY, 2, 2, 2, 900, 400, 1, 1));
    Sentences english = Sentences.in(Locale.ENGLISH);
    assertThat(english.render(result.fairness().get(0))).contains("the least fitting placement");
    assertThat(english.render(result.fairness().get(1)))
        .startsWith("Learners with a place: 2 of 2. Affinity of a placement, on average: 450;");
    assertThat(FairChecker.faults(problem, result)).isEmpty();
  }

  @Test
  void whoGotLeastBeforeComesFirstWhenPlacesAreShort() {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("o", 1)
            .learner(FairLearner.of("lucky", Offer.of("o", 900)))
            .learner(new FairLearner("unlucky", 1, 30, List.of(Offer.of("o", 200))))
            .build();

    assertThat(FairAllocation.solve(problem, FairNotion.LEXIMIN).placements())
        .containsExactly(new Placement("unlucky", "o", 200, 0));
  }

  @Test
  void aBondThatGoesOnIsPreferredByItsBonus() {
    FairProblem.Builder builder =
        FairProblem.builder()
            .opportunity("o", 1)
            .learner(FairLearner.of("new", Offer.of("o", 540)))
            .learner(FairLearner.of("known", new Offer("o", 500, 0, true)));

    assertThat(FairAllocation.solve(builder.build(), FairNotion.LEXIMIN).placements())
        .containsExactly(new Placement("new", "o", 540, 0));
    assertThat(FairAllocation.solve(builder.bondBonus(50).build(), FairNotion.LEXIMIN).placements())
        .containsExactly(new Placement("known", "o", 550, 0));
  }

  @Test
  void rankMaximalGrantsMostFirstWishesEvenIfSomebodyStaysOut() {
    FairProblem problem =
        FairProblem.builder()
            .opportunity("o", 1)
            .opportunity("p", 1)
            .opportunity("q", 1)
            .learner(
                FairLearner.of("a", new Offer("o", 10, 1, false), new Offer("p", 10, 2, false)))
            .learner(
                FairLearner.of("b", new Offer("p", 10, 1, false), new Offer("q", 10, 2, false)))
            .learner(
                FairLearner.of("c", new Offer("p", 10, 3, false), new Offer("o", 10, 4, false)))
            .build();

    FairResult ranks = FairAllocation.solve(problem, FairNotion.RANK_MAXIMAL);
    FairResult most = FairAllocation.solve(problem, FairNotion.MOST_LEARNERS_THEN_RANK_MAXIMAL);

    assertThat(ranks.figures().firstWishes()).isEqualTo(2);
    assertThat(ranks.figures().placed()).isEqualTo(2);
    assertThat(most.figures().firstWishes()).isEqualTo(1);
    assertThat(most.figures().placed()).isEqualTo(3);
    assertThat(most.figures().shareOfFirstWishes()).isEqualTo(1 / 3.0);
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void equalsBruteForceOnTenThousandSmallProblems(FairNotion notion) {
    compareWithBruteForce(new Random(notion.name().hashCode()), notion, Trials.of(10_000));
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void equalsBruteForceOnAHundredThousandSmallProblems(FairNotion notion) {
    compareWithBruteForce(new Random(1), notion, 100_000);
  }

  private static void compareWithBruteForce(Random random, FairNotion notion, int instances) {
    for (int instance = 0; instance < instances; instance++) {
      FairProblem problem = FairProblems.any(random, 1 + random.nextInt(5), 4, 9);
      FairResult result = FairAllocation.solve(problem, notion);
      assertThat(FairChecker.faults(problem, result)).as("instance %d", instance).isEmpty();
      boolean[] held = new boolean[problem.offers()];
      for (int p = 0; p < held.length; p++) {
        held[p] = FairProblems.holds(problem, result, p);
      }
      assertThat(merit(problem, notion, held))
          .as("instance %d", instance)
          .isEqualTo(best(problem, notion));
    }
  }

  /** The best merit of any allocation, by trying all. */
  private static List<Long> best(FairProblem problem, FairNotion notion) {
    List<Long> best = List.of(Long.MIN_VALUE);
    for (int subset = 0; subset < 1 << problem.offers(); subset++) {
      boolean[] held = new boolean[problem.offers()];
      for (int p = 0; p < held.length; p++) {
        held[p] = (subset & 1 << p) != 0;
      }
      if (FairProblems.keepsBounds(problem, held)) {
        List<Long> merit = merit(problem, notion, held);
        if (compare(merit, best) > 0) {
          best = merit;
        }
      }
    }
    return best;
  }

  private static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Long.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** What the notion's words say, as numbers to be compared one after the other. */
  private static List<Long> merit(FairProblem problem, FairNotion notion, boolean[] held) {
    long learners = 0;
    long bonus = 0;
    long total = 0;
    List<Long> affinities = new ArrayList<>();
    long[] wishes = new long[8];
    for (int i = 0; i < problem.learners(); i++) {
      boolean placed = false;
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        if (held[p]) {
          placed = true;
          total += problem.affinity[p];
          affinities.add((long) problem.affinity[p]);
          wishes[problem.wish[p]]++;
        }
      }
      learners += placed ? 1 : 0;
      bonus += placed ? problem.leastServedBonus[i] : 0;
    }
    Collections.sort(affinities);
    List<Long> granted = Arrays.stream(wishes, 1, wishes.length).boxed().toList();
    List<Long> merit = new ArrayList<>();
    switch (notion) {
      case BOTTLENECK_THEN_TOTAL -> {
        merit.addAll(List.of(learners, bonus));
        merit.add(affinities.isEmpty() ? 0 : affinities.get(0));
        merit.add(total);
      }
      case LEXIMIN -> {
        merit.addAll(List.of(learners, bonus, (long) affinities.size()));
        merit.addAll(affinities);
      }
      case RANK_MAXIMAL -> {
        merit.addAll(granted);
        merit.addAll(List.of(learners, bonus, total));
      }
      case MOST_LEARNERS_THEN_RANK_MAXIMAL -> {
        merit.addAll(List.of(learners, bonus));
        merit.addAll(granted);
        merit.add(total);
      }
    }
    return merit;
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void provesItsResultForAThousandLearners(FairNotion notion) {
    FairProblem problem = FairProblems.any(new Random(4), 1_000, 80, 15_000);

    FairResult result = FairAllocation.solve(problem, notion);

    assertThat(FairChecker.faults(problem, result)).isEmpty();
    assertThat(result).usingRecursiveComparison().isEqualTo(FairAllocation.solve(problem, notion));
  }

  @Test
  void takesAPlainAllocationProblemAndFindsItsGreatestTotalWhereAllArePlaced() {
    AllocationProblem plain =
        AllocationProblem.builder()
            .opportunity("o", 1)
            .opportunity("p", 2)
            .pair("a", "o", 900)
            .pair("a", "p", 400)
            .pair("b", "o", 500)
            .pair("b", "p", 100)
            .build();

    FairResult result =
        FairAllocation.solve(FairProblem.of(plain), FairNotion.BOTTLENECK_THEN_TOTAL);

    assertThat(result.figures().worst()).isEqualTo(400);
    assertThat(result.figures().total()).isEqualTo(900);
  }

  @Test
  void refusesWhatHasNoSense() {
    assertThatThrownBy(() -> Offer.of("o", 0)).hasMessageContaining("affinity 0");
    assertThatThrownBy(() -> FairLearner.of("a", Offer.of("o", 1)).offers().add(Offer.of("o", 1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () -> FairProblem.builder().learner(FairLearner.of("a", Offer.of("o", 1))).build())
        .hasMessageContaining("o, which is not there");
    assertThatThrownBy(
            () ->
                FairProblem.builder()
                    .opportunity("o", 1)
                    .learner(FairLearner.of("a", Offer.of("o", 1), Offer.of("o", 2)))
                    .build())
        .hasMessageContaining("twice");
  }
}
