package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.educationcities.matching.HardInstances.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What multipliers show, to the last unit, beside a reckoning that tries every subset. */
class HardBoundCheckTest {
  private static final Pattern SHOWN = Pattern.compile("show (-?\\d+) / 1024 only");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theBoundIsWhatTheWordsOfHardBoundGive(Kind kind) {
    SplittableRandom random = new SplittableRandom(41);
    for (int trial = 0; trial < Trials.of(1_000); trial++) {
      HardProblem problem =
          HardInstances.random(kind, random, 1 + random.nextInt(6), 1 + random.nextInt(4));
      HardBound multipliers = multipliers(problem, random);
      if (HardInstances.bestOfAll(problem) != HardInstances.NONE) {
        assertThat(shown(problem, multipliers))
            .as("trial %d", trial)
            .isEqualTo(new BySubsets(problem, multipliers).bound());
      }
    }
  }

  @Test
  void unitsOfSeveralSizesWithALeastSizeAreReckonedByLoadAlone() {
    SplittableRandom random = new SplittableRandom(42);
    for (int trial = 0; trial < Trials.of(1_000); trial++) {
      AllocationProblem.Builder pairs =
          AllocationProblem.builder().opportunity("x", 2 + random.nextInt(7));
      for (int i = 0; i < 8; i++) {
        pairs.pair("l" + i, "x", 1 + random.nextInt(20));
      }
      HardProblem problem =
          HardProblem.over(QuotaProblem.over(pairs.build()).build())
              .partsOfAPlace(1 + random.nextInt(2))
              .together("two", List.of("l0", "l1"))
              .together("three", List.of("l2", "l3", "l4"))
              .atLeastOrNone("x", random.nextInt(7))
              .openingCost("x", random.nextInt(5))
              .build();
      HardBound multipliers = multipliers(problem, random);
      assertThat(shown(problem, multipliers))
          .as("trial %d", trial)
          .isEqualTo(new BySubsets(problem, multipliers).bound());
    }
  }

  @Test
  void aBoundIsRefusedBelowTheWholePointsThatAreShownAndNoSooner() {
    SplittableRandom random = new SplittableRandom(43);
    for (int trial = 0; trial < 100; trial++) {
      HardProblem problem = HardInstances.random(Kind.GROUP_SIZES, random, 5, 3);
      if (HardInstances.bestOfAll(problem) == HardInstances.NONE) {
        continue;
      }
      HardBound multipliers = multipliers(problem, random);
      long whole = Math.floorDiv(shown(problem, multipliers), 1024L);
      assertThat(HardBoundCheck.flaw(problem, multipliers, whole)).isEmpty();
      assertThat(HardBoundCheck.flaw(problem, multipliers, whole - 1)).isPresent();
    }
  }

  /** Beyond what a table holds a price of a part bounds each opportunity. */
  @Test
  void aLargeOpportunityIsBoundedByTheBestPriceOfAPart() {
    SplittableRandom random = new SplittableRandom(44);
    for (int places : new int[] {40, 60, 75}) {
      for (long most : new long[] {900_000, 5_000, 4, 1L << 48}) {
        AllocationProblem.Builder pairs = AllocationProblem.builder().opportunity("x", places);
        IntStream.range(0, 120).forEach(i -> pairs.pair("l" + i, "x", 1));
        HardProblemBuilder builder =
            HardProblem.over(QuotaProblem.over(pairs.build()).build())
                .partsOfAPlace(1000)
                .openingCost("x", 3);
        IntStream.range(0, 120).forEach(i -> builder.takes("l" + i, random.nextInt(300, 1001)));
        HardProblem problem = builder.build();
        long[] values = random.longs(120, -2000, most).toArray();
        values[0] = most;
        // Worth just less than so many prices of its parts: nothing at that price, not less.
        IntStream.range(0, most == 4 ? 120 : 0)
            .forEach(e -> values[e] = (1 + e % most) * problem.takesOf(e) - 1);
        LongUnaryOperator atPrice =
            price ->
                price * problem.capacity(0)
                    + IntStream.range(0, 120)
                        .mapToLong(e -> values[e] - price * problem.takesOf(e))
                        .map(left -> Math.max(0, left))
                        .sum();
        // The bound is convex in the price, and bends only where a learner is no longer worth it.
        long best =
            IntStream.range(0, 120)
                .mapToLong(e -> Math.max(0, values[e] / problem.takesOf(e)))
                .flatMap(price -> LongStream.of(0, price, price + 1))
                .map(atPrice)
                .min()
                .orElseThrow();
        long units = LongStream.of(values).map(value -> Math.max(0, 1024 - value)).sum();

        assertThat(shown(problem, new HardBound(values, new long[0], new long[0])))
            .isEqualTo(units + best - 3 * 1024);
      }
    }
  }

