package org.educationcities.matching;

/**
 * Makes a {@link SeatFlow} balanced and so best, by successive shortest ways with potentials
 * (Edmonds and Karp 1972; Dijkstra 1959): from each node that has too much to the nearest that
 * lacks something or to the root, then from the root backwards to each node that lacks something.
 * Searches end where they arrive, so each is as local as what it puts right.
 *
 * <p>Ways back over arcs of the trees on which nothing flows lead nowhere, so they may always be
 * looked at; that keeps every price at 0 or above.
 */
final class SeatWays {
  private static final int NONE = -1;

  private final SeatFlow flow;
  private final SeatNetwork net;
  private final Stop stop;
  private final long[] potential;
  private final int firstLearner;
  private final int firstChoice;

  private final long[] distance;
  private final int[] seenIn;
  private final int[] doneIn;
  private final int[] toward;
  private final int[] by;
  private int[] touched;
  private int touchedCount;
  private final NodeQueue queue = new NodeQueue();
  private int search;

  /** How far the nearest end is, where, and how it was reached. */
  private long nearest;

  private int endNode;
  private int endToward;
  private int endBy;

  SeatWays(SeatFlow flow, Stop stop) {
    this.flow = flow;
    this.net = flow.net;
    this.stop = stop;
    this.potential = flow.potential;
    this.firstLearner = flow.firstLearner;
    this.firstChoice = flow.firstChoice;
    this.distance = new long[flow.size];
    this.seenIn = new int[flow.size];
    this.doneIn = new int[flow.size];
    this.toward = new int[flow.size];
    this.by = new int[flow.size];
    this.touched = new int[flow.size];
  }

  void balance() {
    for (int u = flow.size - 1; u > 0; u--) {
      while (flow.excess[u] > 0) {
        sendOnFrom(u);
      }
    }
    for (int u = flow.size - 1; u > 0; u--) {
      while (flow.excess[u] < 0) {
        bringTo(u);
      }
    }
  }

  /**
   * Raises all potentials as far as they may, the root's staying 0: on the places' side the
   * smallest optimal prices, by one tree of shortest ways from the root over what is left. Only
   * once balanced.
   */
  void raisePotentials() {
    begin(SeatNetwork.ROOT);
    doneIn[SeatNetwork.ROOT] = search;
    queue.poll();
    leaveRoot();
    long most = 0;
    for (int u = next(); u != NONE; u = next()) {
      most = distance[u];
      leave(u, most);
    }
    for (int u = 1; u < flow.size; u++) {
      // What the root cannot reach is bound from both sides; it rises with the rest.
      potential[u] += doneIn[u] == search ? distance[u] : most;
    }
  }

  private void leaveRoot() {
    for (int i = 0; i < net.learners; i++) {
      if (flow.taken[i] < net.learnerRoom[i]) {
        reach(firstLearner + i, -potential[firstLearner + i], SeatNetwork.ROOT, NONE);
      }
    }
    for (int w = 1; w < net.nodes; w = net.end[w]) {
      reach(w, -potential[w], SeatNetwork.ROOT, NONE);
    }
    for (int at = 0; at < flow.heldCount[SeatNetwork.ROOT]; at++) {
      int x = flow.heldAt[at];
      reach(firstChoice + net.choiceOf[x], -flow.lost(x), SeatNetwork.ROOT, x);
    }
  }

  private void begin(int node) {
    if ((++search & 0xFF) == 0) {
      stop.check();
    }
    touchedCount = 0;
    queue.clear();
    nearest = Long.MAX_VALUE;
    endNode = NONE;
    reach(node, 0, NONE, NONE);
  }

  private void reach(int node, long reached, int from, int pair) {
    if (reached >= nearest) {
      return;
    }
    if (seenIn[node] != search) {
      seenIn[node] = search;
      touched[touchedCount++] = node;
    } else if (reached >= distance[node]) {
      return;
    }
    distance[node] = reached;
    toward[node] = from;
    by[node] = pair;
    queue.add(node, reached);
  }

  private void end(int node, long reached, int from, int pair) {
    if (reached < nearest && doneIn[SeatNetwork.ROOT] != search) {
      nearest = reached;
      endNode = node;
      endToward = from;
      endBy = pair;
    }
  }

  /** The next node that is nearer than the nearest end, or {@link #NONE}. */
  private int next() {
    while (!queue.isEmpty() && queue.distance() < nearest) {
      int u = queue.poll();
      if (doneIn[u] != search) {
        doneIn[u] = search;
        return u;
      }
    }
    return NONE;
  }

  private void sendOnFrom(int source) {
    begin(source);
    for (int u = next(); u != NONE; u = next()) {
      if (flow.excess[u] < 0) {
        end(u, distance[u], toward[u], by[u]);
        break;
      }
      leave(u, distance[u]);
    }
    for (int t = 0; t < touchedCount; t++) {
      int u = touched[t];
      potential[u] -= Math.max(0, nearest - distance[u]);
    }
    augment(source, true);
  }

