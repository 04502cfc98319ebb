package org.educationcities.matching;

/**
 * Of all optimal prices the smallest: what one more place is really worth. One shortest-path tree
 * gives them all: with optimal prices p and surpluses u, the slack of a pair is u + p − affinity;
 * let h(j) be the least sum of slacks over ways from an unplaced learner, or from the price of an
 * opportunity itself, along placements to j. Then p − h are prices again, and no smaller ones are
 * (the value of the best way in which a further place at j would be filled, by complementary
 * slackness).
 */
final class SmallestPrices {

  private SmallestPrices() {}

  static long[] of(
      AllocationProblem problem,
      Stakes stakes,
      int[] placeOf,
      int[] taken,
      long[] price,
      long[] surplus) {
    int m = problem.opportunityCount();
    int[][] pairsAt = holdersOf(problem, placeOf, taken);
    long[] h = price.clone();
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] == Allocation.UNPLACED) {
        for (int e = problem.start(i); e < problem.start(i + 1); e++) {
          int j = problem.opportunityOf(e);
          if (problem.affinityOf(e) != ExactSolver.FORBIDDEN) {
            long worth = problem.affinityOf(e) + stakes.at(i, j);
            h[j] = Math.min(h[j], surplus[i] + price[j] - worth);
          }
        }
      }
    }
    OpportunityHeap heap = new OpportunityHeap(m, h);
    boolean[] done = new boolean[m];
    for (int j = 0; j < m; j++) {
      heap.add(j);
    }
    while (!heap.isEmpty()) {
      int from = heap.peek();
      heap.poll();
      done[from] = true;
      for (int learner : pairsAt[from]) {
        for (int e = problem.start(learner); e < problem.start(learner + 1); e++) {
          int to = problem.opportunityOf(e);
          long worth = problem.affinityOf(e) + stakes.at(learner, to);
          long reached = h[from] + surplus[learner] + price[to] - worth;
          if (!done[to] && reached < h[to] && problem.affinityOf(e) != ExactSolver.FORBIDDEN) {
            h[to] = reached;
            heap.rose(to);
          }
        }
      }
    }
    long[] smallest = new long[m];
    for (int j = 0; j < m; j++) {
      smallest[j] = price[j] - h[j];
    }
    return smallest;
  }

  private static int[][] holdersOf(AllocationProblem problem, int[] placeOf, int[] taken) {
    int[][] holders = new int[problem.opportunityCount()][];
    int[] filled = new int[holders.length];
    for (int j = 0; j < holders.length; j++) {
      holders[j] = new int[taken[j]];
    }
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != Allocation.UNPLACED) {
        holders[placeOf[i]][filled[placeOf[i]]++] = i;
      }
    }
    return holders;
  }
}
