package org.educationcities.matching;

import java.util.Arrays;

/**
 * What flows through a {@link SeatNetwork} and the potentials of its nodes: from the root to
 * learners, to their choices, across pairs into the tree of places, and up to the root again. Its
 * nodes are those of the tree, then the learners, then the choices.
 *
 * <p>Taken over from an auction: whatever its prices do not bear out is undone, which leaves nodes
 * with too much or too little; {@link SeatWays} puts that right.
 */
final class SeatFlow {
  final SeatNetwork net;
  final int firstLearner;
  final int firstChoice;
  final int size;

  /** By node; an arc with anything left costs no less than they rise along it. The root's is 0. */
  final long[] potential;

  /** By node, what flows in less what flows out. */
  final int[] excess;

  /** By tree node, what flows outwards; by learner, what flows in. */
  final int[] count;

  final int[] taken;

  /** By choice, whether it is taken; and the pair it flows on to. */
  final boolean[] isTaken;

  final int[] held;

  /** By tree node the pairs held right under it, and by pair where it stands there. */
  final int[] heldFrom;

  final int[] heldAt;
  final int[] heldCount;
  private final int[] position;

  SeatFlow(SeatNetwork net) {
    this.net = net;
    this.firstLearner = net.nodes;
    this.firstChoice = Math.addExact(net.nodes, net.learners);
    this.size = Math.addExact(firstChoice, net.choices());
    this.potential = new long[size];
    this.excess = new int[size];
    this.count = new int[net.nodes];
    this.taken = new int[net.learners];
    this.isTaken = new boolean[net.choices()];
    this.held = new int[net.choices()];
    Arrays.fill(held, NestedBids.NONE);
    this.heldFrom = new int[net.nodes];
    this.heldCount = new int[net.nodes];
    this.position = new int[net.leaf.length];
    int room = 0;
    for (int v = 0; v < net.nodes; v++) {
      heldFrom[v] = room;
      int pairs = net.pairStart[v + 1] - net.pairStart[v];
      // On the way to balance, more may be held right under a node while less comes from within.
      room += net.end[v] == v + 1 ? Math.min(net.room[v], pairs) : pairs;
    }
    this.heldAt = new int[room];
  }

  /** Takes over prices, by tree node, and as many placements as they bear out. */
  void takeOver(long[] prices, int[] placements) {
    for (int v = 1; v < net.nodes; v++) {
      potential[v] = -prices[v];
    }
    long[] best = new long[16];
    for (int i = 0; i < net.learners; i++) {
      best = takeOverLearner(i, placements, best);
    }
    for (int v = net.nodes - 1; v > 0; v--) {
      int around = net.parent[v];
      int inflow = excess[v] + heldCount[v];
      count[v] = potential[v] < potential[around] ? net.room[v] : Math.min(net.room[v], inflow);
      excess[v] = inflow - count[v];
      excess[around] += count[v];
    }
    excess[SeatNetwork.ROOT] = 0; // It takes and gives whatever is left.
  }

  /** A learner's best duals under the prices: those that hold more than they may are let go. */
  private long[] takeOverLearner(int i, int[] placements, long[] room) {
    int begin = net.choiceStart[i];
    int choices = net.choiceStart[i + 1] - begin;
    long[] best = room.length < choices ? new long[2 * choices] : room;
    int open = 0;
    for (int c = begin; c < begin + choices; c++) {
      potential[firstChoice + c] = bestIn(c);
      if (!net.closed[c]) {
        best[open++] = potential[firstChoice + c];
      }
    }
    Arrays.sort(best, 0, open);
    int most = net.learnerRoom[i];
    long own = most < open ? Math.max(0, best[open - 1 - most]) : 0;
    potential[firstLearner + i] = own;
    int out = 0;
    for (int c = begin; c < begin + choices; c++) {
      long all = potential[firstChoice + c];
      potential[firstChoice + c] = Math.max(own, all);
      if (net.closed[c]) {
        continue;
      }
      if (all > own) {
        // It is worth more than the learner's own price: one must flow in, wherever it goes on to.
        isTaken[c] = true;
        excess[firstChoice + c] = 1;
        out++;
      }
    }
    for (int c = begin; c < begin + choices; c++) {
      int x = placements[c];
      if (x == NestedBids.NONE
          || net.affinity[x] + potential[net.leaf[x]] != potential[firstChoice + c]
          || heldCount[net.leaf[x]] >= net.room[net.leaf[x]]) {
        continue;
      }
      if (isTaken[c]) {
        excess[firstChoice + c] = 0;
        hold(c, x);
      } else if (out < most) {
        isTaken[c] = true;
        out++;
        hold(c, x);
      }
    }
    taken[i] = own > 0 ? most : out;
    excess[firstLearner + i] = taken[i] - out;
    return best;
  }

  private long bestIn(int choice) {
    long best = Long.MIN_VALUE;
    for (int x = net.first[choice]; x < net.first[choice + 1]; x++) {
      best = Math.max(best, net.affinity[x] + potential[net.leaf[x]]);
    }
    return best;
  }

  /** What is lost by a pair that flows from its choice to its place. */
  long lost(int pair) {
    return potential[firstChoice + net.choiceOf[pair]]
        - potential[net.leaf[pair]]
        - net.affinity[pair];
  }

  void hold(int choice, int pair) {
    int v = net.leaf[pair];
    held[choice] = pair;
    position[pair] = heldCount[v];
    heldAt[heldFrom[v] + heldCount[v]++] = pair;
  }

  void letGo(int choice) {
    int pair = held[choice];
    int v = net.leaf[pair];
    int last = heldAt[heldFrom[v] + --heldCount[v]];
    heldAt[heldFrom[v] + position[pair]] = last;
    position[last] = position[pair];
    held[choice] = NestedBids.NONE;
  }
}
