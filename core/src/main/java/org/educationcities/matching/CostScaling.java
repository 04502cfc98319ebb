package org.educationcities.matching;

/**
 * A circulation of least cost by cost scaling (Goldberg and Tarjan 1990; the order of work, the
 * look-ahead and the global updates after Goldberg 1997, "An efficient implementation of a scaling
 * minimum-cost flow algorithm"). Starts from any feasible circulation; ends with exact integer
 * potentials. Deterministic. Not thread-safe; one solver serves one network.
 */
final class CostScaling {
  private static final int SCALE_STEP = 8;

  private final int n;
  private final int[] first;
  private final int[] head;
  private final int[] back;
  private final int[] left;
  private final int[] cost;

  /** Costs count this much, so that one unit of scaled cost is below 1 / nodes. */
  private final long scale;

  private final long[] potential;
  private final long[] excess;
  private final int[] current;
  private final int[] queue;
  private final boolean[] queued;
  private int queueHead;
  private int queueSize;
  private long epsilon;
  private final Stop stop;
  private final DeficitDistances distances;

  CostScaling(CirculationNetwork net, Stop stop) {
    this.n = net.nodes;
    this.first = net.first;
    this.head = net.head;
    this.back = net.back;
    this.left = net.left;
    this.cost = net.price;
    this.scale = n + 1L;
    this.potential = new long[n];
    this.excess = new long[n];
    this.current = new int[n];
    this.queue = new int[n];
    this.queued = new boolean[n];
    this.stop = stop;
    this.distances = new DeficitDistances(net);
  }

  /** Solves, and returns the potentials: no arc with anything left costs less than they differ. */
  long[] solve() {
    long greatest = 1;
    for (int c : cost) {
      greatest = Math.max(greatest, Math.abs((long) c));
    }
    epsilon = Math.multiplyExact(greatest, scale);
    do {
      epsilon = Math.max(1, epsilon / SCALE_STEP);
      refine();
    } while (epsilon > 1);
    return exactPotentials();
  }

  /** Makes the circulation epsilon-optimal. */
  private void refine() {
    stop.check();
    for (int u = 0; u < n; u++) {
      for (int a = first[u]; a < first[u + 1]; a++) {
        if (left[a] > 0 && reduced(u, a) < 0) {
          excess[head[a]] += left[a];
          excess[u] -= left[a];
          left[back[a]] += left[a];
          left[a] = 0;
        }
      }
      current[u] = first[u];
    }
    queueHead = 0;
    queueSize = 0;
    for (int u = 0; u < n; u++) {
      enqueueIfActive(u);
    }
    updateGlobally();
    long untilUpdate = n;
    int steps = 0;
    while (queueSize > 0) {
      if ((++steps & 0xFFFF) == 0) {
        stop.check();
      }
      int u = queue[queueHead];
      queueHead = queueHead + 1 == n ? 0 : queueHead + 1;
      queueSize--;
      queued[u] = false;
      untilUpdate -= discharge(u);
      if (untilUpdate < 0 && queueSize > 0) {
        updateGlobally();
        untilUpdate = n;
      }
    }
  }

  private long reduced(int u, int arc) {
    return cost[arc] * scale + potential[u] - potential[head[arc]];
  }

  private void enqueueIfActive(int v) {
    if (excess[v] > 0 && !queued[v]) {
      queued[v] = true;
      int at = queueHead + queueSize++;
      queue[at >= n ? at - n : at] = v;
    }
  }

  /** Sends a node's excess on; returns how often its potential had to fall. */
  private int discharge(int u) {
    int relabels = 0;
    while (excess[u] > 0) {
      int end = first[u + 1];
      int a = current[u];
      while (a < end && excess[u] > 0) {
        if (left[a] > 0 && reduced(u, a) < 0) {
          int v = head[a];
          int amount = (int) Math.min(excess[u], left[a]);
          left[a] -= amount;
          left[back[a]] += amount;
          excess[u] -= amount;
          excess[v] += amount;
          enqueueIfActive(v);
          if (excess[u] == 0) {
            break;
          }
        }
        a++;
      }
      current[u] = a;
      if (excess[u] > 0) {
        relabel(u);
        relabels++;
      }
    }
    return relabels;
  }

  private void relabel(int u) {
    long highest = Long.MIN_VALUE;
    int at = -1;
    for (int a = first[u]; a < first[u + 1]; a++) {
      if (left[a] > 0) {
        long reached = potential[head[a]] - cost[a] * scale;
        if (reached > highest) {
          highest = reached;
          at = a;
        }
      }
    }
    if (at < 0) {
      throw new IllegalStateException(
          "A node has more than can leave it.\nThis is a defect of the engine.");
    }
    potential[u] = highest - epsilon;
    current[u] = at;
  }

  /**
   * Lowers potentials by the number of relabels that at least lie between a node and the nearest
   * deficit, in buckets (Goldberg 1997, section 5): without it most relabels are spent one by one.
   */
  private void updateGlobally() {
    distances.lower(potential, excess, epsilon, scale);
    System.arraycopy(first, 0, current, 0, n);
  }

  /**
   * Among scale residues at most n are taken; shifted by a free one, the potentials divided and
   * floored are exact: for an arc with anything left, {@code p(v) <= p(u) + scale × cost + 1}, and
   * the 1 never carries over.
   */
  private long[] exactPotentials() {
    boolean[] taken = new boolean[(int) scale];
    for (long each : potential) {
      taken[(int) Math.floorMod(each, scale)] = true;
    }
    int free = 0;
    while (taken[free]) {
      free++;
    }
    long[] exact = new long[n];
    for (int u = 0; u < n; u++) {
      exact[u] = Math.floorDiv(potential[u] - free - 1, scale);
    }
    return exact;
  }
}
