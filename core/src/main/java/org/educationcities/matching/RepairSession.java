package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

/**
 * An allocation held in memory to be repaired: whatever changes, it is put right from where it
 * stands, always measured against the placements of before. First as many as possible have a place
 * of those who had one or are new; then the affinity less a cost of each surviving placement
 * changed is the greatest there is. A cancelled opportunity costs as many short searches as it had
 * learners. Not thread-safe.
 *
 * <pre>{@code
 * RepairSession session = RepairSession.open(allocation, RepairSession.USUAL_COST);
 * session.changePlaces(theatre, 0);
 * List<Move> moves = session.repaired().moves();
 * }</pre>
 *
 * <p>A flow like the first allocation: what is kept is worth the cost more, so the old prices stay
 * optimal and start the search. They begin as the largest there are, which tell what one place
 * fewer costs: so the way to a free place, however long, need not be looked for.
 */
public final class RepairSession {
  /** What a change costs unless told, in points of affinity. */
  public static final long USUAL_COST = 50;

  /** A cost so great that as few placements change as possible. */
  public static final long FEWEST_CHANGES = Long.MAX_VALUE;

  /** Sums of a few weights must stay within a long. */
  private static final long GREATEST_WEIGHT = Long.MAX_VALUE / 16;

  private final AllocationProblem original;
  private final KnownBefore before;
  private final long cost;
  private final long changeWeight;
  private final long placeWeight;
  private final Neighbourhoods renumbered;
  private final int[] newOpportunity;
  private final int[] newLearner;
  private final ExactSolver solver;
  private final BitSet forbidden = new BitSet();

  private RepairSession(
      AllocationProblem problem, PlacementsBefore placements, long cost, Stop stop) {
    if (cost < 0) {
      throw new IllegalArgumentException("A change costs 0 points or more, not " + cost + ".");
    }
    this.original = problem;
    this.before = new KnownBefore(problem, placements);
    this.cost = cost;
    long affinity = mostAffinity(problem);
    this.changeWeight = Math.min(cost, affinity + 1);
    this.placeWeight = placeWeight(problem, before.placeOf, affinity, changeWeight);
    this.renumbered = new Neighbourhoods(problem);
    this.newOpportunity = inverse(renumbered.opportunity);
    this.newLearner = inverse(renumbered.learner);
    CandidatesByOpportunity candidates = new CandidatesByOpportunity(renumbered.problem);
    int[] kept = new int[problem.learnerCount()];
    long[] outside = new long[kept.length];
    for (int i = 0; i < kept.length; i++) {
      int old = renumbered.learner[i];
      int place = before.placeOf[old];
      kept[i] = place == Allocation.UNPLACED ? place : newOpportunity[place];
      outside[i] = before.comesFirst[old] ? -placeWeight : 0;
    }
    long[] prices = new long[newOpportunity.length];
    for (int j = 0; j < prices.length; j++) {
      prices[newOpportunity[j]] =
          Math.max(0, placements.prices().getOrDefault(problem.opportunities().get(j), 0L));
    }
    this.solver =
        new ExactSolver(
            renumbered.problem, candidates, new Stakes(outside, kept, changeWeight), stop);
    solver.takeOver(prices, kept);
  }

  /**
   * Holds an allocation for repair.
   *
   * @param cost of each surviving placement changed, in points of affinity, 0 or more
   * @throws IllegalArgumentException if the cost is below 0, or the numbers leave their range
   */
  public static RepairSession open(Allocation before, long cost) {
    return resume(before.problem(), PlacementsBefore.of(before), cost);
  }

  /**
   * Repairs a changed problem from placements of before, by their ids: learners, opportunities,
   * pairs, affinities and places may all have changed.
   *
   * @param cost of each surviving placement changed, in points of affinity, 0 or more
   * @throws IllegalArgumentException if the cost is below 0, or the numbers leave their range
   */
  public static RepairSession resume(
      AllocationProblem changed, PlacementsBefore before, long cost) {
    return resume(changed, before, cost, () -> false);
  }

