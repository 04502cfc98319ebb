package org.educationcities.matching;

import java.util.Arrays;

/**
 * By opportunity, where whoever is placed there could move on, and at what least loss: of all its
 * placements, for each other opportunity, the one that loses least. Prices play no part, so that it
 * holds until somebody comes or goes; and it is a fraction of the pairs of all who are placed
 * there. A session for repairs learns it where it is asked for, and keeps it; an allocation made
 * once would hardly ask twice, and goes through the pairs themselves.
 */
final class Exits {
  private final int[] start;
  private final int[] opportunityOf;
  private final int[] affinityOf;
  private final Stakes stakes;
  private final long[] price;
  private final long[] surplus;
  private final boolean isKept;

  /** By opportunity; null until learnt. */
  private final int[][] targets;

  private final int[][] movers;
  private final long[][] losses;
  private final int[] leaver;

  /** By opportunity, where it stands among the targets being learnt, and for which learning. */
  private final int[] slot;

  private final int[] learntFor;
  private int learning;
  private int[] target = new int[64];
  private int[] mover = new int[64];
  private long[] loss = new long[64];

  /** Over the solver's own prices and surpluses, by opportunity and by learner. */
  Exits(AllocationProblem problem, Stakes stakes, long[] price, long[] surplus) {
    this.start = problem.starts();
    this.opportunityOf = problem.opportunitiesByPair();
    this.affinityOf = problem.affinitiesByPair();
    this.stakes = stakes;
    this.price = price;
    this.surplus = surplus;
    this.isKept = stakes != Stakes.NONE;
    int m = isKept ? problem.opportunityCount() : 0;
    this.targets = new int[m][];
    this.movers = new int[m][];
    this.losses = new long[m][];
    this.leaver = new int[m];
    this.slot = new int[m];
    this.learntFor = new int[m];
  }

  /** Somebody came or went. */
  @SuppressWarnings("NullAway") // null is "not learnt yet" in an array of arrays
  void forget(int opportunity) {
    if (isKept) {
      targets[opportunity] = null;
    }
  }

  @SuppressWarnings("NullAway")
  private void learn(int j, int[] holders, int count) {
    if (targets[j] != null) {
      return;
    }
    learning++;
    int size = 0;
    long leastWorth = Long.MAX_VALUE;
    for (int h = 0; h < count; h++) {
      int i = holders[h];
      long own = worth(i, j);
      if (own - stakes.outside(i) < leastWorth) {
        leastWorth = own - stakes.outside(i);
        leaver[j] = i;
      }
      int kept = stakes.kept(i);
      for (int e = start[i]; e < start[i + 1]; e++) {
        int to = opportunityOf[e];
        if (to == j || affinityOf[e] == ExactSolver.FORBIDDEN) {
          continue;
        }
        long lost = own - affinityOf[e] - (to == kept ? stakes.bonus() : 0);
        if (learntFor[to] != learning) {
          if (size == target.length) {
            grow();
          }
          learntFor[to] = learning;
          slot[to] = size;
          target[size] = to;
          mover[size] = i;
          loss[size++] = lost;
        } else if (lost < loss[slot[to]]) {
          mover[slot[to]] = i;
          loss[slot[to]] = lost;
        }
      }
    }
    targets[j] = Arrays.copyOf(target, size);
    movers[j] = Arrays.copyOf(mover, size);
    losses[j] = Arrays.copyOf(loss, size);
  }

  private void grow() {
    target = Arrays.copyOf(target, 2 * target.length);
    mover = Arrays.copyOf(mover, target.length);
    loss = Arrays.copyOf(loss, target.length);
  }

  private long worth(int learner, int opportunity) {
    for (int e = start[learner]; e < start[learner + 1]; e++) {
      if (opportunityOf[e] == opportunity) {
        return affinityOf[e] + stakes.at(learner, opportunity);
      }
    }
    throw new IllegalStateException("A learner is placed where no pair leads: a defect.");
  }

  /** Of those placed at an opportunity, the one who loses least by going without a place. */
  int leaver(int j, int[] holders, int count) {
    if (isKept) {
      learn(j, holders, count);
      return leaver[j];
    }
    int least = holders[0];
    for (int h = 1; h < count; h++) {
      if (surplus[holders[h]] < surplus[least]) {
        least = holders[h];
      }
    }
    return least;
  }

  /** Goes on from an opportunity to all others that are nearer than the end. */
  void reachFrom(int j, int[] holders, int[] taken, long end, int[] places, WaySearch ways) {
    if (isKept) {
      learn(j, holders, taken[j]);
      reachLearnt(j, taken, end, places, ways);
      return;
    }
    for (int h = 0; h < taken[j]; h++) {
      int i = holders[h];
      long base = ways.distance[j] + surplus[i];
      for (int e = start[i]; e < start[i + 1]; e++) {
        int to = opportunityOf[e];
        long reached = base - affinityOf[e] + price[to];
        if (reached < end && to != j && places[to] > 0) {
          ways.reach(to, reached, i, -1);
        }
      }
    }
  }

  private void reachLearnt(int j, int[] taken, long end, int[] places, WaySearch ways) {
    int[] to = targets[j];
    int[] by = movers[j];
    long[] lost = losses[j];
    long base = ways.distance[j] - price[j];
    long limit = Math.min(end, ways.nearestFree);
    for (int k = 0; k < to.length; k++) {
      long reached = base + lost[k] + price[to[k]];
      if (reached < limit && places[to[k]] > 0) {
        ways.reach(to[k], reached, by[k], -1);
        if (taken[to[k]] < places[to[k]]) {
          limit = reached;
        }
      }
    }
    ways.nearestFree = Math.min(ways.nearestFree, limit);
  }
}
