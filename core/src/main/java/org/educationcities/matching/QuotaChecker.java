package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Checks that a choice of pairs is feasible and best, by its certificate alone and in exact {@code
 * long} arithmetic. Shares no code with any solver and knows nothing of trees: it holds for
 * whatever bounded sets there are. Linear in the pairs times the sets they are in.
 */
public final class QuotaChecker {
  private final QuotaProblem problem;
  private final AllocationProblem pairs;
  private final BitSet chosen;
  private final QuotaCertificate certificate;

  /** By pair, the prices of all sets it is in. */
  private final long[] cover;

  private long bound;

  private QuotaChecker(QuotaProblem problem, BitSet chosen, QuotaCertificate certificate) {
    this.problem = problem;
    this.pairs = problem.pairs();
    this.chosen = chosen;
    this.certificate = certificate;
    this.cover = new long[pairs.pairCount()];
  }

  /** What is wrong with an allocation by its own certificate; empty if it is proven best. */
  public static Optional<String> flaw(QuotaAllocation allocation) {
    return flaw(allocation.problem(), allocation.chosen(), allocation.certificate());
  }

  /**
   * What is wrong, if anything: the first thing found.
   *
   * @param problem what was to be solved
   * @param chosenPairs the numbers of pairs
   * @param certificate what is to prove them best
   * @return empty if they are feasible and their total is proven to be the greatest there is
   */
  public static Optional<String> flaw(
      QuotaProblem problem, int[] chosenPairs, QuotaCertificate certificate) {
    BitSet chosen = new BitSet();
    for (int e : chosenPairs) {
      if (e < 0 || e >= problem.pairs().pairCount() || chosen.get(e)) {
        return Optional.of("Pair " + e + " is none of the problem, or chosen twice.");
      }
      chosen.set(e);
    }
    if (!certificate.fits(problem)) {
      return Optional.of("The certificate is of another problem.");
    }
    if (severalSlotsAndPlaces(problem)) {
      return Optional.of("Several slots an opportunity are not for this checker.");
    }
    try {
      return new QuotaChecker(problem, chosen, certificate).check();
    } catch (ArithmeticException overflow) {
      return Optional.of("The certificate's numbers leave the range of a long.");
    }
  }

