package org.educationcities.matching;

import java.util.Arrays;

/**
 * Prices and placements that are nearly best, by a forward and reverse auction with epsilon scaling
 * (Bertsekas and Castañon 1989, "The auction algorithm for the transportation problem": places of
 * one opportunity are similar objects and share a price, that of the lowest bid; 1992, "A
 * forward/reverse auction algorithm for asymmetric assignment problems"). Whatever it leaves wrong,
 * {@link ExactSolver} puts right; so it may round, and stop early, and needs no more than an int.
 *
 * <p>Not thread-safe; one auction serves one problem.
 */
final class Auction {
  /** Bids are in sixteenths of a point. */
  private static final int SCALE = 16;

  private static final int LAST_EPSILON = 2;

  /**
   * The first epsilon is this part of the greatest affinity, and each one this part of the last.
   */
  private static final int FIRST_EPSILON_OF = 8;

  private static final int EPSILON_STEP = 6;

  /** After a sample the first epsilon is this part of what it would be. */
  private static final int SAMPLED_EPSILON_OF = 20;

  /** Prices start so many epsilons below those of the sample. */
  private static final int MARGIN = 4;

  private final int n;
  private final int m;

  /** Of so many learners one takes part: number {@code i} here is {@code i * stride} there. */
  private final int stride;

  private final int[] start;
  private final int[] opportunityOf;
  private final int[] affinityOf;
  private final CandidatesByOpportunity candidates;
  private final Stop stop;

  /** By opportunity: the price of its cheapest place. */
  final int[] price;

  /** By learner an opportunity, or {@link Allocation#UNPLACED}. */
  final int[] placeOf;

  private final int[] position;

  /** What the place is worth to its learner, before its price; 0 for who has none. */
  private final int[] worth;

  private final int[] taken;

  /** The places that can ever be taken, by opportunity one after the other: heaps by lowest bid. */
  private final int[] firstPlace;

  private final int[] bid;
  private final int[] holder;

  /** Opportunities whose free places cost something. */
  private final int[] hungry;

  private final boolean[] isHungry;
  private int hungryHead;
  private int hungryCount;

  private final Guests guests = new Guests();
  private int epsilon;

  /** An auction for one in so many learners, with that part of the places, at least one each. */
  Auction(AllocationProblem problem, CandidatesByOpportunity candidates, int stride, Stop stop) {
    this.stride = stride;
    this.n = (problem.learnerCount() + stride - 1) / stride;
    this.m = problem.opportunityCount();
    this.start = problem.starts();
    this.opportunityOf = problem.opportunitiesByPair();
    this.affinityOf = problem.affinitiesByPair();
    this.candidates = candidates;
    this.stop = stop;
    this.price = new int[m + 1];
    this.placeOf = new int[n];
    Arrays.fill(placeOf, m);
    this.position = new int[n];
    this.worth = new int[n];
    this.taken = new int[m];
    this.firstPlace = new int[m + 1];
    int[] places = problem.placesByOpportunity();
    long all = 0;
    for (int j = 0; j < m; j++) {
      int wanted = candidates.start[j + 1] - candidates.start[j];
      long before = all / stride;
      all += places[j];
      int own = (int) Math.max(Math.min(places[j], 1), all / stride - before);
      firstPlace[j + 1] = firstPlace[j] + Math.min(own, wanted);
    }
    this.bid = new int[firstPlace[m]];
    this.holder = new int[firstPlace[m]];
    this.hungry = new int[m];
    this.isHungry = new boolean[m];
    closeWhatHasNoPlace();
  }

  private void closeWhatHasNoPlace() {
    for (int j = 0; j < m; j++) {
      for (int at = candidates.start[j];
          firstPlace[j] == firstPlace[j + 1] && at < candidates.start[j + 1];
          at++) {
        price[j] = Math.max(price[j], candidates.affinity[at] * SCALE);
      }
    }
  }

