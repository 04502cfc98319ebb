package org.educationcities.matching;

import java.util.Arrays;

/**
 * Places as many learners as can be, whatever the affinity: first by what each likes best, then by
 * blocking flows along shortest ways (J. E. Hopcroft and R. M. Karp, SIAM Journal on Computing 2,
 * 1973; E. A. Dinic 1970), in phases of time linear in the pairs.
 */
final class MostPlaced {
  private static final int NONE = -1;

  private final AllocationProblem problem;
  private final CandidatesByOpportunity candidates;
  private final int m;
  private final int[] placeOf;
  private final int[] taken;
  private final int[][] holders;

  /** By opportunity, how many moves away a free place is; {@link #NONE} if there is none. */
  private final int[] level;

  /** By opportunity, how far its holders, and the pairs of the one looked at, were tried. */
  private final int[] triedHolders;

  private final int[] triedPairs;
  private final int[] way;
  private int wayLength;

  MostPlaced(AllocationProblem problem) {
    this.problem = problem;
    this.candidates = new CandidatesByOpportunity(problem);
    this.m = problem.opportunityCount();
    this.placeOf = new int[problem.learnerCount()];
    Arrays.fill(placeOf, Allocation.UNPLACED);
    this.taken = new int[m];
    this.holders = new int[m][];
    for (int j = 0; j < m; j++) {
      int most = candidates.start[j + 1] - candidates.start[j];
      holders[j] = new int[Math.min(problem.places(j), most)];
    }
    this.level = new int[m];
    this.triedHolders = new int[m];
    this.triedPairs = new int[m];
    this.way = new int[m];
  }

  int[] solve() {
    for (int i = 0; i < placeOf.length; i++) {
      placeWhereFree(i);
    }
    while (true) {
      measure();
      int more = 0;
      for (int i = 0; i < placeOf.length; i++) {
        if (placeOf[i] == Allocation.UNPLACED && placeAlongAWay(i)) {
          more++;
        }
      }
      if (more == 0) {
        return placeOf;
      }
    }
  }

  private void placeWhereFree(int i) {
    int best = NONE;
    int most = 0;
    for (int e = problem.start(i); e < problem.start(i + 1); e++) {
      if (isFree(problem.opportunityOf(e)) && problem.affinityOf(e) > most) {
        most = problem.affinityOf(e);
        best = problem.opportunityOf(e);
      }
    }
    if (best != NONE) {
      holders[best][taken[best]++] = i;
      placeOf[i] = best;
    }
  }

  private boolean isFree(int j) {
    return taken[j] < holders[j].length;
  }

  /** How far each opportunity is from a free place, backwards from these. */
  private void measure() {
    Arrays.fill(level, NONE);
    int[] queue = new int[m];
    int tail = 0;
    for (int j = 0; j < m; j++) {
      triedHolders[j] = 0;
      triedPairs[j] = NONE;
      if (isFree(j)) {
        level[j] = 0;
        queue[tail++] = j;
      }
    }
    for (int head = 0; head < tail; head++) {
      int to = queue[head];
      for (int at = candidates.start[to]; at < candidates.start[to + 1]; at++) {
        int from = placeOf[candidates.learner[at]];
        if (from != Allocation.UNPLACED && level[from] == NONE) {
          level[from] = level[to] + 1;
          queue[tail++] = from;
        }
      }
    }
  }

  private boolean placeAlongAWay(int learner) {
    for (int e = problem.start(learner); e < problem.start(learner + 1); e++) {
      int first = problem.opportunityOf(e);
      if (level[first] != NONE && leadsToFree(first)) {
        move(learner);
        return true;
      }
    }
    return false;
  }

  /** Goes down the levels to a free place; what leads nowhere is not tried again in this phase. */
  private boolean leadsToFree(int first) {
    way[0] = first;
    wayLength = 1;
    while (wayLength > 0) {
      int j = way[wayLength - 1];
      if (isFree(j)) {
        return true;
      }
      int next = nextBelow(j);
      if (next != NONE) {
        way[wayLength++] = next;
      } else {
        level[j] = NONE;
        wayLength--;
        if (wayLength > 0) {
          triedPairs[way[wayLength - 1]]++;
        }
      }
    }
    return false;
  }

  /** The opportunity one level below to which the holder looked at could move on. */
  private int nextBelow(int j) {
    while (triedHolders[j] < taken[j]) {
      int holder = holders[j][triedHolders[j]];
      int from = triedPairs[j] == NONE ? problem.start(holder) : triedPairs[j];
      for (int e = from; e < problem.start(holder + 1); e++) {
        int to = problem.opportunityOf(e);
        if (level[to] != NONE && level[to] == level[j] - 1) {
          triedPairs[j] = e;
          return to;
        }
      }
      triedHolders[j]++;
      triedPairs[j] = NONE;
    }
    return NONE;
  }

  /** Everybody on the way moves on by one, and the learner comes in. */
  private void move(int learner) {
    int coming = learner;
    for (int k = 0; k < wayLength; k++) {
      int j = way[k];
      placeOf[coming] = j;
      if (k == wayLength - 1) {
        holders[j][taken[j]++] = coming;
      } else {
        int slot = triedHolders[j]++;
        triedPairs[j] = NONE;
        int moving = holders[j][slot];
        holders[j][slot] = coming;
        coming = moving;
      }
    }
  }
}
