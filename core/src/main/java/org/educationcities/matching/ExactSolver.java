package org.educationcities.matching;

import java.util.Arrays;

/**
 * Finds an allocation of the greatest total affinity, exactly, by successive shortest augmenting
 * paths with prices (the Hungarian method for places: Kuhn 1955; Edmonds and Karp 1972 for the
 * prices; Jonker and Volgenant 1987 for the search by learner). Deterministic: the same problem
 * gives the same allocation.
 *
 * <p>Prices only rise; a place that is free has price 0. Each learner in turn looks for the way
 * that loses least: into a free place, or pushing others on, or leaving somebody out whom the
 * prices leave nothing. At most learners × (pairs + opportunities × log opportunities) steps; in a
 * city that has about as many places as learners each search stays near its start.
 *
 * <p>Not thread-safe; one solver serves one problem.
 */
final class ExactSolver {

  private final AllocationProblem problem;
  private final int n;
  private final int m;

  /** By opportunity. */
  private final long[] price;

  private final int[] taken;
  private final int[][] holders;

  /** By learner. */
  private final long[] surplus;

  private final int[] placeOf;
  private final int[] positionInHolders;

  /** The search: by opportunity, valid where seen is the number of the search. */
  private final long[] distance;

  private final int[] cameFrom;
  private final int[] seen;
  private final boolean[] done;
  private final int[] touched;
  private int touchedCount;
  private int search;
  private final OpportunityHeap heap;

  ExactSolver(AllocationProblem problem) {
    this.problem = problem;
    this.n = problem.learnerCount();
    this.m = problem.opportunityCount();
    this.price = new long[m];
    this.taken = new int[m];
    this.holders = new int[m][];
    for (int j = 0; j < m; j++) {
      holders[j] = new int[Math.min(problem.places(j), 8)];
    }
    closeWhatHasNoPlace();
    this.surplus = new long[n];
    this.placeOf = new int[n];
    Arrays.fill(placeOf, Allocation.UNPLACED);
    this.positionInHolders = new int[n];
    this.distance = new long[m];
    this.cameFrom = new int[m];
    this.seen = new int[m];
    this.done = new boolean[m];
    this.touched = new int[m];
    this.heap = new OpportunityHeap(m, distance);
  }

  /** Without a place, no way leads in; its price must still cover its pairs. */
  private void closeWhatHasNoPlace() {
    for (int e = 0; e < problem.pairCount(); e++) {
      int j = problem.opportunityOf(e);
      if (problem.places(j) == 0) {
        price[j] = Math.max(price[j], problem.affinityOf(e));
      }
    }
  }

  Allocation solve() {
    for (int learner = 0; learner < n; learner++) {
      place(learner);
    }
    long[] smallest = SmallestPrices.of(problem, placeOf, taken, price, surplus);
    long[] surpluses = new long[n];
    for (int i = 0; i < n; i++) {
      long best = 0;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        best = Math.max(best, problem.affinityOf(e) - smallest[problem.opportunityOf(e)]);
      }
      surpluses[i] = best;
    }
    return new Allocation(problem, placeOf, new Certificate(smallest, surpluses));
  }

  private void place(int learner) {
    long best = 0;
    for (int e = problem.start(learner); e < problem.start(learner + 1); e++) {
      best = Math.max(best, problem.affinityOf(e) - price[problem.opportunityOf(e)]);
    }
    surplus[learner] = best;
    if (best == 0) {
      return;
    }
    search++;
    touchedCount = 0;
    heap.clear();
    // The end that loses least so far: an opportunity with a free place, or a learner left out at
    // one.
    long end = best;
    int endOpportunity = -1;
    int leftOut = learner;
    relax(learner, 0);
    while (!heap.isEmpty()) {
      int j = heap.peek();
      if (distance[j] >= end) {
        break;
      }
      heap.poll();
      done[j] = true;
      if (taken[j] < problem.places(j)) {
        end = distance[j];
        endOpportunity = j;
        leftOut = -1;
        break;
      }
      for (int h = 0; h < taken[j]; h++) {
        int holder = holders[j][h];
        if (distance[j] + surplus[holder] < end) {
          end = distance[j] + surplus[holder];
          endOpportunity = j;
          leftOut = holder;
        }
        relax(holder, distance[j]);
      }
    }
    raisePrices(learner, end);
    augment(learner, endOpportunity, leftOut);
  }

  private void relax(int learner, long before) {
    for (int e = problem.start(learner); e < problem.start(learner + 1); e++) {
      int j = problem.opportunityOf(e);
      if (j == placeOf[learner] || problem.places(j) == 0) {
        continue;
      }
      long reached = before + surplus[learner] - problem.affinityOf(e) + price[j];
      if (seen[j] != search) {
        seen[j] = search;
        done[j] = false;
        distance[j] = reached;
        cameFrom[j] = learner;
        touched[touchedCount++] = j;
        heap.add(j);
      } else if (!done[j] && reached < distance[j]) {
        distance[j] = reached;
        cameFrom[j] = learner;
        heap.rose(j);
      }
    }
  }

  private void raisePrices(int learner, long end) {
    for (int t = 0; t < touchedCount; t++) {
      int j = touched[t];
      if (done[j] && distance[j] < end) {
        long rise = end - distance[j];
        price[j] += rise;
        for (int h = 0; h < taken[j]; h++) {
          surplus[holders[j][h]] -= rise;
        }
      }
    }
    surplus[learner] -= end;
  }

  private void augment(int learner, int endOpportunity, int leftOut) {
    if (leftOut == learner) {
      return;
    }
    if (leftOut >= 0) {
      takeOut(leftOut, endOpportunity);
    }
    int j = endOpportunity;
    while (true) {
      int mover = cameFrom[j];
      int from = placeOf[mover];
      if (from != Allocation.UNPLACED) {
        takeOut(mover, from);
      }
      putIn(mover, j);
      if (mover == learner) {
        return;
      }
      j = from;
    }
  }

  private void takeOut(int learner, int opportunity) {
    int[] own = holders[opportunity];
    int last = own[--taken[opportunity]];
    own[positionInHolders[learner]] = last;
    positionInHolders[last] = positionInHolders[learner];
    placeOf[learner] = Allocation.UNPLACED;
  }

  private void putIn(int learner, int opportunity) {
    if (taken[opportunity] == holders[opportunity].length) {
      holders[opportunity] =
          Arrays.copyOf(
              holders[opportunity],
              Math.min(problem.places(opportunity), 2 * holders[opportunity].length));
    }
    positionInHolders[learner] = taken[opportunity];
    holders[opportunity][taken[opportunity]++] = learner;
    placeOf[learner] = opportunity;
  }
}