  /** The greatest affinity, in the bids' unit. */
  private int greatest() {
    int greatest = 1;
    for (int a : affinityOf) {
      greatest = Math.max(greatest, a);
    }
    return greatest * SCALE;
  }

  /** From nothing. */
  void run() {
    run(greatest() / FIRST_EPSILON_OF);
  }

  /**
   * From a little below the prices of a sample, if there are any: to raise a price costs less than
   * to find who fills a place that is too dear.
   */
  void runFrom(int[] sample) {
    if (sample.length == 0) {
      run();
      return;
    }
    int first = greatest() / FIRST_EPSILON_OF / SAMPLED_EPSILON_OF;
    for (int j = 0; j < m; j++) {
      price[j] = Math.max(price[j], sample[j] - MARGIN * first);
    }
    run(first);
  }

  private void run(int firstEpsilon) {
    epsilon = Math.max(LAST_EPSILON, firstEpsilon);
    while (true) {
      forward();
      reverse();
      if (epsilon == LAST_EPSILON) {
        return;
      }
      epsilon = Math.max(LAST_EPSILON, epsilon / EPSILON_STEP);
      releaseViolators();
    }
  }

  /** By opportunity the price of a place, rounded to whole points. */
  long[] prices() {
    long[] prices = new long[m];
    for (int j = 0; j < m; j++) {
      prices[j] = (price[j] + SCALE / 2L) / SCALE;
    }
    return prices;
  }

  /** By learner an opportunity, or {@link Allocation#UNPLACED}; the auction's own, at its end. */
  int[] placements() {
    for (int i = 0; i < n; i++) {
      placeOf[i] = placeOf[i] == m ? Allocation.UNPLACED : placeOf[i];
    }
    return placeOf;
  }

  /**
   * Whoever has no place bids, and who loses theirs bids at once: their neighbourhood is at hand.
   */
  private void forward() {
    for (int i = 0; i < n; i++) {
      if ((i & 0xFFF) == 0) {
        stop.check();
      }
      int bidder = placeOf[i] == m ? i : -1;
      while (bidder >= 0) {
        bidder = bid(bidder);
      }
    }
  }

  /** Bids for the best place; returns who loses it, or -1. */
  private int bid(int learner) {
    int best = 0;
    int second = 0;
    int at = -1;
    int end = start[learner * stride + 1];
    for (int e = start[learner * stride]; e < end; e++) {
      int value = affinityOf[e] * SCALE - price[opportunityOf[e]];
      if (value > second) {
        if (value > best) {
          second = best;
          best = value;
          at = opportunityOf[e];
        } else {
          second = value;
        }
      }
    }
    if (at < 0) {
      return -1;
    }
    // Up to where the second best would be as good, and epsilon more, so that wars end.
    int offered = price[at] + best - second + epsilon;
    int from = firstPlace[at];
    int room = firstPlace[at + 1] - from;
    int loser = -1;
    placeOf[learner] = at;
    worth[learner] = best + price[at];
    if (taken[at] < room) {
      up(from, taken[at]++, offered, learner);
      if (taken[at] < room) {
        return -1;
      }
    } else {
      loser = holder[from];
      placeOf[loser] = m;
      worth[loser] = 0;
      down(from, 0, room, offered, learner);
    }
    price[at] = bid[from];
    return loser;
  }