  private void bringTo(int sink) {
    begin(sink);
    for (int u = next(); u != NONE; u = next()) {
      enter(u, distance[u]);
    }
    for (int t = 0; t < touchedCount; t++) {
      int u = touched[t];
      potential[u] += Math.max(0, nearest - distance[u]);
    }
    augment(sink, false);
  }

  /** Follows what is left out of a node. */
  private void leave(int u, long far) {
    if (u >= firstChoice) {
      int c = u - firstChoice;
      int learner = firstLearner + net.learnerOf[c];
      reach(learner, far + potential[u] - potential[learner], u, NONE);
      for (int x = net.first[c]; x < net.first[c + 1]; x++) {
        if (flow.held[c] != x) {
          reachTree(net.leaf[x], far + flow.lost(x), u, x);
        }
      }
    } else if (u >= firstLearner) {
      int i = u - firstLearner;
      end(SeatNetwork.ROOT, far + potential[u], u, NONE);
      for (int c = net.choiceStart[i]; c < net.choiceStart[i + 1]; c++) {
        if (!flow.isTaken[c] && !net.closed[c]) {
          reach(firstChoice + c, far + potential[u] - potential[firstChoice + c], u, NONE);
        }
      }
    } else {
      if (flow.count[u] < net.room[u]) {
        int around = net.parent[u];
        reachTree(around, far + potential[u] - potential[around], u, NONE);
      }
      for (int w = u + 1; w < net.end[u]; w = net.end[w]) {
        reach(w, far + potential[u] - potential[w], u, NONE);
      }
      for (int at = flow.heldFrom[u]; at < flow.heldFrom[u] + flow.heldCount[u]; at++) {
        int x = flow.heldAt[at];
        reach(firstChoice + net.choiceOf[x], far - flow.lost(x), u, x);
      }
    }
  }

  private void reachTree(int node, long reached, int from, int pair) {
    if (node == SeatNetwork.ROOT) {
      end(node, reached, from, pair);
    } else {
      reach(node, reached, from, pair);
    }
  }

  /** Follows what is left into a node, backwards. */
  private void enter(int v, long far) {
    if (v >= firstChoice) {
      int c = v - firstChoice;
      int learner = firstLearner + net.learnerOf[c];
      if (!flow.isTaken[c] && !net.closed[c]) {
        reach(learner, far + potential[learner] - potential[v], v, NONE);
      }
      int x = flow.held[c];
      if (x != NestedBids.NONE) {
        reachTree(net.leaf[x], far - flow.lost(x), v, x);
      }
    } else if (v >= firstLearner) {
      int i = v - firstLearner;
      if (flow.taken[i] < net.learnerRoom[i]) {
        end(SeatNetwork.ROOT, far - potential[v], v, NONE);
      }
      for (int c = net.choiceStart[i]; c < net.choiceStart[i + 1]; c++) {
        int choice = firstChoice + c;
        reach(choice, far + potential[choice] - potential[v], v, NONE);
      }
    } else {
      int around = net.parent[v];
      reachTree(around, far + potential[around] - potential[v], v, NONE);
      for (int w = v + 1; w < net.end[v]; w = net.end[w]) {
        if (flow.count[w] < net.room[w]) {
          reach(w, far + potential[w] - potential[v], v, NONE);
        }
      }
      for (int at = net.pairStart[v]; at < net.pairStart[v + 1]; at++) {
        int x = net.pairAt[at];
        int c = net.choiceOf[x];
        if (flow.held[c] != x) {
          reach(firstChoice + c, far + flow.lost(x), v, x);
        }
      }
    }
  }

  /** One unit along the way found: first all pairs that are given up, then those that are taken. */
  private void augment(int start, boolean isForward) {
    if (endNode == NONE) {
      throw new IllegalStateException(
          "A seat's way leads nowhere.\nThis is a defect of the engine.");
    }
    for (int pass = 0; pass < 2; pass++) {
      int u = endNode;
      int v = endToward;
      int pair = endBy;
      while (v != NONE) {
        if (isForward) {
          move(v, u, pair, pass == 0);
        } else {
          move(u, v, pair, pass == 0);
        }
        u = v;
        pair = by[u];
        v = toward[u];
      }
    }
    int sign = isForward ? 1 : -1;
    flow.excess[start] -= sign;
    if (endNode != SeatNetwork.ROOT) {
      flow.excess[endNode] += sign;
    }
  }

  private void move(int tail, int head, int pair, boolean isFirstPass) {
    if (pair != NONE) {
      if (tail < firstLearner) {
        if (isFirstPass) {
          flow.letGo(net.choiceOf[pair]);
        }
      } else if (!isFirstPass) {
        flow.hold(net.choiceOf[pair], pair);
      }
    } else if (!isFirstPass) {
      return;
    } else if (head >= firstChoice) {
      flow.isTaken[head - firstChoice] = true;
    } else if (tail >= firstChoice) {
      flow.isTaken[tail - firstChoice] = false;
    } else if (head >= firstLearner) {
      flow.taken[head - firstLearner]++;
    } else if (tail >= firstLearner) {
      flow.taken[tail - firstLearner]--;
    } else if (net.parent[tail] == head) {
      flow.count[tail]++;
    } else {
      flow.count[head]--;
    }
  }
}
