package org.educationcities.matching;

import java.util.Arrays;

/**
 * Makes an allocation of the greatest total affinity out of any placements and prices, exactly, by
 * shortest augmenting paths with prices (Kuhn 1955; Edmonds and Karp 1972 for the prices; Jonker
 * and Volgenant 1987 for the search by learner). Placements that the prices do not bear out are
 * undone; then each learner whom that leaves short looks for the way that loses least, and each
 * place that is free but costs something for the way that fills it, or costs nothing. From nothing
 * it is the Hungarian method; from an auction's prices only a few hundred searches in a hundred
 * thousand learners are left; after a cancellation, as many as places were lost.
 *
 * <p>Deterministic: the same start gives the same allocation. Not thread-safe.
 */
final class ExactSolver {
  /** The affinity of a pair that may be no longer. */
  static final int FORBIDDEN = 0;

  private final AllocationProblem problem;
  private final CandidatesByOpportunity candidates;
  private final Stakes stakes;
  private final Stop stop;
  private final int n;
  private final int m;
  private final int[] start;
  private final int[] opportunityOf;
  private final int[] affinityOf;

  /** By opportunity. */
  private final int[] places;

  private final long[] price;
  private final int[] taken;
  private final int[][] holders;

  /** By learner. */
  private final long[] surplus;

  private final int[] placeOf;
  private final int[] positionInHolders;

  private final WaySearch ways;
  private final Worths worths;
  private final Exits exits;
  private final long[] distance;
  private final boolean[] done;
  private final OpportunityHeap heap;

  ExactSolver(AllocationProblem problem) {
    this(problem, new CandidatesByOpportunity(problem), Stakes.NONE, Stop.NEVER);
  }

  ExactSolver(
      AllocationProblem problem, CandidatesByOpportunity candidates, Stakes stakes, Stop stop) {
    this.problem = problem;
    this.candidates = candidates;
    this.stakes = stakes;
    this.stop = stop;
    this.n = problem.learnerCount();
    this.m = problem.opportunityCount();
    this.start = problem.starts();
    this.opportunityOf = problem.opportunitiesByPair();
    this.affinityOf = problem.affinitiesByPair();
    this.places = problem.placesByOpportunity().clone();
    this.price = new long[m];
    this.taken = new int[m];
    this.holders = new int[m][];
    for (int j = 0; j < m; j++) {
      holders[j] = new int[Math.min(places[j], 8)];
    }
    this.surplus = new long[n];
    this.placeOf = new int[n];
    Arrays.fill(placeOf, Allocation.UNPLACED);
    this.positionInHolders = new int[n];
    this.ways = new WaySearch(m);
    this.worths = new Worths(problem, stakes);
    this.exits = new Exits(problem, stakes, price, surplus);
    this.distance = ways.distance;
    this.done = ways.done;
    this.heap = ways.heap;
  }

  /** Solves from nothing. */
  Allocation solve() {
    takeOver(new long[m], placeOf.clone());
    long[] smallest = smallestPrices();
    return new Allocation(problem, placeOf, new Certificate(smallest, surplusesUnder(smallest)));
  }

  /** Of all optimal prices the smallest, once the greatest total is reached. */
  long[] smallestPrices() {
    return SmallestPrices.of(problem, stakes, placeOf, taken, price, surplus);
  }

  long[] surplusesUnder(long[] prices) {
    long[] surpluses = new long[n];
    for (int i = 0; i < n; i++) {
      surpluses[i] = worths.mostLeft(i, prices);
    }
    return surpluses;
  }

  /** Optimal prices as the last searches left them; not to be written to. */
  long[] prices() {
    return price;
  }

  /** What the prices leave each learner; not to be written to. */
  long[] surpluses() {
    return surplus;
  }

  /** By learner; not to be written to. */
  int[] placements() {
    return placeOf;
  }

  int places(int opportunity) {
    return places[opportunity];
  }

  /** Takes over what holds of any prices and placements, and puts the rest right. */
  void takeOver(long[] prices, int[] placements) {
    for (int j = 0; j < m; j++) {
      price[j] = Math.max(0, prices[j]);
      if (places[j] == 0) {
        close(j);
      }
    }
    int[] waiting = new int[n];
    int waits = 0;
    for (int i = 0; i < n; i++) {
      long best = worths.mostLeft(i, price);
      surplus[i] = best;
      int held = placements[i];
      if (held != Allocation.UNPLACED
          && taken[held] < places[held]
          && worths.isWorth(i, held, best + price[held])) {
        putIn(i, held);
      } else if (best > stakes.outside(i)) {
        waiting[waits++] = i;
      }
    }
    if (stakes != Stakes.NONE) {
      LargestPrices.raise(candidates, stakes, places, placeOf, taken, price, surplus);
    }
    for (int w = 0; w < waits; w++) {
      place(waiting[w]);
    }
    for (int j = 0; j < m; j++) {
      fillWhatIsFreeButCosts(j);
    }
  }

  /** Gives an opportunity another number of places and puts everything right again. */
  void changePlaces(int opportunity, int newPlaces) {
    places[opportunity] = newPlaces;
    int excess = Math.max(0, taken[opportunity] - newPlaces);
    int[] ousted =
        Arrays.copyOfRange(holders[opportunity], taken[opportunity] - excess, taken[opportunity]);
    for (int learner : ousted) {
      takeOut(learner, opportunity);
    }
    if (newPlaces == 0) {
      close(opportunity);
    }
    for (int learner : ousted) {
      place(learner);
    }
    fillWhatIsFreeButCosts(opportunity);
  }

