package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The grid against a look at every pair. */
class CandidateSearchTest {

  @Test
  void findsWhatALookAtEveryPairFinds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < Trials.of(300); trial++) {
      CandidateSearch search = new CandidateSearch(city(random, 40, 60));
      AllocationProblem found = search.best(5, Runnable::run, 1 + trial % 3);
      for (int i = 0; i < 40; i++) {
        int learner = i;
        List<Integer> all =
            IntStream.range(0, 60)
                .boxed()
                .filter(j -> search.eligibleAffinity(learner, j) > 0)
                .sorted(
                    Comparator.comparing((Integer j) -> -search.eligibleAffinity(learner, j))
                        .thenComparing(j -> j))
                .limit(5)
                .sorted()
                .toList();
        List<Integer> listed = new ArrayList<>();
        for (int e = found.start(i); e < found.start(i + 1); e++) {
          listed.add(found.opportunityOf(e));
          assertThat(found.affinityOf(e))
              .isEqualTo(search.eligibleAffinity(i, found.opportunityOf(e)));
        }
        assertThat(listed).as("trial %d, learner %d", trial, i).isEqualTo(all);
      }
    }
  }

  @Test
  void nobodyIsLostWhereverTheyAre() {
    SplittableRandom random = new SplittableRandom(4);
    int eligible = 0;
    for (int trial = 0; trial < 200; trial++) {
      CandidateSearch search = new CandidateSearch(extreme(random, trial, 30, 120));
      AllocationProblem found = search.best(120, Runnable::run, 2);
      for (int i = 0; i < 30; i++) {
        int learner = i;
        int[] all =
            IntStream.range(0, 120).filter(j -> search.eligibleAffinity(learner, j) > 0).toArray();
        int[] listed =
            IntStream.range(found.start(i), found.start(i + 1)).map(found::opportunityOf).toArray();
        assertThat(listed).as("trial %d, learner %d", trial, i).isEqualTo(all);
        eligible += all.length;
      }
    }
    assertThat(eligible).isGreaterThan(5_000);
  }

  @Test
  void whatLeavesMoreThanTheLearnerHasIsTheBestOfAllEligiblePairs() {
    SplittableRandom random = new SplittableRandom(5);
    int better = 0;
    for (int trial = 0; trial < 200; trial++) {
      CandidateSearch search = new CandidateSearch(city(random, 40, 60));
      Allocation found = BestTotal.allocate(search.best(2, Runnable::run, 1));
      int[] improving = search.improving(found, Runnable::run, 3);
      for (int i = 0; i < 40; i++) {
        long most = found.surplus(i);
        int best = -1;
        for (int j = 0; j < 60; j++) {
          int affinity = search.eligibleAffinity(i, j);
          if (affinity > 0 && affinity - found.price(j) > most) {
            most = affinity - found.price(j);
            best = j;
          }
        }
        assertThat(improving[i]).as("trial %d, learner %d", trial, i).isEqualTo(best);
        better += best < 0 ? 0 : 1;
      }
    }
    assertThat(better).isGreaterThan(100);
  }

  @Test
  void shortListsWithPricingFindWhatAllEligiblePairsWouldHaveFound() {
    SplittableRandom random = new SplittableRandom(2);
    int added = 0;
    for (int trial = 0; trial < Trials.of(300); trial++) {
      CandidateSearch search = new CandidateSearch(city(random, 60, 25));
      PricedAllocation few = BestTotal.allocate(search, 2, Runnable::run, 1);
      Allocation all = BestTotal.allocate(search.best(25, Runnable::run, 1));
      assertThat(few.allocation().total()).as("trial %d", trial).isEqualTo(all.total());
      added += few.added();
      for (int j = 0; j < 25; j++) {
        for (int i = 0; i < 60; i++) {
          assertThat(search.eligibleAffinity(i, j))
              .isLessThanOrEqualTo((int) (few.allocation().price(j) + few.allocation().surplus(i)));
        }
      }
    }
    assertThat(added).isGreaterThan(Trials.of(1000));
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() {
    CandidateSearch search = new CandidateSearch(city(new SplittableRandom(3), 500, 80));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      AllocationProblem one = search.best(6, Runnable::run, 1);
      AllocationProblem many = search.best(6, threads, 7);
      assertThat(many.opportunitiesByPair()).isEqualTo(one.opportunitiesByPair());
      assertThat(many.affinitiesByPair()).isEqualTo(one.affinitiesByPair());
      assertThat(Instances.placesOf(BestTotal.allocate(search, 3, threads, 5).allocation()))
          .isEqualTo(
              Instances.placesOf(BestTotal.allocate(search, 3, Runnable::run, 1).allocation()));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void everyExclusionIsNamed() {
    CandidateCity city =
        CandidateCity.builder(List.of("l"), List.of("far", "late"), (i, j) -> 500)
            .learnersAt(new double[] {0}, new double[] {0}, new double[] {5})
            .opportunitiesAt(new double[] {9, 1}, new double[] {0, 0}, new int[] {1, 1})
            .rules(
                List.of(
                    PairRule.age(new int[] {9}, new int[] {6, 12}, new int[] {10, 14}),
                    PairRule.time(new long[] {0b01}, new long[] {0b01, 0b10})))
            .build();
    CandidateSearch search = new CandidateSearch(city);

    assertThat(search.exclusions(0, 0)).containsExactly("distance");
    assertThat(search.exclusions(0, 1)).containsExactly("age", "time");
    assertThat(search.best(30, Runnable::run, 1).pairCount()).isZero();
  }

  private static CandidateCity city(SplittableRandom random, int learners, int opportunities) {
    int[] points = random.ints((long) learners * opportunities, 0, 40).toArray();
    long[] wanted = random.longs(learners).map(x -> x & random.nextLong() & 0xFFFF).toArray();
    long[] taught = random.longs(opportunities).map(x -> x & random.nextLong() & 0xFFFF).toArray();
    long[] spoken = random.longs(learners).map(x -> x & 7).toArray();
    long[] heldIn = random.longs(opportunities).map(x -> x & 7).toArray();
    return CandidateCity.builder(
            Names.of("l", learners),
            Names.of("o", opportunities),
            (i, j) -> (wanted[i] & taught[j]) == 0 ? 0 : 20 * (points[i * opportunities + j] / 2))
        .learnersAt(
            random.doubles(learners, -1, 12).toArray(),
            random.doubles(learners, -1, 12).toArray(),
            random.doubles(learners, 0, 9).toArray())
        .opportunitiesAt(
            random.doubles(opportunities, 0, 10).toArray(),
            random.doubles(opportunities, 0, 7).toArray(),
            random.ints(opportunities, 0, 4).toArray())
        .topics(wanted, taught)
        .rules(List.of(PairRule.language(spoken, heldIn)))
        .build();
  }

  /**
   * Every rule there is and one of the host's; all in one point, in a row, far outside or nowhere;
   * topics for lists, and so many that lists are not worth it; reach from none to no end.
   */
  private static CandidateCity extreme(
      SplittableRandom random, int trial, int learners, int opportunities) {
    double height = trial % 3 == 0 ? 0 : 5;
    double width = trial % 7 == 0 ? 0 : 5;
    double away = trial % 2 == 0 ? 1e6 : 1;
    double[] x = random.doubles(opportunities).map(at -> at * width).toArray();
    double[] y = random.doubles(opportunities).map(at -> at * height).toArray();
    x[0] *= away;
    y[1] -= away;
    x[7] = Double.NaN;
    y[7] = Double.NaN;
    double[] ownX = random.doubles(learners).map(at -> at * width).toArray();
    double[] ownY = random.doubles(learners).map(at -> at * height).toArray();
    ownX[0] = x[0];
    ownY[1] = y[1] + 1;
    double[] reach = random.doubles(learners, 0, 4).toArray();
    reach[2] = Double.POSITIVE_INFINITY;
    reach[3] = 0;
    reach[4] = 2e6;
    ownX[3] = x[5];
    ownY[3] = y[5];
    int scarcely = trial % 5;
    long[] wanted = bits(random, learners, scarcely, 64);
    long[] taught = bits(random, opportunities, scarcely, 64);
    return CandidateCity.builder(
            Names.of("l", learners),
            Names.of("o", opportunities),
            (i, j) -> 1 + Long.bitCount(wanted[i] & taught[j]))
        .learnersAt(ownX, ownY, reach)
        .opportunitiesAt(x, y, random.ints(opportunities, 0, 4).toArray())
        .topics(wanted, taught)
        .rules(
            List.of(
                PairRule.age(
                    random.ints(learners, 6, 19).toArray(),
                    random.ints(opportunities, Integer.MIN_VALUE, 9).toArray(),
                    random.ints(opportunities, 9, Integer.MAX_VALUE).toArray()),
                PairRule.language(
                    bits(random, learners, 0, 64), bits(random, opportunities, 0, 64)),
                new PairRule("host", (i, j) -> (i + j) % 5 != 0),
                PairRule.time(bits(random, learners, 0, 4), bits(random, opportunities, 2, 4)),
                PairRule.cost(
                    random.ints(learners).map(most -> most | 1 << 20).toArray(),
                    random.ints(opportunities, 0, 1 << 20).toArray()),
                PairRule.accessibility(
                    bits(random, learners, 3, 64), bits(random, opportunities, 0, 64)),
                PairRule.circle(bits(random, learners, 0, 64), bits(random, opportunities, 0, 64))))
        .build();
  }

  /** Half of the bits, or half as many that often again. */
  private static long[] bits(SplittableRandom random, int size, int scarcely, int bits) {
    long[] all = random.longs(size).map(each -> each >>> (64 - bits)).toArray();
    for (int k = 0; k < scarcely; k++) {
      for (int at = 0; at < size; at++) {
        all[at] &= random.nextLong();
      }
    }
    return all;
  }

  private static final class Names {
    static List<String> of(String prefix, int count) {
      return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
  }
}
