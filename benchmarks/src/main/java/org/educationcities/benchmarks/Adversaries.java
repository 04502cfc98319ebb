package org.educationcities.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/** Instances that hurt: each takes away something that solvers lean on. */
final class Adversaries {
  private final int n;
  private final int m;
  private final long seed;

  private Adversaries(int learners, long seed) {
    this.n = learners;
    this.m = Math.max(2 * Generator.CANDIDATES, learners / 20);
    this.seed = seed;
  }

  static List<Instance> all(int learners, long seed) {
    Adversaries from = new Adversaries(learners, seed);
    Instance city = Generator.city("city", learners, 0.95, seed);
    SplittableRandom random = new SplittableRandom(seed);
    return List.of(
        from.withAffinities("all the same affinity", city, 500, 501),
        from.twoValued(city),
        from.scattered("random", from.m, from.evenly(0.95), (i, j) -> 1 + random.nextInt(1000)),
        from.wantedByAll(city),
        from.chains(),
        from.scattered(
            "one place each",
            n95(learners),
            ones(n95(learners)),
            (i, j) -> 1 + random.nextInt(1000)),
        new Instance(
            "huge capacities",
            filled(city.places().length, 1_000_000),
            city.start(),
            city.opportunityOf(),
            city.affinityOf()),
        from.coinciding());
  }

  private static int n95(int learners) {
    return learners * 95 / 100;
  }

  private static int[] ones(int count) {
    return filled(count, 1);
  }

  private static int[] filled(int count, int value) {
    int[] filled = new int[count];
    Arrays.fill(filled, value);
    return filled;
  }

  private int[] evenly(double placesALearner) {
    long total = Math.round(n * placesALearner);
    int[] places = new int[m];
    for (int j = 0; j < m; j++) {
      places[j] = (int) (total * (j + 1) / m - total * j / m);
    }
    return places;
  }

  private Instance withAffinities(String name, Instance city, int from, int to) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] affinities = random.ints(city.pairs(), from, to).toArray();
    return new Instance(name, city.places(), city.start(), city.opportunityOf(), affinities);
  }

  private Instance twoValued(Instance city) {
    Instance bits = withAffinities("two-valued", city, 0, 2);
    for (int e = 0; e < bits.pairs(); e++) {
      bits.affinityOf()[e] = bits.affinityOf()[e] == 0 ? 300 : 301;
    }
    return bits;
  }

  /** Candidates anywhere at all: no locality. */
  private Instance scattered(
      String name, int opportunities, int[] places, IntBinaryOperator affinity) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    int[] start = new int[n + 1];
    int[] opportunityOf = new int[n * Generator.CANDIDATES];
    int[] affinityOf = new int[opportunityOf.length];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      int[] own =
          random
              .ints(2L * Generator.CANDIDATES, 0, opportunities)
              .distinct()
              .limit(Generator.CANDIDATES)
              .sorted()
              .toArray();
      for (int j : own) {
        opportunityOf[pairs] = j;
        affinityOf[pairs++] = affinity.applyAsInt(i, j);
      }
      start[i + 1] = pairs;
    }
    return new Instance(
        name, places, start, Arrays.copyOf(opportunityOf, pairs), Arrays.copyOf(affinityOf, pairs));
  }

  /** Opportunity 0 is everybody's best by far. */
  private Instance wantedByAll(Instance city) {
    int[] opportunityOf = city.opportunityOf().clone();
    int[] affinityOf = city.affinityOf().clone();
    for (int i = 0; i < city.learners(); i++) {
      opportunityOf[city.start()[i]] = 0;
      affinityOf[city.start()[i]] = 1000;
    }
    return new Instance(
        "one wanted by all", city.places(), city.start(), opportunityOf, affinityOf);
  }

  /**
   * Each opportunity's learners would rather be at the next one, by a point: whoever comes pushes a
   * row.
   */
  private Instance chains() {
    int a = n / m;
    int[] start = new int[n + 1];
    int[] opportunityOf = new int[2 * n];
    int[] affinityOf = new int[2 * n];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      int j = Math.min(m - 1, i / a);
      opportunityOf[pairs] = j;
      affinityOf[pairs++] = 500;
      if (j + 1 < m) {
        opportunityOf[pairs] = j + 1;
        affinityOf[pairs++] = 501;
      }
      start[i + 1] = pairs;
    }
    return new Instance(
        "long chains",
        evenly(0.95),
        start,
        Arrays.copyOf(opportunityOf, pairs),
        Arrays.copyOf(affinityOf, pairs));
  }

  /** Learners by the thousand share one list, whose places are too few. */
  private Instance coinciding() {
    SplittableRandom random = new SplittableRandom(seed + 2);
    int[] start = new int[n + 1];
    int[] opportunityOf = new int[n * Generator.CANDIDATES];
    int[] affinityOf = new int[opportunityOf.length];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      int block = i / 1000 * Generator.CANDIDATES % (m - Generator.CANDIDATES);
      for (int k = 0; k < Generator.CANDIDATES; k++) {
        opportunityOf[pairs] = block + k;
        affinityOf[pairs++] = 700 + random.nextInt(300);
      }
      start[i + 1] = pairs;
    }
    return new Instance("lists that coincide", evenly(0.95), start, opportunityOf, affinityOf);
  }
}
