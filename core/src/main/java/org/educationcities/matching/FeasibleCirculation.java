package org.educationcities.matching;

import java.util.Arrays;

/**
 * Makes a network's flow a circulation that keeps all bounds, by blocking flows (Dinitz 1970) from
 * the nodes that have too much to those that lack; or says how much cannot be made good.
 */
final class FeasibleCirculation {
  private final CirculationNetwork net;
  private final long[] excess;
  private final int[] level;
  private final int[] current;
  private final int[] queue;
  private final int[] way;

  FeasibleCirculation(CirculationNetwork net) {
    this.net = net;
    this.excess = net.excess();
    this.level = new int[net.nodes];
    this.current = new int[net.nodes];
    this.queue = new int[net.nodes];
    this.way = new int[net.nodes + 1];
  }

  /** Balances every node; returns what is left over where that is impossible, else 0. */
  long balance() {
    while (levels()) {
      System.arraycopy(net.first, 0, current, 0, net.nodes);
      for (int u = 0; u < net.nodes; u++) {
        while (excess[u] > 0 && push(u, excess[u]) > 0) {
          // Blocking flow: again until nothing more leaves this node on shortest ways.
        }
      }
    }
    long missing = 0;
    for (long each : excess) {
      missing += Math.max(0, each);
    }
    return missing;
  }

  /** Whether a node that still lacks lies outside what the surplus can reach. */
  boolean isCutOff(int node) {
    return level[node] < 0;
  }

  private boolean levels() {
    Arrays.fill(level, -1);
    int tail = 0;
    for (int u = 0; u < net.nodes; u++) {
      if (excess[u] > 0) {
        level[u] = 0;
        queue[tail++] = u;
      }
    }
    boolean reached = false;
    for (int at = 0; at < tail; at++) {
      int u = queue[at];
      reached |= excess[u] < 0;
      for (int a = net.first[u]; a < net.first[u + 1]; a++) {
        if (net.left[a] > 0 && level[net.head[a]] < 0) {
          level[net.head[a]] = level[u] + 1;
          queue[tail++] = net.head[a];
        }
      }
    }
    return reached;
  }

  /** Sends up to so much along one shortest way. */
  private long push(int source, long amount) {
    int depth = 0;
    int u = source;
    while (true) {
      if (excess[u] < 0) {
        return send(source, depth, Math.min(amount, -excess[u]), u);
      }
      if (current[u] == net.first[u + 1]) {
        if (depth == 0) {
          return 0;
        }
        int a = way[--depth];
        u = net.head[net.back[a]];
        current[u]++;
        continue;
      }
      int a = current[u];
      if (net.left[a] > 0 && level[net.head[a]] == level[u] + 1) {
        way[depth++] = a;
        u = net.head[a];
      } else {
        current[u]++;
      }
    }
  }

  private long send(int source, int depth, long most, int sink) {
    long amount = most;
    for (int d = 0; d < depth; d++) {
      amount = Math.min(amount, net.left[way[d]]);
    }
    for (int d = 0; d < depth; d++) {
      net.left[way[d]] -= (int) amount;
      net.left[net.back[way[d]]] += (int) amount;
    }
    excess[source] -= amount;
    excess[sink] += amount;
    return amount;
  }
}
