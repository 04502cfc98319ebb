package org.educationcities.matching;

import java.util.Arrays;

/**
 * A circulation that minimises one cost after another: each stage looks only at what is optimal for
 * all before it. No weight is ever large enough to stand for "first"; after a stage every arc
 * outside the tree whose reduced cost is not 0 is fixed where it is, which by complementary
 * slackness leaves exactly the optimal circulations, and the next stage starts from the tree of the
 * last.
 *
 * <p>Network simplex with strongly feasible trees, so that it never cycles (W. H. Cunningham, "A
 * network simplex method", Mathematical Programming 11, 1976), and block search for the entering
 * arc (as in LEMON; P. Kovács, "Minimum-cost flow algorithms: an experimental evaluation",
 * Optimization Methods and Software 30, 2015). Lower bounds are 0, so the circulation of nothing
 * starts it.
 */
final class LexicographicFlow {
  private static final byte LOWER = 1;
  private static final byte TREE = 0;
  private static final byte UPPER = -1;

  private final int nodes;
  private final int root;
  private final int[] from;
  private final int[] to;
  private final int[] capacity;
  private final int[] flow;
  private final byte[] state;

  /** Arcs that are not fixed yet: the first {@link #freeCount}. */
  private final int[] free;

  private int freeCount;
  private final boolean[] fixed;

  private long[] cost = {};
  private final long[] potential;

  private final int[] parent;
  private final int[] arc;
  private final boolean[] up;
  private final int[] depth;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final int[] previousSibling;

  private int nextToPrice;

  /**
   * The circulation of nothing.
   *
   * @param nodes how many nodes there are
   * @param from by arc its tail
   * @param to by arc its head
   * @param capacity by arc how much it carries at most
   */
  LexicographicFlow(int nodes, int[] from, int[] to, int[] capacity) {
    this.nodes = nodes;
    int arcs = from.length;
    root = nodes;
    this.from = Arrays.copyOf(from, arcs + nodes);
    this.to = Arrays.copyOf(to, arcs + nodes);
    this.capacity = Arrays.copyOf(capacity, arcs + nodes);
    flow = new int[arcs + nodes];
    state = new byte[arcs + nodes];
    free = new int[arcs];
    freeCount = arcs;
    fixed = new boolean[arcs];
    for (int a = 0; a < arcs; a++) {
      free[a] = a;
      state[a] = LOWER;
    }
    potential = new long[nodes + 1];
    parent = new int[nodes + 1];
    arc = new int[nodes + 1];
    up = new boolean[nodes + 1];
    depth = new int[nodes + 1];
    firstChild = new int[nodes + 1];
    nextSibling = new int[nodes + 1];
    previousSibling = new int[nodes + 1];
    Arrays.fill(firstChild, -1);
    Arrays.fill(nextSibling, -1);
    Arrays.fill(previousSibling, -1);
    parent[root] = -1;
    // Arcs into the root only: nothing comes out of it, so nothing ever flows on them.
    for (int v = 0; v < nodes; v++) {
      int artificial = arcs + v;
      this.from[artificial] = v;
      this.to[artificial] = root;
      this.capacity[artificial] = Integer.MAX_VALUE;
      arc[v] = artificial;
      up[v] = true;
      depth[v] = 1;
      attach(v, root);
    }
  }

  /**
   * Starts from a circulation instead of from nothing, before the first stage.
   *
   * @param start by arc how much flows; arcs with some flow and some room must form no cycle, and
   *     apart from those out of node 0 no two may have the same tail
   */
  void startFrom(int[] start) {
    System.arraycopy(start, 0, flow, 0, start.length);
    for (int a = 0; a < start.length; a++) {
      if (flow[a] == 0 || flow[a] == capacity[a]) {
        state[a] = flow[a] == 0 ? LOWER : UPPER;
        continue;
      }
      // Towards the root there is room on an arc upwards, and flow to take back on one downwards.
      boolean upwards = from[a] != 0;
      int child = upwards ? from[a] : to[a];
      detach(child, root);
      attach(child, upwards ? to[a] : from[a]);
      arc[child] = a;
      up[child] = upwards;
      state[a] = TREE;
    }
  }

  /** How much flows on an arc. */
  int flow(int a) {
    return flow[a];
  }

  /** Whether an arc is not fixed yet. */
  boolean isFree(int a) {
    return !fixed[a];
  }

  /**
   * By node a potential: for each arc that is not fixed, cost + tail's - head's proves the stage.
   */
  long[] potentials() {
    return Arrays.copyOf(potential, nodes);
  }

  /**
   * Minimises a cost over what is optimal so far.
   *
   * @param stageCost by arc; it is kept, not copied
   */
  void minimise(long[] stageCost) {
    cost = stageCost;
    potential[root] = 0;
    updateSubtree(root);
    nextToPrice = 0;
    int block = Math.max(20, (int) Math.sqrt(freeCount));
    for (int entering = price(block); entering >= 0; entering = price(block)) {
      pivot(entering);
    }
  }

