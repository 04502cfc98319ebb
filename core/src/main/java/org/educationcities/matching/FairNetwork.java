package org.educationcities.matching;

import java.util.Arrays;

/**
 * The flow network of a {@link FairProblem}: from the city over learners and their slots to
 * opportunities, providers and back to the city. Each learner has an arc for the first placement
 * and, if there may be more, one for the others, so that having a place at all can be a goal.
 */
final class FairNetwork {
  final int nodes;
  final int[] from;
  final int[] to;
  final int[] capacity;

  /** Offer p is arc {@code offerArc + p}. */
  final int offerArc;

  /** The arc for the first placement of learner i is {@code i}. */
  FairNetwork(FairProblem problem) {
    int n = problem.learners();
    int m = problem.opportunities();
    int offers = problem.offers();
    int[] tail = new int[offers];
    int slotNodes = slotNodes(problem, tail);
    int firstOpportunity = 1 + n + slotNodes;
    int firstProvider = firstOpportunity + m;
    int sink = firstProvider + problem.providerPlaces.length;
    nodes = sink + 1;
    int several = 0;
    for (int k : problem.most) {
      several += k > 1 ? 1 : 0;
    }
    int arcs = n + several + slotNodes + offers + m + problem.providerPlaces.length + 1;
    from = new int[arcs];
    to = new int[arcs];
    capacity = new int[arcs];
    int a = 0;
    for (int i = 0; i < n; i++) {
      a = add(a, 0, 1 + i, 1);
    }
    for (int i = 0; i < n; i++) {
      if (problem.most[i] > 1) {
        a = add(a, 0, 1 + i, problem.most[i] - 1);
      }
    }
    int firstSlotArc = a;
    for (int i = 0; i < n; i++) {
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        // Slot nodes are numbered as they first come, so each is added once.
        if (tail[p] == 1 + n + (a - firstSlotArc)) {
          a = add(a, 1 + i, tail[p], 1);
        }
      }
    }
    offerArc = a;
    for (int p = 0; p < offers; p++) {
      a = add(a, tail[p], firstOpportunity + problem.opportunity[p], 1);
    }
    for (int o = 0; o < m; o++) {
      int above = problem.provider[o] < 0 ? sink : firstProvider + problem.provider[o];
      a = add(a, firstOpportunity + o, above, problem.places[o]);
    }
    for (int s = 0; s < problem.providerPlaces.length; s++) {
      a = add(a, firstProvider + s, sink, problem.providerPlaces[s]);
    }
    add(a, sink, 0, Integer.MAX_VALUE);
  }

  private int add(int arc, int tail, int head, int most) {
    from[arc] = tail;
    to[arc] = head;
    capacity[arc] = most;
    return arc + 1;
  }

  /** Sets each offer's tail: its learner, or the learner's slot if two offers or more are in it. */
  private static int slotNodes(FairProblem problem, int[] tail) {
    int n = problem.learners();
    int slots = Arrays.stream(problem.slot).max().orElse(-1) + 1;
    int[] count = new int[slots];
    int[] node = new int[slots];
    int nodes = 0;
    for (int i = 0; i < n; i++) {
      int from = problem.first[i];
      int to = problem.first[i + 1];
      for (int p = from; p < to; p++) {
        tail[p] = 1 + i;
        int slot = problem.slot[problem.opportunity[p]];
        if (slot >= 0) {
          count[slot]++;
          node[slot] = -1;
        }
      }
      for (int p = from; p < to; p++) {
        int slot = problem.slot[problem.opportunity[p]];
        if (problem.most[i] > 1 && slot >= 0 && count[slot] > 1) {
          if (node[slot] < 0) {
            node[slot] = 1 + n + nodes++;
          }
          tail[p] = node[slot];
        }
      }
      for (int p = from; p < to; p++) {
        int slot = problem.slot[problem.opportunity[p]];
        if (slot >= 0) {
          count[slot] = 0;
        }
      }
    }
    return nodes;
  }
}
