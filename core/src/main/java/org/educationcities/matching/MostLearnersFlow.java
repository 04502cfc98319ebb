package org.educationcities.matching;

import java.util.Arrays;

/**
 * A flow that gives most learners a place with no affinity below a level, by blocking flows (E. A.
 * Dinic, Soviet Mathematics Doklady 11, 1970). It proves nothing: it is a good start, from which
 * the stages of {@link LexicographicFlow} have little left to do but their proofs.
 */
final class MostLearnersFlow {
  private final FairProblem problem;
  private final FairNetwork network;
  private final int nodes;
  private final int sink;
  private final int[] start;

  /** By node its arcs, forwards as 2 a and backwards as 2 a + 1. */
  private final int[] halfArc;

  private final int[] distance;
  private final int[] next;
  private final int[] queue;
  private final int[] path;
  private int[] flow;
  private int level;

  MostLearnersFlow(FairProblem problem, FairNetwork network) {
    this.problem = problem;
    this.network = network;
    nodes = network.nodes;
    sink = nodes - 1;
    int arcs = network.from.length;
    start = new int[nodes + 1];
    for (int a = 0; a < arcs; a++) {
      if (isUsed(a)) {
        start[network.from[a] + 1]++;
        start[network.to[a] + 1]++;
      }
    }
    for (int v = 0; v < nodes; v++) {
      start[v + 1] += start[v];
    }
    halfArc = new int[start[nodes]];
    int[] at = start.clone();
    for (int a = 0; a < arcs; a++) {
      if (isUsed(a)) {
        halfArc[at[network.from[a]]++] = 2 * a;
        halfArc[at[network.to[a]]++] = 2 * a + 1;
      }
    }
    distance = new int[nodes];
    next = new int[nodes];
    queue = new int[nodes];
    path = new int[nodes];
    flow = new int[arcs];
  }

  /** Neither more than one placement a learner nor the way back. */
  private boolean isUsed(int a) {
    return (network.from[a] != 0 || a < problem.learners()) && a != network.from.length - 1;
  }

  /** The flow found last, on the arcs of the network, the way back included; not copied. */
  int[] flow() {
    return flow;
  }

  /** Finds a flow with no affinity below a level; the one before is kept as far as it goes. */
  int solve(int lowestAffinity) {
    level = lowestAffinity;
    dropWhatIsBelow();
    while (reachesSink()) {
      System.arraycopy(start, 0, next, 0, nodes);
      while (augment()) {
        flow[flow.length - 1]++;
      }
    }
    return flow[flow.length - 1];
  }

  private void dropWhatIsBelow() {
    for (int i = 0; i < problem.learners(); i++) {
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        int a = network.offerArc + p;
        if (flow[a] > 0 && problem.affinity[p] < level) {
          flow[a] = 0;
          flow[i] = 0;
          flow[flow.length - 1]--;
          dropUpwards(network.to[a]);
          if (network.from[a] != 1 + i) {
            flow[arcInto(network.from[a])]--;
          }
        }
      }
    }
  }

  private void dropUpwards(int opportunityNode) {
    int node = opportunityNode;
    while (node != sink) {
      int out = arcOutOf(node);
      flow[out]--;
      node = network.to[out];
    }
  }

  /** The one arc from an opportunity or a provider. */
  private int arcOutOf(int node) {
    for (int h = start[node]; h < start[node + 1]; h++) {
      if ((halfArc[h] & 1) == 0) {
        return halfArc[h] >> 1;
      }
    }
    throw new IllegalStateException("A place leads nowhere.");
  }

  /** The one arc into a slot. */
  private int arcInto(int node) {
    for (int h = start[node]; h < start[node + 1]; h++) {
      if ((halfArc[h] & 1) == 1) {
        return halfArc[h] >> 1;
      }
    }
    throw new IllegalStateException("A slot belongs to nobody.");
  }

  private boolean hasRoom(int half) {
    int a = half >> 1;
    if ((half & 1) == 1) {
      return flow[a] > 0;
    }
    int p = a - network.offerArc;
    boolean forbidden = p >= 0 && p < problem.offers() && problem.affinity[p] < level;
    return !forbidden && flow[a] < network.capacity[a];
  }

  private int end(int half) {
    return (half & 1) == 0 ? network.to[half >> 1] : network.from[half >> 1];
  }

  private boolean reachesSink() {
    Arrays.fill(distance, -1);
    distance[0] = 0;
    queue[0] = 0;
    int size = 1;
    for (int q = 0; q < size && distance[sink] < 0; q++) {
      int v = queue[q];
      for (int h = start[v]; h < start[v + 1]; h++) {
        int w = end(halfArc[h]);
        if (distance[w] < 0 && hasRoom(halfArc[h])) {
          distance[w] = distance[v] + 1;
          queue[size++] = w;
        }
      }
    }
    return distance[sink] >= 0;
  }

  /** Sends one unit along a shortest path, if there is one left among those of this phase. */
  private boolean augment() {
    int length = 0;
    int v = 0;
    while (v != sink) {
      if (next[v] < start[v + 1]) {
        int half = halfArc[next[v]];
        int w = end(half);
        if (distance[w] == distance[v] + 1 && hasRoom(half)) {
          path[length++] = half;
          v = w;
        } else {
          next[v]++;
        }
      } else {
        if (v == 0) {
          return false;
        }
        int back = path[--length];
        v = end(back ^ 1);
        next[v]++;
      }
    }
    for (int step = 0; step < length; step++) {
      flow[path[step] >> 1] += (path[step] & 1) == 0 ? 1 : -1;
    }
    return true;
  }
}
