package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Laws that need no second solver: prices, scaling, order and threads, on many instances. */
class MatchingLawsTest {

  @Test
  void pricesScaleAndOrderHoldOnTenThousandInstances() {
    laws(1, Trials.of(10_000));
  }

  @Test
  @Tag("long")
  void pricesScaleAndOrderHoldOnAHundredThousandInstances() {
    laws(2, 100_000);
  }

  private static void laws(long seed, int instances) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int instance = 0; instance < instances; instance++) {
      AllocationProblem problem =
          Instances.random(
              random, random.nextInt(1, 14), random.nextInt(1, 6), 3, instance % 3 == 0 ? 2 : 40);
      Allocation best = BestTotal.allocate(problem);
      int j = random.nextInt(problem.opportunityCount());
      Allocation more = BestTotal.allocate(Instances.withOneMorePlace(problem, j));
      assertThat(more.total() - best.total())
          .as("one more place in instance %d", instance)
          .isEqualTo(best.price(j));

      int factor = random.nextInt(2, 20);
      Allocation scaled = BestTotal.allocate(Instances.scaled(problem, factor));
      assertThat(scaled.total()).as("instance %d", instance).isEqualTo(factor * best.total());
      Allocation turned = BestTotal.allocate(turned(problem));
      assertThat(turned.total()).as("instance %d", instance).isEqualTo(best.total());
      int last = problem.opportunityCount() - 1;
      for (int o = 0; o <= last; o++) {
        assertThat(scaled.price(o)).isEqualTo(factor * best.price(o));
        assertThat(turned.price(last - o)).isEqualTo(best.price(o));
      }
    }
  }

  /** Learners and opportunities the other way round. */
  private static AllocationProblem turned(AllocationProblem problem) {
    AllocationProblem.Builder builder = AllocationProblem.builder();
    for (int j = problem.opportunityCount() - 1; j >= 0; j--) {
      builder.opportunity(problem.opportunities().get(j), problem.places(j));
    }
    for (int i = problem.learnerCount() - 1; i >= 0; i--) {
      builder.learner(problem.learners().get(i));
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        builder.pair(
            problem.learners().get(i),
            problem.opportunities().get(problem.opportunityOf(e)),
            problem.affinityOf(e));
      }
    }
    return builder.build();
  }

  @Test
  void theOrderOfLearnersInAMarketChangesNothing() {
    markets(3, Trials.of(10_000));
  }

  @Test
  @Tag("long")
  void theOrderOfLearnersInAHundredThousandMarketsChangesNothing() {
    markets(4, 100_000);
  }

  private static void markets(long seed, int instances) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int instance = 0; instance < instances; instance++) {
      AllocationProblem pairs =
          Instances.random(random, random.nextInt(1, 8), random.nextInt(1, 5), 2, 4);
      Lottery lottery =
          instance % 2 == 0
              ? Lottery.single("seed " + instance)
              : Lottery.perOpportunity("seed " + instance);
      List<StableLearner> learners = new ArrayList<>();
      for (int i = 0; i < pairs.learnerCount(); i++) {
        List<StableLearner.Choice> choices = new ArrayList<>();
        for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
          choices.add(new StableLearner.Choice("o" + pairs.opportunityOf(e), pairs.affinityOf(e)));
        }
        Collections.shuffle(choices, new Random(instance));
        learners.add(new StableLearner("l" + i, 1 + random.nextInt(2), choices, Set.of()));
      }
      StableProblem one = market(pairs, learners);
      Collections.shuffle(learners, new Random(instance));
      StableProblem other = market(pairs, learners);

      StableResult byLearners = StableMatching.learnersPropose(one, lottery);
      StableResult byPlaces = StableMatching.placesPropose(one, lottery);
      assertThat(StabilityChecker.faults(one, byLearners)).isEmpty();
      assertThat(StabilityChecker.faults(one, byPlaces)).isEmpty();
      assertThat(StableMatching.learnersPropose(other, lottery).placements())
          .as("instance %d", instance)
          .containsExactlyInAnyOrderElementsOf(byLearners.placements());
      assertThat(StableMatching.placesPropose(other, lottery).placements())
          .as("instance %d", instance)
          .containsExactlyInAnyOrderElementsOf(byPlaces.placements());
    }
  }

  private static StableProblem market(AllocationProblem pairs, List<StableLearner> learners) {
    StableProblemBuilder builder = StableProblem.builder();
    for (int j = 0; j < pairs.opportunityCount(); j++) {
      builder.opportunity("o" + j, pairs.places(j));
    }
    learners.forEach(builder::learner);
    return builder.build();
  }

  @Test
  void anyThreadsGiveTheSame() {
    threads(5, Trials.of(10_000));
  }

  @Test
  @Tag("long")
  void anyThreadsGiveTheSameManyTimes() {
    threads(6, 100_000);
  }

  private static void threads(long seed, int instances) {
    SplittableRandom random = new SplittableRandom(seed);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int instance = 0; instance < instances; instance++) {
        CandidateSearch search = new CandidateSearch(city(random));
        PricedAllocation one = BestTotal.allocate(search, 2, Runnable::run, 1);
        PricedAllocation many = BestTotal.allocate(search, 2, threads, 2 + instance % 5);
        AllocationProblem listed = one.allocation().problem();
        AllocationProblem again = many.allocation().problem();
        assertThat(again.opportunitiesByPair()).isEqualTo(listed.opportunitiesByPair());
        assertThat(again.affinitiesByPair()).isEqualTo(listed.affinitiesByPair());
        assertThat(Instances.placesOf(many.allocation()))
            .as("instance %d", instance)
            .isEqualTo(Instances.placesOf(one.allocation()));
        assertThat(Instances.pricesOf(many.allocation()))
            .isEqualTo(Instances.pricesOf(one.allocation()));
        assertThat(many.passes()).isEqualTo(one.passes());
      }
    } finally {
      threads.shutdown();
    }
  }

  private static CandidateCity city(SplittableRandom random) {
    int n = random.nextInt(2, 12);
    int m = random.nextInt(1, 7);
    int[] points = random.ints((long) n * m, 0, 30).toArray();
    return CandidateCity.builder(ids("l", n), ids("o", m), (i, j) -> points[i * m + j])
        .learnersAt(
            random.doubles(n, 0, 9).toArray(),
            random.doubles(n, 0, 9).toArray(),
            random.doubles(n, 2, 9).toArray())
        .opportunitiesAt(
            random.doubles(m, 0, 9).toArray(),
            random.doubles(m, 0, 9).toArray(),
            random.ints(m, 0, 4).toArray())
        .build();
  }

  private static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