  /**
   * A pair may be no longer. Its affinity is lost for this solver and whoever shares its arrays.
   */
  void forbid(int learner, int opportunity) {
    for (int e = start[learner]; e < start[learner + 1]; e++) {
      if (opportunityOf[e] == opportunity) {
        affinityOf[e] = FORBIDDEN;
      }
    }
    for (int at = candidates.start[opportunity]; at < candidates.start[opportunity + 1]; at++) {
      if (candidates.learner[at] == learner) {
        candidates.affinity[at] = FORBIDDEN;
      }
    }
    if (placeOf[learner] != Allocation.UNPLACED) {
      exits.forget(placeOf[learner]);
    }
    if (placeOf[learner] == opportunity) {
      takeOut(learner, opportunity);
      place(learner);
      fillWhatIsFreeButCosts(opportunity);
    }
  }

  /** Without a place, no way leads in; its price must still cover its pairs. */
  private void close(int j) {
    for (int at = candidates.start[j]; at < candidates.start[j + 1]; at++) {
      int i = candidates.learner[at];
      long most = candidates.affinity[at] + stakes.at(i, j) - stakes.outside(i);
      price[j] = Math.max(price[j], most);
    }
  }

  private void fillWhatIsFreeButCosts(int j) {
    while (price[j] > 0 && taken[j] < places[j]) {
      fill(j);
    }
  }

  /** The mirror of {@link #place}: backwards from a free place, along who would move towards it. */
  private void fill(int target) {
    ways.begin(stop);
    ways.reach(target, 0, -1, -1);
    long end = Long.MAX_VALUE;
    int endOpportunity = target;
    int entering = -1;
    while (!heap.isEmpty()) {
      int x = heap.peek();
      if (distance[x] >= end) {
        break;
      }
      heap.poll();
      done[x] = true;
      if (distance[x] + price[x] < end) {
        end = distance[x] + price[x];
        endOpportunity = x;
        entering = -1;
      }
      for (int at = candidates.start[x]; at < candidates.start[x + 1]; at++) {
        int i = candidates.learner[at];
        int from = placeOf[i];
        if (from == x || candidates.affinity[at] == FORBIDDEN) {
          continue;
        }
        long worth = candidates.affinity[at] + stakes.at(i, x);
        long reached = distance[x] + surplus[i] + price[x] - worth;
        if (reached >= end) {
          continue;
        }
        if (from == Allocation.UNPLACED) {
          end = reached;
          endOpportunity = x;
          entering = i;
        } else {
          ways.reach(from, reached, i, x);
        }
      }
    }
    for (int t = 0; t < ways.touchedCount; t++) {
      int j = ways.touched[t];
      if (done[j] && distance[j] < end) {
        changePrice(j, distance[j] - end);
      }
    }
    moveOn(target, endOpportunity, entering);
  }

  private void moveOn(int target, int endOpportunity, int entering) {
    int x = endOpportunity;
    int next = entering;
    while (x != target) {
      int mover = ways.cameFrom[x];
      takeOut(mover, x);
      if (next >= 0) {
        putIn(next, x);
      }
      next = mover;
      x = ways.toward[x];
    }
    if (next >= 0) {
      putIn(next, target);
    }
  }

  private void changePrice(int j, long by) {
    price[j] += by;
    for (int h = 0; h < taken[j]; h++) {
      surplus[holders[j][h]] -= by;
    }
  }

  private void place(int learner) {
    long floor = stakes.outside(learner);
    long best = worths.mostLeft(learner, price);
    surplus[learner] = best;
    if (best == floor) {
      return;
    }
    ways.begin(stop);
    // What loses least so far: a free place, or a learner left out somewhere.
    long end = best - floor;
    int endOpportunity = -1;
    int leftOut = learner;
    relax(learner, end);
    while (!heap.isEmpty()) {
      int j = heap.peek();
      if (distance[j] >= end) {
        break;
      }
      heap.poll();
      done[j] = true;
      if (taken[j] < places[j]) {
        end = distance[j];
        endOpportunity = j;
        leftOut = -1;
        break;
      }
      int leaver = exits.leaver(j, holders[j], taken[j]);
      long leaving = distance[j] + surplus[leaver] - stakes.outside(leaver);
      if (leaving < end) {
        end = leaving;
        endOpportunity = j;
        leftOut = leaver;
      }
      exits.reachFrom(j, holders[j], taken, end, places, ways);
    }
    for (int t = 0; t < ways.touchedCount; t++) {
      int j = ways.touched[t];
      if (done[j] && distance[j] < end) {
        changePrice(j, end - distance[j]);
      }
    }
    surplus[learner] -= end;
    augment(learner, endOpportunity, leftOut);
  }

  private void relax(int learner, long end) {
    int kept = stakes.kept(learner);
    for (int e = start[learner]; e < start[learner + 1]; e++) {
      int j = opportunityOf[e];
      long reached = surplus[learner] - affinityOf[e] + price[j] - (j == kept ? stakes.bonus() : 0);
      if (reached < end && places[j] > 0 && affinityOf[e] != FORBIDDEN) {
        ways.reach(j, reached, learner, -1);
      }
    }
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
      int mover = ways.cameFrom[j];
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
    exits.forget(opportunity);
    int[] own = holders[opportunity];
    int last = own[--taken[opportunity]];
    own[positionInHolders[learner]] = last;
    positionInHolders[last] = positionInHolders[learner];
    placeOf[learner] = Allocation.UNPLACED;
  }

  private void putIn(int learner, int opportunity) {
    exits.forget(opportunity);
    if (taken[opportunity] == holders[opportunity].length) {
      holders[opportunity] =
          Arrays.copyOf(
              holders[opportunity],
              Math.min(places[opportunity], 2 * holders[opportunity].length + 4));
    }
    positionInHolders[learner] = taken[opportunity];
    holders[opportunity][taken[opportunity]++] = learner;
    placeOf[learner] = opportunity;
  }
}
