package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    int[][] slotsOf = new int[pairs.opportunityCount()][];
    Arrays.setAll(slotsOf, problem::slotsOf);
    for (int i = 0; i < pairs.learnerCount(); i++) {
      int taken = 0;
      Arrays.fill(inSlot, 0);
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        cover[e] = Math.addExact(cover[e], certificate.learnerPrice(i));
        taken += chosen.get(e) ? 1 : 0;
        for (int s : slotsOf[pairs.opportunityOf(e)]) {
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

  /** Quotas of the same learners together, so that these learners' pairs are looked at once. */
  private Optional<String> quotas() {
    Map<@Nullable String, List<Integer>> byLearners = new LinkedHashMap<>();
    for (int q = 0; q < problem.quotas().size(); q++) {
      String learners = problem.quotas().get(q).learners();
      byLearners.computeIfAbsent(learners, unused -> new ArrayList<>()).add(q);
    }
    PairsByOpportunity listed = new PairsByOpportunity(pairs);
    for (List<Integer> numbers : byLearners.values()) {
      int[] learners = problem.learnersOf(problem.quotas().get(numbers.get(0)));
      listed.list(learners);
      for (int q : numbers) {
        Optional<String> flaw = quota(q, listed);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
      listed.clear(learners);
    }
    return Optional.empty();
  }

  private Optional<String> quota(int q, PairsByOpportunity listed) {
    Quota quota = problem.quotas().get(q);
    long price = certificate.quotaPrice(q);
    int[] opportunities = problem.opportunitiesOf(quota);
    int count = opportunities == null ? pairs.opportunityCount() : opportunities.length;
    int taken = 0;
    for (int at = 0; at < count; at++) {
      int j = opportunities == null ? at : opportunities[at];
      for (int e = listed.head[j]; e >= 0; e = listed.next[e]) {
        cover[e] = Math.addExact(cover[e], price);
        taken += chosen.get(e) ? 1 : 0;
      }
    }
    if (taken < quota.least() || taken > quota.most()) {
      return Optional.of("Quota '" + quota.id() + "' has " + taken + ".");
    }
    if (!costs(price, quota.least(), quota.most())) {
      return Optional.of("Quota '" + quota.id() + "' has a price below 0 and no lower bound.");
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

  /** The pairs of some learners by opportunity: the checker's own way to what a quota is about. */
  private static final class PairsByOpportunity {
    private final AllocationProblem pairs;

    /** By opportunity its first pair, by pair the next one; -1 at the end. */
    final int[] head;

    final int[] next;

    PairsByOpportunity(AllocationProblem pairs) {
      this.pairs = pairs;
      this.head = new int[pairs.opportunityCount()];
      this.next = new int[pairs.pairCount()];
      Arrays.fill(head, -1);
    }

    /** Lists the pairs of these learners, or of all. */
    void list(int @Nullable [] learners) {
      int count = learners == null ? pairs.learnerCount() : learners.length;
      for (int at = 0; at < count; at++) {
        int i = learners == null ? at : learners[at];
        for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
          int j = pairs.opportunityOf(e);
          next[e] = head[j];
          head[j] = e;
        }
      }
    }

    /** Forgets them again, in no more time than it took to list them. */
    void clear(int @Nullable [] learners) {
      int count = learners == null ? pairs.learnerCount() : learners.length;
      for (int at = 0; at < count; at++) {
        int i = learners == null ? at : learners[at];
        for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
          head[pairs.opportunityOf(e)] = -1;
        }
      }
    }
  }
}
