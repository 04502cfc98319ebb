package org.educationcities.matching;

import java.util.Arrays;

/**
 * Prices and seats that are nearly best under nested bounds, by an auction with epsilon scaling
 * (Bertsekas 1979; Bertsekas and Castañon 1989, "The auction algorithm for the transportation
 * problem": similar seats share a price, that of the lowest bid), the seats kept by {@link
 * NestedBids}. A learner bids for the best pairs of choices that they hold nothing in, each up to
 * where the next best of its own choice, or the best choice that they would not get to, is as good.
 *
 * <p>Before each smaller epsilon all prices fall by twice the last one, since they may have been
 * driven too high by about as much; so hardly a seat is left that is free and costs something, and
 * no auction in reverse is needed (on cities of 10,000 and 100,000 learners that took three times
 * as long and left more to do). Whatever is left wrong, {@link SeatWays} puts right; so bids may be
 * rounded, and need no more than an int.
 *
 * <p>Deterministic. Not thread-safe; one auction serves one network.
 */
final class NestedAuction {
  /** Bids are in sixteenths of a point. */
  private static final int SCALE = 16;

  private static final int LAST_EPSILON = 2;

  /**
   * The first epsilon is this part of the greatest affinity, and each one this part of the last.
   */
  private static final int FIRST_EPSILON_OF = 8;

  private static final int EPSILON_STEP = 6;

  private final SeatNetwork net;
  private final NestedBids bids;
  private final Stop stop;

  /** By choice, the pair held, or {@link NestedBids#NONE}. */
  final int[] held;

  /** By learner, how many are held. */
  private final int[] taken;

  /** Learners who have lost a seat, last first: their neighbourhood is at hand. */
  private final int[] stack;

  private final boolean[] isStacked;
  private int stacked;

  /** The choices a learner may bid in, best first; one more than they have room for. */
  private int[] bestValue = new int[8];

  private int[] nextValue = new int[8];
  private int[] bestPair = new int[8];

  private int epsilon;
  private int looks;

  NestedAuction(SeatNetwork net, Stop stop) {
    this.net = net;
    this.stop = stop;
    this.bids = new NestedBids(net);
    this.held = new int[net.choices()];
    Arrays.fill(held, NestedBids.NONE);
    this.taken = new int[net.learners];
    this.stack = new int[net.learners];
    this.isStacked = new boolean[net.learners];
    closeWhatHasNoRoom();
  }

  /** What a seat right under a node costs, to the nearest point. */
  int wholePrice(int node) {
    return (bids.price(node) + SCALE / 2) / SCALE;
  }

  /** Where no one can come, the price is such that no one would. */
  private void closeWhatHasNoRoom() {
    for (int v = 1; v < net.nodes; v++) {
      for (int at = net.pairStart[v]; net.room[v] == 0 && at < net.pairStart[net.end[v]]; at++) {
        bids.level[v] = Math.max(bids.level[v], net.affinity[net.pairAt[at]] * SCALE);
      }
    }
  }

  void run() {
    int greatest = 1;
    for (int a : net.affinity) {
      greatest = Math.max(greatest, a);
    }
    epsilon = Math.max(LAST_EPSILON, greatest * SCALE / FIRST_EPSILON_OF);
    forward();
    while (epsilon > LAST_EPSILON) {
      bids.lowerAll(2 * epsilon);
      epsilon = Math.max(LAST_EPSILON, epsilon / EPSILON_STEP);
      releaseViolators();
      forward();
    }
  }

  /** Whoever may take more bids, and who loses a seat bids next. */
  private void forward() {
    for (int i = 0; i < net.learners; i++) {
      if (taken[i] < net.learnerRoom[i]) {
        seat(i);
      }
      while (stacked > 0) {
        int next = stack[--stacked];
        isStacked[next] = false;
        seat(next);
      }
    }
  }