  private static boolean severalSlotsAndPlaces(QuotaProblem problem) {
    AllocationProblem pairs = problem.pairs();
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int e = pairs.start(i); problem.most(i) > 1 && e < pairs.start(i + 1); e++) {
        if (problem.hasSeveralSlots(pairs.opportunityOf(e))) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<String> check() {
    Optional<String> flaw = learners();
    flaw = flaw.isPresent() ? flaw : opportunities();
    flaw = flaw.isPresent() ? flaw : quotas();
    return flaw.isPresent() ? flaw : pairsAndTotal();
  }

  private Optional<String> learners() {
    int slots = problem.slotCount();
    int[] inSlot = new int[slots];
    for (int i = 0; i < pairs.learnerCount(); i++) {
      int taken = 0;
      Arrays.fill(inSlot, 0);
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        cover[e] = Math.addExact(cover[e], certificate.learnerPrice(i));
        taken += chosen.get(e) ? 1 : 0;
        for (int s : problem.slotsOf(pairs.opportunityOf(e))) {
          cover[e] = Math.addExact(cover[e], certificate.slotPrice(i * slots + s));
          inSlot[s] += chosen.get(e) ? 1 : 0;
        }
      }
      if (taken > problem.most(i)) {
        return Optional.of("Learner " + i + " has " + taken + " places.");
      }
      if (!costs(certificate.learnerPrice(i), 0, problem.most(i))) {
        return Optional.of("Learner " + i + " has a price below 0.");
      }
      for (int s = 0; s < slots; s++) {
        if (inSlot[s] > 1) {
          return Optional.of("Learner " + i + " has two places in one slot.");
        }
        if (!costs(certificate.slotPrice(i * slots + s), 0, 1)) {
          return Optional.of("A slot of learner " + i + " has a price below 0.");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> opportunities() {
    int[] taken = new int[pairs.opportunityCount()];
    for (int e = 0; e < pairs.pairCount(); e++) {
      int j = pairs.opportunityOf(e);
      cover[e] = Math.addExact(cover[e], certificate.opportunityPrice(j));
      taken[j] += chosen.get(e) ? 1 : 0;
    }
    for (int j = 0; j < taken.length; j++) {
      if (taken[j] > pairs.places(j)) {
        return Optional.of("Opportunity " + j + " has more learners than places.");
      }
      if (!costs(certificate.opportunityPrice(j), 0, pairs.places(j))) {
        return Optional.of("Opportunity " + j + " has a price below 0.");
      }
    }
    return Optional.empty();
  }

  /** Each quota by a scan of its learners' pairs, or of all where it is about all. */
  private Optional<String> quotas() {
    PairsOfOpportunities byOpportunity = new PairsOfOpportunities(pairs);
    for (int q = 0; q < problem.quotas().size(); q++) {
      Quota quota = problem.quotas().get(q);
      long price = certificate.quotaPrice(q);
      int taken = 0;
      for (int e : byOpportunity.under(problem, quota)) {
        cover[e] = Math.addExact(cover[e], price);
        taken += chosen.get(e) ? 1 : 0;
      }
      if (taken < quota.least() || taken > quota.most()) {
        return Optional.of("Quota '" + quota.id() + "' has " + taken + ".");
      }
      if (!costs(price, quota.least(), quota.most())) {
        return Optional.of("Quota '" + quota.id() + "' has a price below 0 and no lower bound.");
      }
    }
    return Optional.empty();
  }

  private boolean costs(long price, int least, int most) {
    bound = Math.addExact(bound, Math.multiplyExact(price, price < 0 ? least : most));
    return price >= 0 || least > 0;
  }

  /**
   * A pair can be chosen at most once, so what it is worth beyond its prices counts once; one that
   * is fixed counts whichever way. No choice at all has more than the sum.
   */
  private Optional<String> pairsAndTotal() {
    long reached = 0;
    for (int e = 0; e < pairs.pairCount(); e++) {
      long beyond = Math.subtractExact(pairs.affinityOf(e), cover[e]);
      if (problem.isFixed(e)) {
        if (!chosen.get(e)) {
          return Optional.of("Fixed pair " + e + " is not chosen.");
        }
        bound = Math.addExact(bound, beyond);
      } else {
        bound = Math.addExact(bound, Math.max(0, beyond));
      }
      if (chosen.get(e)) {
        reached = Math.addExact(reached, pairs.affinityOf(e));
      }
    }
    return reached == bound
        ? Optional.empty()
        : Optional.of("The total is " + reached + ", the bound " + bound + ".");
  }

  /** The pairs of a problem by opportunity: the checker's own way to what a quota is about. */
  private static final class PairsOfOpportunities {
    private final int[] start;
    private final int[] pair;
    private final int[] learner;

    PairsOfOpportunities(AllocationProblem pairs) {
      start = new int[pairs.opportunityCount() + 2];
      pair = new int[pairs.pairCount()];
      learner = new int[pairs.pairCount()];
      for (int e = 0; e < pairs.pairCount(); e++) {
        start[pairs.opportunityOf(e) + 2]++;
      }
      for (int j = 2; j < start.length; j++) {
        start[j] += start[j - 1];
      }
      for (int i = 0; i < pairs.learnerCount(); i++) {
        for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
          int at = start[pairs.opportunityOf(e) + 1]++;
          pair[at] = e;
          learner[at] = i;
        }
      }
    }

    int[] under(QuotaProblem problem, Quota quota) {
      int[] learners = problem.learnersOf(quota);
      int[] opportunities = problem.opportunitiesOf(quota);
      IntStream all =
          opportunities == null
              ? IntStream.range(0, start.length - 2)
              : Arrays.stream(opportunities);
      return all.flatMap(j -> IntStream.range(start[j], start[j + 1]))
          .filter(at -> learners == null || Arrays.binarySearch(learners, learner[at]) >= 0)
          .map(at -> pair[at])
          .toArray();
    }
  }
}