  /**
   * Like {@link #resume(AllocationProblem, PlacementsBefore, long)}, asked now and then whether to
   * stop.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  public static RepairSession resume(
      AllocationProblem changed, PlacementsBefore before, long cost, BooleanSupplier isCancelled) {
    return new RepairSession(changed, before, cost, new Stop(isCancelled));
  }

  /** More than any total affinity: the sum of each learner's greatest. */
  private static long mostAffinity(AllocationProblem problem) {
    long sum = 0;
    for (int i = 0; i < problem.learnerCount(); i++) {
      int most = 0;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        most = Math.max(most, problem.affinityOf(e));
      }
      sum += most;
    }
    return sum;
  }

  /** More than twice what all points together could come to. */
  private static long placeWeight(
      AllocationProblem problem, int[] placeBefore, long affinity, long changeWeight) {
    long surviving = 0;
    for (int i = 0; i < placeBefore.length; i++) {
      if (placeBefore[i] != Allocation.UNPLACED && problem.pair(i, placeBefore[i]) >= 0) {
        surviving++;
      }
    }
    if (surviving > 0 && changeWeight > (GREATEST_WEIGHT / 2 - affinity) / surviving) {
      throw new IllegalArgumentException(
          surviving
              + " placements at a cost of "
              + changeWeight
              + " each leave the range of a long.\nMaybe state a lower cost of a change.");
    }
    return 2 * (affinity + changeWeight * surviving) + 1;
  }

  private static int[] inverse(int[] old) {
    int[] numbers = new int[old.length];
    for (int k = 0; k < old.length; k++) {
      numbers[old[k]] = k;
    }
    return numbers;
  }

  /**
   * Gives an opportunity another number of places; 0 cancels it.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public void changePlaces(int opportunity, int places) {
    if (places < 0) {
      throw new IllegalArgumentException("Places are 0 or more, not " + places + ".");
    }
    solver.changePlaces(newOpportunity[opportunity], places);
  }

  /** A learner may no longer be placed in an opportunity: a permission withdrawn, say. */
  public void forbid(int learner, int opportunity) {
    int pair = original.pair(learner, opportunity);
    if (pair >= 0 && !forbidden.get(pair)) {
      forbidden.set(pair);
      solver.forbid(newLearner[learner], newOpportunity[opportunity]);
    }
  }

  /** A learner may no longer be placed anywhere. */
  public void withdraw(int learner) {
    for (int e = original.start(learner); e < original.start(learner + 1); e++) {
      if (original.opportunityOf(e) != before.placeOf[learner]) {
        forbid(learner, original.opportunityOf(e));
      }
    }
    if (before.placeOf[learner] != Allocation.UNPLACED) {
      forbid(learner, before.placeOf[learner]);
    }
  }

  /** The best repair as things stand, with the smallest prices. */
  public RepairedAllocation repaired() {
    long[] smallest = solver.smallestPrices();
    return with(smallest, solver.surplusesUnder(smallest));
  }

  /**
   * The same repair with the prices that the last change left, which prove it as well but need not
   * be the smallest. Quicker: linear in learners.
   */
  public RepairedAllocation provenRepair() {
    return with(solver.prices(), solver.surpluses());
  }

  private RepairedAllocation with(long[] prices, long[] surpluses) {
    return new RepairedAllocation(
        problem(),
        before,
        renumbered.placements(solver.placements()),
        cost,
        new RepairCertificate(
            Neighbourhoods.back(prices, renumbered.opportunity),
            Neighbourhoods.back(surpluses, renumbered.learner),
            placeWeight,
            changeWeight));
  }

  private AllocationProblem problem() {
    int[] places = new int[newOpportunity.length];
    for (int j = 0; j < places.length; j++) {
      places[j] = solver.places(newOpportunity[j]);
    }
    AllocationProblem open = original.withPlaces(places);
    if (forbidden.isEmpty()) {
      return open;
    }
    int n = original.learnerCount();
    int[] start = new int[n + 1];
    int[] opportunityOf = new int[original.pairCount() - forbidden.cardinality()];
    int[] affinityOf = new int[opportunityOf.length];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int e = original.start(i); e < original.start(i + 1); e++) {
        if (!forbidden.get(e)) {
          opportunityOf[at] = original.opportunityOf(e);
          affinityOf[at++] = original.affinityOf(e);
        }
      }
      start[i + 1] = at;
    }
    return open.withPairs(start, Arrays.copyOf(opportunityOf, at), Arrays.copyOf(affinityOf, at));
  }
}
