package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Checks that what was found for a {@link HardProblem} keeps every constraint, is worth what it
 * says, and that nothing exceeds its bound: in exact {@code long} arithmetic, from what was asked,
 * learner by learner. Shares no code with the search.
 */
public final class HardChecker {
  /**
   * Up to so many pairs of units a bound may rest on all choices, which are all looked at again.
   */
  public static final int EVERY_CHOICE_UP_TO = 14;

  private final HardProblem problem;
  private final QuotaProblem quotas;
  private final AllocationProblem pairs;
  private final BitSet chosen;

  private HardChecker(HardProblem problem, BitSet chosen) {
    this.problem = problem;
    this.quotas = problem.quotas();
    this.pairs = quotas.pairs();
    this.chosen = chosen;
  }

  /** What is wrong with an allocation, if anything: the first thing found. */
  public static Optional<String> flaw(HardAllocation allocation) {
    return flaw(
        allocation.problem(),
        allocation.chosen(),
        allocation.value(),
        allocation.bound(),
        allocation.proof(),
        allocation.multipliers(),
        allocation.flow());
  }

  /**
   * What is wrong, if anything: the first thing found.
   *
   * @param chosenPairs numbers of pairs of learners and opportunities
   * @param value what they are said to be worth
   * @param bound what is said never to be exceeded
   * @param proof what is said to show that
   * @param multipliers of the relaxation, where that shows it
   * @param flow the solved flow, where that shows it
   * @return empty if all of it stands
   */
  public static Optional<String> flaw(
      HardProblem problem,
      int[] chosenPairs,
      long value,
      long bound,
      HardAllocation.Proof proof,
      HardBound multipliers,
      Optional<QuotaAllocation> flow) {
    BitSet chosen = new BitSet();
    for (int e : chosenPairs) {
      if (e < 0 || e >= problem.quotas().pairs().pairCount() || chosen.get(e)) {
        return Optional.of("Pair " + e + " is none of the problem, or chosen twice.");
      }
      chosen.set(e);
    }
    try {
      HardChecker checker = new HardChecker(problem, chosen);
      Optional<String> broken = checker.broken();
      if (broken.isPresent()) {
        return broken;
      }
      if (checker.value() != value) {
        return Optional.of("The value is " + checker.value() + ", not " + value + ".");
      }
      if (bound < value) {
        return Optional.of("The bound " + bound + " is below the value " + value + ".");
      }
      return switch (proof) {
        case FLOW -> checker.notByFlow(bound, flow);
        case EVERY_CHOICE -> notByEveryChoice(problem, bound);
        case RELAXATION -> notByRelaxation(problem, bound, multipliers);
      };
    } catch (ArithmeticException overflow) {
      return Optional.of("The numbers leave the range of a long.");
    }
  }

  private static Optional<String> notByRelaxation(
      HardProblem problem, long bound, HardBound multipliers) {
    if (!multipliers.fits(problem)) {
      return Optional.of("The multipliers are of another problem.");
    }
    return HardBoundCheck.flaw(problem, multipliers, bound);
  }

  /**
   * A flow proves that nothing it allows has more; what is asked beyond it only takes away from
   * that, unless somebody takes less than a place.
   */
  private Optional<String> notByFlow(long bound, Optional<QuotaAllocation> flow) {
    if (flow.isEmpty() || flow.get().problem() != quotas) {
      return Optional.of("There is no solved flow of this problem.");
    }
    for (int i = 0; i < pairs.learnerCount(); i++) {
      if (problem.takes(i) < problem.partsOfAPlace()) {
        return Optional.of("Learner " + i + " takes less than a place, which no flow allows.");
      }
    }
    Optional<String> flaw = QuotaChecker.flaw(flow.get());
    if (flaw.isPresent()) {
      return flaw;
    }
    return flow.get().total() > bound
        ? Optional.of("The flow has " + flow.get().total() + ", more than the bound.")
        : Optional.empty();
  }

  /** Whatever all subsets of pairs have that keep all constraints: none more than the bound. */
  private static Optional<String> notByEveryChoice(HardProblem problem, long bound) {
    int count = problem.pairCount();
    if (count > EVERY_CHOICE_UP_TO) {
      return Optional.of("There are too many pairs, " + count + ", to look at every choice.");
    }
    for (long subset = 0; subset < 1L << count; subset++) {
      BitSet units = BitSet.valueOf(new long[] {subset});
      long most = 0;
      for (int e = units.nextSetBit(0); e >= 0; e = units.nextSetBit(e + 1)) {
        most = Math.addExact(most, problem.affinityOf(e));
      }
      if (most <= bound) {
        continue;
      }
      HardChecker other = new HardChecker(problem, learnersChoice(problem, units));
      if (other.value() > bound && other.broken().isEmpty()) {
        return Optional.of("Another choice has " + other.value() + ", more than the bound.");
      }
    }
    return Optional.empty();
  }

