package org.educationcities.matching;

import java.util.Arrays;

/**
 * How many relabels at least lie between each node and the nearest one that lacks something:
 * shortest ways backwards over what is left, in buckets (Goldberg 1997, section 5, price updates).
 */
final class DeficitDistances {
  private static final int NONE = -1;

  private final CirculationNetwork net;
  private final int[] distance;
  private final boolean[] scanned;
  private final int[] next;
  private final int[] previous;
  private final int[] bucket;

  DeficitDistances(CirculationNetwork net) {
    this.net = net;
    this.distance = new int[net.nodes];
    this.scanned = new boolean[net.nodes];
    this.next = new int[net.nodes];
    this.previous = new int[net.nodes];
    this.bucket = new int[Math.max(64, 3 * net.nodes)];
  }

  /**
   * Lowers every potential by its distance, until all nodes with an excess are reached; what is
   * farther falls as far as the last of them, which keeps every arc within epsilon.
   */
  void lower(long[] potential, long[] excess, long epsilon, long scale) {
    int n = net.nodes;
    Arrays.fill(distance, bucket.length);
    Arrays.fill(scanned, false);
    Arrays.fill(bucket, NONE);
    int active = 0;
    for (int v = 0; v < n; v++) {
      if (excess[v] < 0) {
        put(v, 0);
      } else if (excess[v] > 0) {
        active++;
      }
    }
    int level = 0;
    while (active > 0 && level < bucket.length) {
      int v = bucket[level];
      if (v == NONE) {
        level++;
        continue;
      }
      takeOut(v, level);
      scanned[v] = true;
      if (excess[v] > 0) {
        active--;
      }
      reach(v, level, potential, epsilon, scale);
    }
    for (int v = 0; v < n; v++) {
      long fall = Math.min(distance[v], level);
      potential[v] -= (scanned[v] ? distance[v] : fall) * epsilon;
    }
  }

  private void reach(int v, int level, long[] potential, long epsilon, long scale) {
    for (int a = net.first[v]; a < net.first[v + 1]; a++) {
      int arc = net.back[a];
      int u = net.head[a];
      if (scanned[u] || net.left[arc] == 0) {
        continue;
      }
      long reduced = net.price[arc] * scale + potential[u] - potential[v];
      long there = level + (reduced < 0 ? 0 : reduced / epsilon + 1);
      if (there < distance[u]) {
        if (distance[u] < bucket.length) {
          takeOut(u, distance[u]);
        }
        put(u, (int) there);
      }
    }
  }

  private void put(int v, int level) {
    distance[v] = level;
    next[v] = bucket[level];
    previous[v] = NONE;
    if (bucket[level] != NONE) {
      previous[bucket[level]] = v;
    }
    bucket[level] = v;
  }

  private void takeOut(int v, int level) {
    if (previous[v] == NONE) {
      bucket[level] = next[v];
    } else {
      next[previous[v]] = next[v];
    }
    if (next[v] != NONE) {
      previous[next[v]] = previous[v];
    }
  }
}
