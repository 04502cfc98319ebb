package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.educationcities.matching.HardAllocation.Proof;
import org.educationcities.matching.HardInstances.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is tampered with shows. */
class HardCheckerTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void refusesAnotherValueAndALowerBoundAndFewerPairs(Kind kind) {
    SplittableRandom random = new SplittableRandom(21);
    int refused = 0;
    for (int trial = 0; trial < Trials.of(200); trial++) {
      HardProblem problem = HardInstances.random(kind, random, 6, 4);
      HardAllocation found = foundOrNull(problem, trial);
      if (found == null || found.chosen().length == 0) {
        continue;
      }
      long value = found.value();
      long bound = found.bound();
      assertThat(flaw(found, found.chosen(), value, bound, found.multipliers())).isEmpty();
      assertThat(flaw(found, found.chosen(), value + 1, bound + 1, found.multipliers()))
          .isPresent();
      int[] fewer = Arrays.copyOf(found.chosen(), found.chosen().length - 1);
      if (costOfLast(found) == 0) {
        assertThat(flaw(found, fewer, value, bound, found.multipliers())).isPresent();
      }
      assertThat(flaw(found, found.chosen(), value, value - 1, found.multipliers())).isPresent();
      int[] twice = IntStream.concat(Arrays.stream(fewer), Arrays.stream(fewer)).toArray();
      if (twice.length > 0) {
        assertThat(flaw(found, twice, value, bound, found.multipliers())).isPresent();
      }
      refused++;
    }
    assertThat(refused).isGreaterThan(Trials.of(200) / 4);
  }

  /** What opening the last placement's opportunity costs: it may be as much as it is worth. */
  private static long costOfLast(HardAllocation found) {
    int last = found.chosen()[found.chosen().length - 1];
    return found.problem().openingCost(found.problem().quotas().pairs().opportunityOf(last));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whateverTheMultipliersNoBoundBelowTheBestIsAccepted(Kind kind) {
    SplittableRandom random = new SplittableRandom(22);
    int refused = 0;
    for (int trial = 0; trial < Trials.of(300); trial++) {
      HardProblem problem = HardInstances.random(kind, random, 5, 4);
      long best = HardInstances.bestOfAll(problem);
      HardAllocation found = foundOrNull(problem, trial);
      if (best == HardInstances.NONE || found == null || found.proof() != Proof.RELAXATION) {
        continue;
      }
      for (int change = 0; change < 20; change++) {
        HardBound other = changed(problem, found.multipliers(), random);
        assertThat(HardBoundCheck.flaw(problem, other, best - 1)).isPresent();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(Trials.of(300));
  }

  private static HardBound changed(HardProblem problem, HardBound from, SplittableRandom random) {
    long[] places = new long[problem.pairCount()];
    long[] quotas = new long[problem.quotas().quotas().size()];
    long[] limits = new long[problem.limits().size()];
    Arrays.setAll(places, from::placeValue);
    Arrays.setAll(quotas, from::quotaPrice);
    Arrays.setAll(limits, from::limitPrice);
    for (long[] each : List.of(places, quotas, limits)) {
      for (int k = 0; k < each.length; k++) {
        each[k] += random.nextInt(3) == 0 ? random.nextInt(-5000, 5000) : 0;
      }
    }
    return new HardBound(places, quotas, limits);
  }

  @Test
  void refusesMultipliersOfAnotherProblemOrBelowZeroOrBeyondALong() {
    HardProblem problem = small(1, 2, 2);
    HardBound right = new HardBound(new long[3], new long[1], new long[1]);
    assertThat(relaxed(problem, right, 1000)).isEmpty();
    assertThat(relaxed(problem, new HardBound(new long[2], new long[1], new long[1]), 1000))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("another problem"));
    assertThat(relaxed(problem, new HardBound(new long[3], new long[] {-1}, new long[1]), 1000))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("Quota"));
    assertThat(relaxed(problem, new HardBound(new long[3], new long[1], new long[] {-1}), 1000))
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("Limit"));
    long[] huge = {Long.MAX_VALUE / 2, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2};
    assertThat(relaxed(problem, new HardBound(huge, new long[1], new long[1]), 1000)).isPresent();
    assertThat(relaxed(problem, right, 0)).isPresent();
  }

  private static Optional<String> relaxed(HardProblem problem, HardBound multipliers, long bound) {
    return HardChecker.flaw(
        problem, new int[0], 0, bound, Proof.RELAXATION, multipliers, Optional.empty());
  }

  @Test
  void namesEachConstraintThatIsBroken() {
    HardProblem problem = small(1, 2, 2);
    AllocationProblem pairs = problem.quotas().pairs();
    int a = pairs.pair(0, 0);
    int b = pairs.pair(1, 0);
    int c = pairs.pair(2, 0);
    int d = pairs.pair(2, 1);

    assertThat(broken(problem, a)).contains("split");
    assertThat(broken(small(1, 2, 3), a, b, c)).contains("Quota");
    assertThat(broken(problem, c)).contains("opens with 1 only");
    assertThat(broken(problem, a, b, d)).contains("Limit");
    assertThat(broken(problem, c, d)).contains("2 places");
    assertThat(broken(small(2, 3, 3), a, b, c, d)).contains("clash");
    assertThat(broken(small(1, 3, 2), a, b, c)).contains("more learners than places");
    assertThat(broken(problem, -1)).contains("none of the problem");
    assertThat(broken(problem, a, b)).contains("value");
  }

  @Test
  void aFlowIsRefusedWhereSomebodyTakesLessThanAPlace() {
    QuotaProblem flow =
        QuotaProblem.over(Instances.random(new SplittableRandom(2), 4, 3, 2, 9)).build();
    QuotaAllocation best = BestTotal.allocate(flow);
    HardProblem half =
        HardProblem.over(flow).partsOfAPlace(2).takes(flow.pairs().learners().get(0), 1).build();
    HardProblem whole = HardProblem.over(flow).build();
    HardBound none = new HardBound(new long[whole.pairCount()], new long[0], new long[0]);

    assertThat(byFlow(whole, best, best.total(), none)).isEmpty();
    assertThat(byFlow(half, best, best.total(), none)).isPresent();
    assertThat(
            HardChecker.flaw(
                whole, new int[0], 0, best.total() - 1, Proof.FLOW, none, Optional.of(best)))
        .isPresent();
    assertThat(
            HardChecker.flaw(
                whole,
                best.chosen(),
                best.total(),
                best.total(),
                Proof.FLOW,
                none,
                Optional.empty()))
        .isPresent();
  }

  private static Optional<String> byFlow(
      HardProblem problem, QuotaAllocation best, long bound, HardBound none) {
    return HardChecker.flaw(
        problem, best.chosen(), best.total(), bound, Proof.FLOW, none, Optional.of(best));
  }

  private static String broken(HardProblem problem, int... chosen) {
    return HardChecker.flaw(
            problem,
            chosen,
            0,
            1000,
            Proof.RELAXATION,
            new HardBound(new long[3], new long[1], new long[1]),
            Optional.empty())
        .orElse("");
  }

  /** Two together and one alone; x for two at least, clashing with y; one of the two opens. */
  private static HardProblem small(int mostEach, int quota, int places) {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", places)
            .opportunity("y", 1)
            .pair("a", "x", 3)
            .pair("b", "x", 4)
            .pair("c", "x", 5)
            .pair("c", "y", 6)
            .build();
    QuotaProblem.Builder quotas =
        QuotaProblem.over(pairs)
            .mostEach(mostEach)
            .slots("x", Set.of("Mon", "Tue"))
            .slots("y", Set.of("Tue"))
            .learners("all", List.of("a", "b", "c"))
            .quota(Quota.of("of x", "all", "x", quota));
    return HardProblem.over(quotas.build())
        .together("two", List.of("a", "b"))
        .atLeastOrNone("x", 2)
        .mostOpen(new OpenLimit("one", List.of("x", "y"), 1))
        .build();
  }

  private static Optional<String> flaw(
      HardAllocation found, int[] chosen, long value, long bound, HardBound multipliers) {
    return HardChecker.flaw(
        found.problem(), chosen, value, bound, found.proof(), multipliers, found.flow());
  }

  private static @Nullable HardAllocation foundOrNull(HardProblem problem, long seed) {
    try {
      return BestFound.allocate(problem, SearchBudget.standard(seed).steps(100), -1);
    } catch (NoAllocationException | NoAllocationFoundException none) {
      return null;
    }
  }
}