  private static BitSet learnersChoice(HardProblem problem, BitSet units) {
    BitSet chosen = new BitSet();
    for (int u = 0; u < problem.unitCount(); u++) {
      for (int e = problem.start(u); e < problem.start(u + 1); e++) {
        for (int i : units.get(e) ? problem.learnersOf(u) : new int[0]) {
          chosen.set(problem.quotas().pairs().pair(i, problem.opportunityOf(e)));
        }
      }
    }
    return chosen;
  }

  /** Affinities less the costs of every opportunity with anybody. */
  private long value() {
    BitSet open = new BitSet();
    long value = 0;
    for (int e = chosen.nextSetBit(0); e >= 0; e = chosen.nextSetBit(e + 1)) {
      value = Math.addExact(value, pairs.affinityOf(e));
      open.set(pairs.opportunityOf(e));
    }
    for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
      value = Math.subtractExact(value, problem.openingCost(j));
    }
    return value;
  }

  private Optional<String> broken() {
    Optional<String> broken = learners();
    broken = broken.isPresent() ? broken : units();
    broken = broken.isPresent() ? broken : opportunities();
    return broken.isPresent() ? broken : quotas();
  }

  private Optional<String> learners() {
    for (int i = 0; i < pairs.learnerCount(); i++) {
      int[] taken = takenBy(i);
      if (taken.length > quotas.most(i)) {
        return Optional.of("Learner " + i + " has " + taken.length + " places.");
      }
      for (int a : taken) {
        for (int b : taken) {
          if (a < b && overlap(a, b)) {
            return Optional.of("Learner " + i + " has two places that clash.");
          }
        }
      }
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        if (quotas.isFixed(e) && !chosen.get(e)) {
          return Optional.of("Fixed pair " + e + " is not chosen.");
        }
      }
    }
    return Optional.empty();
  }

  private boolean overlap(int one, int other) {
    for (int s : quotas.slotsOf(one)) {
      for (int t : quotas.slotsOf(other)) {
        if (s == t) {
          return true;
        }
      }
    }
    return Arrays.stream(problem.clashing(one)).anyMatch(each -> each == other);
  }

  private int[] takenBy(int learner) {
    int from = pairs.start(learner);
    return IntStream.range(from, pairs.start(learner + 1))
        .filter(chosen::get)
        .map(pairs::opportunityOf)
        .toArray();
  }

  private Optional<String> units() {
    for (int u = 0; u < problem.unitCount(); u++) {
      int[] members = problem.learnersOf(u);
      for (int i : members) {
        if (!Arrays.equals(takenBy(i), takenBy(members[0]))) {
          return Optional.of("Unit '" + problem.unitId(u) + "' is split.");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> opportunities() {
    int[] learners = new int[pairs.opportunityCount()];
    long[] parts = new long[pairs.opportunityCount()];
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int j : takenBy(i)) {
        learners[j]++;
        parts[j] += problem.takes(i);
      }
    }
    for (int j = 0; j < learners.length; j++) {
      if (parts[j] > Math.multiplyExact((long) pairs.places(j), problem.partsOfAPlace())) {
        return Optional.of("Opportunity " + j + " has more learners than places.");
      }
      if (learners[j] > 0 && learners[j] < problem.atLeastOrNone(j)) {
        return Optional.of("Opportunity " + j + " opens with " + learners[j] + " only.");
      }
    }
    for (int l = 0; l < problem.limits().size(); l++) {
      long open = Arrays.stream(problem.limited(l)).filter(j -> learners[j] > 0).count();
      if (open > problem.limits().get(l).most()) {
        return Optional.of("Limit '" + problem.limits().get(l).id() + "' has " + open + " open.");
      }
    }
    return Optional.empty();
  }

  private Optional<String> quotas() {
    List<List<Integer>> learnersAt = new ArrayList<>();
    for (int j = 0; j < pairs.opportunityCount(); j++) {
      learnersAt.add(new ArrayList<>());
    }
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int j : takenBy(i)) {
        learnersAt.get(j).add(i);
      }
    }
    for (Quota quota : quotas.quotas()) {
      int[] learners = quotas.learnersOf(quota);
      int[] opportunities = quotas.opportunitiesOf(quota);
      int[] places =
          opportunities == null ? IntStream.range(0, learnersAt.size()).toArray() : opportunities;
      int taken = 0;
      for (int j : places) {
        for (int i : learnersAt.get(j)) {
          taken += learners == null || Arrays.binarySearch(learners, i) >= 0 ? 1 : 0;
        }
      }
      if (taken < quota.least() || taken > quota.most()) {
        return Optional.of("Quota '" + quota.id() + "' has " + taken + ".");
      }
    }
    return Optional.empty();
  }
}
