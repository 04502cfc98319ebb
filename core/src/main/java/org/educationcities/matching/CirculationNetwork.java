package org.educationcities.matching;

import java.util.Arrays;

/**
 * A network for circulations, being built and then solved: arcs with bounds and a cost. Every arc
 * stands twice, the second time backwards, so that what is left of both is all there is to know.
 */
final class CirculationNetwork {
  final int nodes;
  private int arcs;
  private int[] tail;
  private int[] headOf;
  private int[] lower;
  private int[] upper;
  private int[] cost;

  /** By node, its first arc in the arrays below; one more at the end. */
  int[] first = new int[0];

  int[] head = new int[0];
  int[] back = new int[0];
  int[] left = new int[0];
  int[] price = new int[0];

  /** By arc as added, where it stands. */
  private int[] position = new int[0];

  CirculationNetwork(int nodes, int expectedArcs) {
    this.nodes = nodes;
    this.tail = new int[expectedArcs];
    this.headOf = new int[expectedArcs];
    this.lower = new int[expectedArcs];
    this.upper = new int[expectedArcs];
    this.cost = new int[expectedArcs];
  }

  /** Adds an arc and returns its number. */
  int add(int from, int to, int atLeast, int atMost, int newCost) {
    if (arcs == tail.length) {
      int room = Math.max(16, arcs + (arcs >> 1));
      tail = Arrays.copyOf(tail, room);
      headOf = Arrays.copyOf(headOf, room);
      lower = Arrays.copyOf(lower, room);
      upper = Arrays.copyOf(upper, room);
      cost = Arrays.copyOf(cost, room);
    }
    tail[arcs] = from;
    headOf[arcs] = to;
    lower[arcs] = atLeast;
    upper[arcs] = atMost;
    cost[arcs] = newCost;
    return arcs++;
  }

  int arcCount() {
    return arcs;
  }

  /**
   * Lays the arcs out by node; every arc carries its lower bound, which may leave nodes unbalanced.
   */
  void layOut() {
    if (arcs > (1 << 29)) {
      throw new IllegalArgumentException(
          "The problem has "
              + arcs
              + " arcs, more than fit.\nMaybe keep fewer candidates a learner.");
    }
    first = new int[nodes + 1];
    for (int a = 0; a < arcs; a++) {
      first[tail[a] + 1]++;
      first[headOf[a] + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      first[v + 1] += first[v];
    }
    head = new int[2 * arcs];
    back = new int[2 * arcs];
    left = new int[2 * arcs];
    price = new int[2 * arcs];
    position = new int[arcs];
    int[] at = Arrays.copyOf(first, nodes);
    for (int a = 0; a < arcs; a++) {
      int there = at[tail[a]]++;
      int again = at[headOf[a]]++;
      position[a] = there;
      head[there] = headOf[a];
      head[again] = tail[a];
      back[there] = again;
      back[again] = there;
      left[there] = upper[a] - lower[a];
      price[there] = cost[a];
      price[again] = -cost[a];
    }
  }

  /** By node, what flows in less what flows out. */
  long[] excess() {
    long[] excess = new long[nodes];
    for (int a = 0; a < arcs; a++) {
      int flow = flow(a);
      excess[headOf[a]] += flow;
      excess[tail[a]] -= flow;
    }
    return excess;
  }

  /** What flows on an arc. */
  int flow(int arc) {
    return lower[arc] + left[back[position[arc]]];
  }
}