  private void up(int from, int index, int newBid, int learner) {
    int at = index;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (bid[from + parent] <= newBid) {
        break;
      }
      set(from, at, bid[from + parent], holder[from + parent]);
      at = parent;
    }
    set(from, at, newBid, learner);
  }

  private void down(int from, int index, int size, int newBid, int learner) {
    int at = index;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && bid[from + child + 1] < bid[from + child]) {
        child++;
      }
      if (bid[from + child] >= newBid) {
        break;
      }
      set(from, at, bid[from + child], holder[from + child]);
      at = child;
    }
    set(from, at, newBid, learner);
  }

  private void set(int from, int at, int newBid, int learner) {
    bid[from + at] = newBid;
    holder[from + at] = learner;
    position[learner] = at;
  }

  private void leave(int learner, int opportunity) {
    int from = firstPlace[opportunity];
    int at = position[learner];
    int last = --taken[opportunity];
    placeOf[learner] = m;
    worth[learner] = 0;
    if (at == last) {
      return;
    }
    int movedBid = bid[from + last];
    int moved = holder[from + last];
    if (at > 0 && movedBid < bid[from + ((at - 1) >>> 1)]) {
      up(from, at, movedBid, moved);
    } else {
      down(from, at, last, movedBid, moved);
    }
  }

  /** At a smaller epsilon most still hold what is best enough; only the others bid again. */
  private void releaseViolators() {
    for (int j = 0; j < m; j++) {
      // Every place of an opportunity costs the same again, which keeps any order a heap.
      Arrays.fill(bid, firstPlace[j], firstPlace[j] + taken[j], price[j]);
    }
    for (int i = 0; i < n; i++) {
      int own = placeOf[i];
      if (own == m) {
        continue;
      }
      int best = 0;
      for (int e = start[i * stride]; e < start[i * stride + 1]; e++) {
        best = Math.max(best, affinityOf[e] * SCALE - price[opportunityOf[e]]);
      }
      if (worth[i] - price[own] < best - epsilon) {
        leave(i, own);
      }
    }
  }

  /** Places that are free but cost something look for who gains most, and cost less, or nothing. */
  private void reverse() {
    hungryCount = 0;
    hungryHead = 0;
    for (int j = 0; j < m; j++) {
      isHungry[j] = false;
    }
    for (int j = 0; j < m; j++) {
      feedLater(j);
    }
    long budget = 4L * opportunityOf.length + 1024;
    while (hungryCount > 0 && budget > 0) {
      int j = hungry[hungryHead];
      hungryHead = hungryHead + 1 == m ? 0 : hungryHead + 1;
      hungryCount--;
      isHungry[j] = false;
      budget -= candidates.start[j + 1] - candidates.start[j];
      invite(j);
    }
  }

  private void feedLater(int j) {
    if (price[j] > 0 && taken[j] < firstPlace[j + 1] - firstPlace[j] && !isHungry[j]) {
      isHungry[j] = true;
      int at = hungryHead + hungryCount++;
      hungry[at >= m ? at - m : at] = j;
    }
  }

  /**
   * Fills all free places of an opportunity in one scan: its price falls until as many as there are
   * places free, but no more, gain by coming, or to nothing.
   */
  private void invite(int j) {
    int free = firstPlace[j + 1] - firstPlace[j] - taken[j];
    guests.expect(free + 1);
    int threshold = epsilon;
    for (int at = candidates.start[j]; at < candidates.start[j + 1]; at++) {
      int i = candidates.learner[at];
      int own = placeOf[i];
      int value = candidates.affinity[at] * SCALE - worth[i] + price[own];
      if (value <= threshold || own == j) {
        continue;
      }
      guests.add(value, at);
      threshold = guests.count <= free ? epsilon : guests.value[0];
    }
    int first = 0;
    if (guests.count > free) {
      // The least of them only sets the price.
      price[j] = Math.min(price[j], Math.max(0, guests.value[0] - epsilon));
      first = 1;
    } else {
      price[j] = 0;
    }
    lowerAll(j);
    for (int g = first; g < guests.count; g++) {
      int who = candidates.learner[guests.candidate[g]];
      int before = placeOf[who];
      if (before != m) {
        leave(who, before);
        feedLater(before);
      }
      placeOf[who] = j;
      worth[who] = candidates.affinity[guests.candidate[g]] * SCALE;
      up(firstPlace[j], taken[j]++, price[j], who);
    }
  }

  /** With a place free, every place is worth no more than the free one. */
  private void lowerAll(int j) {
    for (int at = firstPlace[j]; at < firstPlace[j] + taken[j]; at++) {
      bid[at] = price[j];
    }
  }
}
