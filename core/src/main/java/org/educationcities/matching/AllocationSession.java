package org.educationcities.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A solved {@link AllocationProblem} held in memory, so that a change of places is put right from
 * where it stands: for a cancelled opportunity as many short searches as it had learners. After
 * each call the total is the greatest there is again. Not thread-safe.
 *
 * <pre>{@code
 * AllocationSession session = AllocationSession.open(problem);
 * session.changePlaces(theatre, 0);
 * Allocation repaired = session.allocation();
 * }</pre>
 */
public final class AllocationSession {
  /** Below so many pairs an auction is not worth its arrays. */
  private static final int SMALL = 200;

  private final AllocationProblem original;
  private final Neighbourhoods renumbered;
  private final int[] newNumber;
  private final ExactSolver solver;

  private AllocationSession(AllocationProblem problem, Stop stop) {
    this.original = problem;
    this.renumbered = new Neighbourhoods(problem);
    this.newNumber = new int[problem.opportunityCount()];
    for (int j = 0; j < newNumber.length; j++) {
      newNumber[renumbered.opportunity[j]] = j;
    }
    // First, since it is done with its arrays before the greatest ones are made.
    int[] fromSample = SampledAuction.prices(renumbered.problem, stop);
    CandidatesByOpportunity candidates = new CandidatesByOpportunity(renumbered.problem);
    this.solver = new ExactSolver(renumbered.problem, candidates, Stakes.NONE, stop);
    if (problem.pairCount() < SMALL) {
      solver.takeOver(new long[problem.opportunityCount()], nobodyPlaced());
      return;
    }
    Auction auction = new Auction(renumbered.problem, candidates, 1, stop);
    auction.runFrom(fromSample);
    solver.takeOver(auction.prices(), auction.placements());
  }

  private AllocationSession(AllocationProblem problem, Allocation before, Stop stop) {
    this.original = problem;
    this.renumbered = new Neighbourhoods(problem);
    this.newNumber = new int[problem.opportunityCount()];
    for (int j = 0; j < newNumber.length; j++) {
      newNumber[renumbered.opportunity[j]] = j;
    }
    this.solver =
        new ExactSolver(
            renumbered.problem, new CandidatesByOpportunity(renumbered.problem), Stakes.NONE, stop);
    Map<String, Integer> numbers = new HashMap<>();
    long[] prices = new long[newNumber.length];
    for (int j = 0; j < newNumber.length; j++) {
      numbers.put(problem.opportunities().get(j), j);
    }
    for (int k = 0; k < before.problem().opportunityCount(); k++) {
      Integer j = numbers.get(before.problem().opportunities().get(k));
      if (j != null) {
        prices[newNumber[j]] = before.price(k);
      }
    }
    Map<String, Integer> learners = new HashMap<>();
    for (int i = 0; i < before.problem().learnerCount(); i++) {
      learners.put(before.problem().learners().get(i), i);
    }
    int[] placements = nobodyPlaced();
    for (int i = 0; i < placements.length; i++) {
      Integer old = learners.get(problem.learners().get(renumbered.learner[i]));
      int place = old == null ? Allocation.UNPLACED : before.placeOf(old);
      Integer j =
          place == Allocation.UNPLACED
              ? null
              : numbers.get(before.problem().opportunities().get(place));
      placements[i] = j == null ? Allocation.UNPLACED : newNumber[j];
    }
    solver.takeOver(prices, placements);
  }

  private int[] nobodyPlaced() {
    int[] placements = new int[original.learnerCount()];
    Arrays.fill(placements, Allocation.UNPLACED);
    return placements;
  }

  /** Solves a problem and keeps it. */
  public static AllocationSession open(AllocationProblem problem) {
    return open(problem, () -> false);
  }

  /**
   * Solves a problem, asked now and then whether to stop.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  public static AllocationSession open(AllocationProblem problem, BooleanSupplier isCancelled) {
    return new AllocationSession(problem, new Stop(isCancelled));
  }

  /**
   * Solves a changed problem from an allocation of before, by their ids: whatever the old prices
   * still bear out stays, and only the rest is searched. Learners, opportunities, pairs, affinities
   * and places may all have changed.
   */
  public static AllocationSession resume(AllocationProblem changed, Allocation before) {
    return new AllocationSession(changed, before, Stop.NEVER);
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
    solver.changePlaces(newNumber[opportunity], places);
  }

  /** The allocation of the greatest total as things stand, with the smallest prices. */
  public Allocation allocation() {
    long[] smallest = solver.smallestPrices();
    return with(smallest, solver.surplusesUnder(smallest));
  }

  /**
   * The same allocation with the prices that the last change left, which prove it as well but need
   * not be the smallest. Quicker: linear in learners.
   */
  public Allocation provenAllocation() {
    return with(solver.prices(), solver.surpluses());
  }

  private Allocation with(long[] prices, long[] surpluses) {
    int[] places = new int[newNumber.length];
    for (int j = 0; j < places.length; j++) {
      places[j] = solver.places(newNumber[j]);
    }
    return new Allocation(
        original.withPlaces(places),
        renumbered.placements(solver.placements()),
        new Certificate(
            Neighbourhoods.back(prices, renumbered.opportunity),
            Neighbourhoods.back(surpluses, renumbered.learner)));
  }
}
