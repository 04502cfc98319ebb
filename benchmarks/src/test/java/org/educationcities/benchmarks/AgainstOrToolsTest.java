package org.educationcities.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.BestTotal;
import org.educationcities.matching.CertificateChecker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same totals as OR-Tools finds, on random problems of every kind and size. */
class AgainstOrToolsTest {

  @Test
  void tenThousandRandomProblemsHaveTheSameTotal() {
    againstOrTools(10_000, 1);
  }

  @Test
  @Tag("long")
  void aHundredThousandRandomProblemsHaveTheSameTotal() {
    againstOrTools(100_000, 2);
  }

  /** Large enough that the auction starts from a sample, unlike most of the above. */
  @Test
  void citiesWithAnyNumberOfPlacesHaveTheSameTotal() {
    for (int seed = 0; seed < 100; seed++) {
      Instance city = Generator.city("city " + seed, 200 + seed, 0.5 + seed * 0.02, seed);
      Allocation best =
          BestTotal.allocate(
              city.problem(
                  Instance.ids("l", city.learners()), Instance.ids("o", city.places().length)));

      assertThat(best.total()).as(city.name()).isEqualTo(OrTools.total(city));
    }
  }

  private static void againstOrTools(int instances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int scarce = 0;
    for (int trial = 0; trial < instances; trial++) {
      Instance instance = random(random, trial);
      AllocationProblem problem =
          instance.problem(
              Instance.ids("l", instance.learners()), Instance.ids("o", instance.places().length));
      Allocation best = BestTotal.allocate(problem);
      assertThat(CertificateChecker.flaw(best)).as("trial %d", trial).isEmpty();
      assertThat(best.total()).as("trial %d", trial).isEqualTo(OrTools.total(instance));
      scarce += best.placed() < instance.learners() ? 1 : 0;
    }
    assertThat(scarce).isBetween(instances / 10, instances * 9 / 10);
  }

  /** Mostly tiny, each hundredth a few hundred learners; with places from none to plenty. */
  private static Instance random(SplittableRandom random, int trial) {
    boolean isMedium = trial % 100 == 0;
    int n = random.nextInt(1, isMedium ? 400 : 14);
    int m = random.nextInt(1, isMedium ? 40 : 7);
    int plenty = 1 + 2 * n / m;
    int mostPlaces = new int[] {1, 2, plenty, 1_000_000}[random.nextInt(4)];
    int[] places = IntStream.range(0, m).map(j -> random.nextInt(mostPlaces + 1)).toArray();
    int most = new int[] {1, 2, 40, 1000, 1_000_000}[random.nextInt(5)];
    int density = random.nextInt(1, 5);
    int[] start = new int[n + 1];
    int[] opportunityOf = new int[n * m];
    int[] affinityOf = new int[n * m];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        if (random.nextInt(4) < density) {
          opportunityOf[at] = j;
          affinityOf[at++] = random.nextInt(1, most + 1);
        }
      }
      start[i + 1] = at;
    }
    return new Instance(
        "random " + trial,
        places,
        start,
        Arrays.copyOf(opportunityOf, at),
        Arrays.copyOf(affinityOf, at));
  }
}