  /** Whoever is fixed at x may have z too, but not y, which clashes; all pay for their quota. */
  @Test
  void whatIsFixedShutsOutWhatClashesWithIt() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .opportunity("z", 1)
            .pair("l", "x", 5)
            .pair("l", "y", 4)
            .pair("l", "z", 3)
            .build();
    QuotaProblem quotas =
        QuotaProblem.over(pairs)
            .mostEach(2)
            .fixed("l", "x")
            .quota(Quota.ofOpportunities("at z", "z", 1))
            .build();
    HardProblem problem = HardProblem.over(quotas).clash("x", "y").build();

    assertThat(shown(problem, new HardBound(new long[3], new long[1], new long[0])))
        .isEqualTo(8 * 1024);
    assertThat(shown(problem, new HardBound(new long[3], new long[] {1024}, new long[0])))
        .isEqualTo(5 * 1024 + 2 * 1024 + 1024);
    assertThat(shown(problem, new HardBound(new long[3], new long[] {4096}, new long[0])))
        .isEqualTo(5 * 1024 + 4096);
  }

  /** A unit with too many choices is bounded by its best pairs, clashes aside. */
  @Test
  void aUnitWithTooManyChoicesIsBoundedByItsBestPairs() {
    int couples = 26;
    AllocationProblem.Builder pairs = AllocationProblem.builder();
    for (int j = 0; j < 2 * couples; j++) {
      pairs.opportunity(String.format("o%02d", j), 1);
    }
    for (int j = 0; j < 2 * couples; j++) {
      pairs.pair("l", String.format("o%02d", j), 1000);
    }
    HardProblemBuilder builder =
        HardProblem.over(QuotaProblem.over(pairs.build()).mostEach(couples).build());
    for (int j = 0; j < 2 * couples; j += 2) {
      builder.clash(String.format("o%02d", j), String.format("o%02d", j + 1));
    }
    HardProblem problem = builder.build();
    // The first of each couple by a little: the best pairs are those of half the couples.
    long[] values = IntStream.range(0, 2 * couples).mapToLong(j -> j / 2 * 100L).toArray();
    long own = IntStream.range(0, couples).mapToLong(j -> 1_024_000 - values[j]).sum();
    long places = LongStream.of(values).sum();

    assertThat(shown(problem, new HardBound(values, new long[0], new long[0])))
        .isEqualTo(own + places);
  }

  private static long shown(HardProblem problem, HardBound multipliers) {
    String flaw = HardBoundCheck.flaw(problem, multipliers, Long.MIN_VALUE).orElseThrow();
    Matcher shown = SHOWN.matcher(flaw);
    assertThat(shown.find()).as(flaw).isTrue();
    return Long.parseLong(shown.group(1));
  }

  private static HardBound multipliers(HardProblem problem, SplittableRandom random) {
    return new HardBound(
        random.longs(problem.pairCount(), -1_000, 15_000).toArray(),
        problem.quotas().quotas().stream()
            .mapToLong(quota -> random.nextLong(quota.least() > 0 ? -3_000 : 0, 3_000))
            .toArray(),
        random.longs(problem.limits().size(), 0, 3_000).toArray());
  }

  /** Every subset of a unit's and of an opportunity's pairs, straight from the words. */
  private static final class BySubsets {
    private final HardProblem problem;
    private final HardBound multipliers;
    private final List<List<Integer>> unitsAt = new ArrayList<>();
    private final List<List<Integer>> pairsAt = new ArrayList<>();

    BySubsets(HardProblem problem, HardBound multipliers) {
      this.problem = problem;
      this.multipliers = multipliers;
      for (int j = 0; j < problem.quotas().pairs().opportunityCount(); j++) {
        unitsAt.add(new ArrayList<>());
        pairsAt.add(new ArrayList<>());
      }
      for (int u = 0; u < problem.unitCount(); u++) {
        for (int e = problem.start(u); e < problem.start(u + 1); e++) {
          unitsAt.get(problem.opportunityOf(e)).add(u);
          pairsAt.get(problem.opportunityOf(e)).add(e);
        }
      }
    }

    long bound() {
      long sum = 0;
      for (int q = 0; q < problem.quotas().quotas().size(); q++) {
        long price = multipliers.quotaPrice(q);
        Quota quota = problem.quotas().quotas().get(q);
        sum += Math.max(price * quota.least(), price * quota.most());
      }
      for (int l = 0; l < problem.limits().size(); l++) {
        sum += multipliers.limitPrice(l) * problem.limits().get(l).most();
      }
      for (int u = 0; u < problem.unitCount(); u++) {
        sum += bestOfUnit(u);
      }
      for (int j = 0; j < pairsAt.size(); j++) {
        sum += bestOfPlace(j);
      }
      return sum;
    }

    private long bestOfUnit(int u) {
      int count = problem.start(u + 1) - problem.start(u);
      long fixedOnly = 0;
      int fixed = 0;
      for (int k = 0; k < count; k++) {
        int e = problem.start(u) + k;
        fixed |= problem.isFixed(e) ? 1 << k : 0;
        fixedOnly += problem.isFixed(e) ? own(u, e) : 0;
      }
      long best = fixedOnly;
      for (int set = 0; set < 1 << count; set++) {
        if ((set & fixed) == fixed && isAllowed(u, set, fixed)) {
          long sum = 0;
          for (int k = 0; k < count; k++) {
            sum += (set >> k & 1) == 0 ? 0 : own(u, problem.start(u) + k);
          }
          best = Math.max(best, sum);
        }
      }
      return best;
    }

    private boolean isAllowed(int u, int set, int fixed) {
      for (int k = 0; k < 32; k++) {
        for (int other = 0; other < k; other++) {
          boolean areBoth = (set >> k & set >> other & 1) != 0;
          boolean areFixed = (fixed >> k & fixed >> other & 1) != 0;
          if (areBoth
              && !areFixed
              && problem.clash(
                  problem.opportunityOf(problem.start(u) + k),
                  problem.opportunityOf(problem.start(u) + other))) {
            return false;
          }
        }
      }
      return set == fixed || Integer.bitCount(set) <= problem.mostOf(u);
    }

    private long own(int u, int e) {
      long own = 1024 * problem.affinityOf(e) - multipliers.placeValue(e);
      for (int q = 0; q < problem.quotas().quotas().size(); q++) {
        Quota quota = problem.quotas().quotas().get(q);
        if (holds(problem.quotas().opportunitiesOf(quota), problem.opportunityOf(e))) {
          for (int i : problem.learnersOf(u)) {
            own -= holds(problem.quotas().learnersOf(quota), i) ? multipliers.quotaPrice(q) : 0;
          }
        }
      }
      return own;
    }

    private static boolean holds(int @Nullable [] group, int member) {
      return group == null || IntStream.of(group).anyMatch(each -> each == member);
    }

    private long bestOfPlace(int j) {
      List<Integer> pairs = pairsAt.get(j);
      long charge = 1024 * problem.openingCost(j);
      for (int l = 0; l < problem.limits().size(); l++) {
        charge += holds(problem.limited(l), j) ? multipliers.limitPrice(l) : 0;
      }
      boolean isForced = pairs.stream().anyMatch(problem::isFixed);
      // Where somebody is fixed it has to open, and in what can be kept at all they fit.
      long best = isForced ? Long.MIN_VALUE : 0;
      for (int set = 0; set < 1 << pairs.size(); set++) {
        long parts = 0;
        int learners = 0;
        long sum = -charge;
        boolean hasFixed = true;
        for (int k = 0; k < pairs.size(); k++) {
          if ((set >> k & 1) == 0) {
            hasFixed &= !problem.isFixed(pairs.get(k));
          } else {
            parts += problem.takesOf(unitsAt.get(j).get(k));
            learners += problem.size(unitsAt.get(j).get(k));
            sum += multipliers.placeValue(pairs.get(k));
          }
        }
        if (hasFixed && parts <= problem.capacity(j) && learners >= problem.atLeastOrNone(j)) {
          best = Math.max(best, sum);
        }
      }
      return best;
    }
  }
}