  /** Bids until a learner has as many seats as they may, or nothing more is worth its price. */
  private void seat(int learner) {
    while (taken[learner] < net.learnerRoom[learner]) {
      int wanted = net.learnerRoom[learner] - taken[learner];
      int found = look(learner, wanted + 1);
      if (found == 0) {
        return;
      }
      // What they will not get to, if they get all they want.
      int floor = found > wanted ? bestValue[wanted] : 0;
      for (int r = 0; r < Math.min(found, wanted); r++) {
        int pair = bestPair[r];
        int worth = net.affinity[pair] * SCALE;
        int offered = worth - Math.max(floor, nextValue[r]) + epsilon;
        if (r > 0 && bids.price(net.leaf[pair]) + epsilon > offered) {
          break; // Their own bids have changed what they saw.
        }
        take(pair, offered);
      }
    }
  }

  private void take(int pair, int offered) {
    int choice = net.choiceOf[pair];
    held[choice] = pair;
    taken[net.learnerOf[choice]]++;
    int loser = bids.insert(pair, offered);
    if (loser != NestedBids.NONE) {
      int lost = net.choiceOf[loser];
      held[lost] = NestedBids.NONE;
      int learner = net.learnerOf[lost];
      taken[learner]--;
      if (!isStacked[learner]) {
        isStacked[learner] = true;
        stack[stacked++] = learner;
      }
    }
  }

  /** The best choices that nothing is held in, as many as asked for; returns how many. */
  private int look(int learner, int most) {
    if ((++looks & 0x3FFF) == 0) {
      stop.check();
    }
    if (most > bestValue.length) {
      bestValue = new int[2 * most];
      nextValue = new int[2 * most];
      bestPair = new int[2 * most];
    }
    int found = 0;
    for (int c = net.choiceStart[learner]; c < net.choiceStart[learner + 1]; c++) {
      if (held[c] != NestedBids.NONE || net.closed[c]) {
        continue;
      }
      int best = 0;
      int next = 0;
      int at = NestedBids.NONE;
      for (int x = net.first[c]; x < net.first[c + 1]; x++) {
        int value = net.affinity[x] * SCALE - bids.price(net.leaf[x]);
        if (value > next) {
          if (value > best) {
            next = best;
            best = value;
            at = x;
          } else {
            next = value;
          }
        }
      }
      if (at == NestedBids.NONE || (found == most && best <= bestValue[most - 1])) {
        continue;
      }
      int r = found < most ? found++ : most - 1;
      while (r > 0 && bestValue[r - 1] < best) {
        bestValue[r] = bestValue[r - 1];
        nextValue[r] = nextValue[r - 1];
        bestPair[r] = bestPair[r - 1];
        r--;
      }
      bestValue[r] = best;
      nextValue[r] = next;
      bestPair[r] = at;
    }
    return found;
  }

  /** At a smaller epsilon most still hold what is best enough; only the others bid again. */
  private void releaseViolators() {
    stop.check();
    for (int i = 0; i < net.learners; i++) {
      // Who has room left can take what they do not hold; who has none compares with it.
      int beside = 0;
      boolean isFull = taken[i] == net.learnerRoom[i];
      for (int c = net.choiceStart[i]; isFull && c < net.choiceStart[i + 1]; c++) {
        if (held[c] == NestedBids.NONE && !net.closed[c]) {
          beside = Math.max(beside, bestIn(c));
        }
      }
      for (int c = net.choiceStart[i]; c < net.choiceStart[i + 1]; c++) {
        if (held[c] != NestedBids.NONE && value(held[c]) < Math.max(beside, bestIn(c)) - epsilon) {
          release(c);
        }
      }
    }
  }

  private int bestIn(int choice) {
    int best = 0;
    for (int x = net.first[choice]; x < net.first[choice + 1]; x++) {
      best = Math.max(best, value(x));
    }
    return best;
  }

  private int value(int pair) {
    return net.affinity[pair] * SCALE - bids.price(net.leaf[pair]);
  }

  private void release(int choice) {
    bids.remove(held[choice]);
    held[choice] = NestedBids.NONE;
    taken[net.learnerOf[choice]]--;
  }
}