  /** Leaves from now on only what is optimal for the cost just minimised. */
  void keepOptimal() {
    int kept = 0;
    for (int f = 0; f < freeCount; f++) {
      int a = free[f];
      fixed[a] = state[a] != TREE && reducedCost(a) != 0;
      if (!fixed[a]) {
        free[kept++] = a;
      }
    }
    freeCount = kept;
  }

  private long cost(int a) {
    return a < cost.length ? cost[a] : 0;
  }

  private long reducedCost(int a) {
    return cost(a) + potential[from[a]] - potential[to[a]];
  }

  /** The arc that violates its reduced cost's sign most, in the first block with any; or -1. */
  private int price(int block) {
    int best = -1;
    long worst = 0;
    int left = block;
    for (int looked = 0; looked < freeCount; looked++) {
      if (nextToPrice >= freeCount) {
        nextToPrice = 0;
      }
      int a = free[nextToPrice++];
      long violation = state[a] * reducedCost(a);
      if (violation < worst) {
        worst = violation;
        best = a;
      }
      if (--left == 0) {
        if (best >= 0) {
          return best;
        }
        left = block;
      }
    }
    return best;
  }

  private void pivot(int entering) {
    boolean increases = state[entering] == LOWER;
    int first = increases ? from[entering] : to[entering];
    int second = increases ? to[entering] : from[entering];
    int join = join(first, second);
    int delta = capacity[entering];
    int leaving = -1;
    boolean onFirst = false;
    // Of several arcs that block, the last one on the cycle from the join leaves: so the tree stays
    // strongly feasible.
    for (int u = first; u != join; u = parent[u]) {
      int room = up[u] ? flow[arc[u]] : capacity[arc[u]] - flow[arc[u]];
      if (room < delta) {
        delta = room;
        leaving = u;
        onFirst = true;
      }
    }
    for (int u = second; u != join; u = parent[u]) {
      int room = up[u] ? capacity[arc[u]] - flow[arc[u]] : flow[arc[u]];
      if (room <= delta) {
        delta = room;
        leaving = u;
        onFirst = false;
      }
    }
    if (delta > 0) {
      flow[entering] += increases ? delta : -delta;
      for (int u = first; u != join; u = parent[u]) {
        flow[arc[u]] += up[u] ? -delta : delta;
      }
      for (int u = second; u != join; u = parent[u]) {
        flow[arc[u]] += up[u] ? delta : -delta;
      }
    }
    if (leaving < 0) {
      state[entering] = increases ? UPPER : LOWER;
      return;
    }
    int left = arc[leaving];
    state[entering] = TREE;
    state[left] = flow[left] == 0 ? LOWER : UPPER;
    rehang(onFirst ? first : second, onFirst ? second : first, entering, leaving);
  }

  private int join(int one, int other) {
    int u = one;
    int v = other;
    while (u != v) {
      if (depth[u] >= depth[v]) {
        u = parent[u];
      } else {
        v = parent[v];
      }
    }
    return u;
  }

  /** Turns the path from a node up to the leaving arc around, and hangs it under another node. */
  private void rehang(int hung, int under, int entering, int leaving) {
    int node = hung;
    int newParent = under;
    int newArc = entering;
    while (true) {
      int oldParent = parent[node];
      int oldArc = arc[node];
      detach(node, oldParent);
      attach(node, newParent);
      arc[node] = newArc;
      up[node] = from[newArc] == node;
      if (node == leaving) {
        break;
      }
      newParent = node;
      newArc = oldArc;
      node = oldParent;
    }
    setFromParent(hung);
    updateSubtree(hung);
  }

  private void setFromParent(int node) {
    int above = parent[node];
    depth[node] = depth[above] + 1;
    potential[node] = potential[above] + (up[node] ? -cost(arc[node]) : cost(arc[node]));
  }

  /** Brings depths and potentials of everything below a node in line with its own. */
  private void updateSubtree(int top) {
    int node = top;
    while (true) {
      if (firstChild[node] >= 0) {
        node = firstChild[node];
      } else {
        while (node != top && nextSibling[node] < 0) {
          node = parent[node];
        }
        if (node == top) {
          return;
        }
        node = nextSibling[node];
      }
      setFromParent(node);
    }
  }

  private void attach(int node, int above) {
    parent[node] = above;
    int next = firstChild[above];
    nextSibling[node] = next;
    previousSibling[node] = -1;
    if (next >= 0) {
      previousSibling[next] = node;
    }
    firstChild[above] = node;
  }

  private void detach(int node, int above) {
    int previous = previousSibling[node];
    int next = nextSibling[node];
    if (previous >= 0) {
      nextSibling[previous] = next;
    } else {
      firstChild[above] = next;
    }
    if (next >= 0) {
      previousSibling[next] = previous;
    }
  }
}
