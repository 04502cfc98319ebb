package org.educationcities.matching;

/**
 * Of all optimal prices the largest: what one place fewer costs. The mirror of {@link
 * SmallestPrices}: with optimal prices p and surpluses u, let h(j) be the least sum of slacks over
 * ways along which whoever is placed at j moves on, until a free place is reached or somebody is
 * left out; then p + h are prices again, and no larger ones are. Under them the way that loses
 * least loses nothing at every step, so that a search for a learner who lost a place runs straight
 * along it.
 */
final class LargestPrices {

  private LargestPrices() {}

  /** Raises prices as far as it goes, and lowers the surpluses of who is placed by as much. */
  static void raise(
      CandidatesByOpportunity candidates,
      Stakes stakes,
      int[] places,
      int[] placeOf,
      int[] taken,
      long[] price,
      long[] surplus) {
    int m = places.length;
    long[] h = new long[m];
    for (int j = 0; j < m; j++) {
      h[j] = taken[j] < places[j] || places[j] == 0 ? 0 : Long.MAX_VALUE;
    }
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != Allocation.UNPLACED) {
        h[placeOf[i]] = Math.min(h[placeOf[i]], surplus[i] - stakes.outside(i));
      }
    }
    OpportunityHeap heap = new OpportunityHeap(m, h);
    boolean[] done = new boolean[m];
    for (int j = 0; j < m; j++) {
      if (places[j] > 0) {
        heap.add(j);
      } else {
        done[j] = true;
      }
    }
    while (!heap.isEmpty()) {
      int to = heap.peek();
      heap.poll();
      done[to] = true;
      for (int at = candidates.start[to]; at < candidates.start[to + 1]; at++) {
        int i = candidates.learner[at];
        int from = placeOf[i];
        if (from == Allocation.UNPLACED
            || done[from]
            || candidates.affinity[at] == ExactSolver.FORBIDDEN) {
          continue;
        }
        long worth = candidates.affinity[at] + stakes.at(i, to);
        long reached = h[to] + surplus[i] + price[to] - worth;
        if (reached < h[from]) {
          h[from] = reached;
          heap.rose(from);
        }
      }
    }
    for (int j = 0; j < m; j++) {
      price[j] += h[j];
    }
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != Allocation.UNPLACED) {
        surplus[i] -= h[placeOf[i]];
      }
    }
  }
}
