package org.educationcities.matching;

import java.util.Arrays;

/**
 * The bids that hold seats under nested bounds, by heaps in heaps: every node knows its lowest bid.
 * A seat costs what the innermost full node on its way out asks for, its lowest bid; whoever pays
 * more ousts that one. This is the greedy rule for laminar matroids: a bid more makes one set too
 * full, the innermost that was full, and its least must go (Edmonds 1971).
 *
 * <p>A node that is full asks for its lowest bid; one that is not, for what it was last told to.
 */
final class NestedBids {
  static final int NONE = -1;
  private static final int NO_BID = Integer.MAX_VALUE;

  private final SeatNetwork net;
  private final int[] parent;

  /** By node: what it asks for. What a seat costs is the most that is asked on the way out. */
  final int[] level;

  /** By node: how many hold a seat under it. */
  final int[] count;

  /** By node, its lowest bid of all below. */
  private final int[] low;

  /** The pairs held right under each node, heaps by bid. */
  private final int[] from;

  private final int[] held;
  private final int[] bid;
  private final int[] size;

  /** By pair that is held: where it stands in its node's heap. */
  private final int[] position;

  /** The inner nodes of each node, heaps by their lowest bid. */
  private final int[] childFrom;

  private final int[] child;
  private final int[] childPosition;

  NestedBids(SeatNetwork net) {
    this.net = net;
    this.parent = net.parent;
    int nodes = net.nodes;
    this.level = new int[nodes];
    this.count = new int[nodes];
    this.low = new int[nodes];
    Arrays.fill(low, NO_BID);
    this.from = new int[nodes + 1];
    this.childFrom = new int[nodes + 1];
    for (int v = 0; v < nodes; v++) {
      from[v + 1] = from[v] + Math.min(net.room[v], net.pairStart[v + 1] - net.pairStart[v]);
      int children = 0;
      for (int w = v + 1; w < net.end[v]; w = net.end[w]) {
        children++;
      }
      childFrom[v + 1] = childFrom[v] + children;
    }
    this.held = new int[from[nodes]];
    this.bid = new int[from[nodes]];
    this.size = new int[nodes];
    this.position = new int[net.leaf.length];
    Arrays.fill(position, NONE);
    this.child = new int[childFrom[nodes]];
    this.childPosition = new int[nodes];
    for (int v = 0; v < nodes; v++) {
      int at = 0;
      for (int w = v + 1; w < net.end[v]; w = net.end[w]) {
        childPosition[w] = at;
        child[childFrom[v] + at++] = w;
      }
    }
  }

  /** What a seat right under a node costs. */
  int price(int node) {
    int most = 0;
    for (int v = node; v != SeatNetwork.ROOT; v = parent[v]) {
      most = Math.max(most, level[v]);
    }
    return most;
  }

  /** Takes a seat for a pair; returns the pair that is ousted for it, or {@link #NONE}. */
  int insert(int pair, int newBid) {
    int node = net.leaf[pair];
    int full = node;
    while (full != SeatNetwork.ROOT && count[full] < net.room[full]) {
      full = parent[full];
    }
    int loser = NONE;
    if (full != SeatNetwork.ROOT) {
      loser = lowest(full);
      remove(loser);
      // What was full within is covered by what is full around it.
      for (int v = net.leaf[loser]; v != full; v = parent[v]) {
        level[v] = 0;
      }
    }
    up(node, size[node]++, newBid, pair);
    for (int v = node; v != SeatNetwork.ROOT; v = parent[v]) {
      count[v]++;
    }
    refresh(node);
    return loser;
  }

  private int lowest(int node) {
    int v = node;
    while (size[v] == 0 || bid[from[v]] != low[v]) {
      v = child[childFrom[v]];
    }
    return held[from[v]];
  }

  /** Gives a pair's seat up. What the nodes around it ask for stays. */
  void remove(int pair) {
    int node = net.leaf[pair];
    int base = from[node];
    int at = position[pair];
    int last = --size[node];
    position[pair] = NONE;
    if (at != last) {
      int movedBid = bid[base + last];
      int moved = held[base + last];
      if (at > 0 && movedBid < bid[base + ((at - 1) >>> 1)]) {
        up(node, at, movedBid, moved);
      } else {
        down(node, at, movedBid, moved);
      }
    }
    for (int v = node; v != SeatNetwork.ROOT; v = parent[v]) {
      count[v]--;
    }
    refresh(node);
  }

  /** From a node outwards: its lowest bid, its place among its siblings, and what it asks for. */
  private void refresh(int node) {
    for (int v = node; v != SeatNetwork.ROOT; v = parent[v]) {
      int lowest = lowestNow(v);
      if (lowest != low[v]) {
        boolean rose = lowest > low[v];
        low[v] = lowest;
        if (parent[v] != SeatNetwork.ROOT) {
          if (rose) {
            childDown(parent[v], childPosition[v], v);
          } else {
            childUp(parent[v], childPosition[v], v);
          }
        }
      }
      if (count[v] == net.room[v]) {
        level[v] = lowest;
      }
    }
  }

  private int lowestNow(int v) {
    int own = size[v] == 0 ? NO_BID : bid[from[v]];
    return childFrom[v] == childFrom[v + 1] ? own : Math.min(own, low[child[childFrom[v]]]);
  }

  /**
   * Lowers what every node asks for, except where nobody can come, and then all bids to the price
   * of their seat: who holds one pays what who comes would.
   */
  void lowerAll(int by) {
    for (int v = 1; v < net.nodes; v++) {
      if (net.room[v] > 0) {
        level[v] = Math.max(0, level[v] - by);
      }
    }
    for (int v = net.nodes - 1; v > SeatNetwork.ROOT; v--) {
      int price = price(v);
      for (int at = from[v]; at < from[v] + size[v]; at++) {
        // No bid passes another on the way down, so a heap stays one.
        bid[at] = Math.min(bid[at], price);
      }
      for (int at = (childFrom[v + 1] - childFrom[v]) / 2 - 1; at >= 0; at--) {
        childDown(v, at, child[childFrom[v] + at]);
      }
      low[v] = lowestNow(v);
    }
  }

  private void up(int node, int index, int newBid, int pair) {
    int base = from[node];
    int at = index;
    while (at > 0) {
      int above = (at - 1) >>> 1;
      if (bid[base + above] <= newBid) {
        break;
      }
      set(base, at, bid[base + above], held[base + above]);
      at = above;
    }
    set(base, at, newBid, pair);
  }

  private void down(int node, int index, int newBid, int pair) {
    int base = from[node];
    int at = index;
    while (true) {
      int below = 2 * at + 1;
      if (below >= size[node]) {
        break;
      }
      if (below + 1 < size[node] && bid[base + below + 1] < bid[base + below]) {
        below++;
      }
      if (bid[base + below] >= newBid) {
        break;
      }
      set(base, at, bid[base + below], held[base + below]);
      at = below;
    }
    set(base, at, newBid, pair);
  }

  private void set(int base, int at, int newBid, int pair) {
    bid[base + at] = newBid;
    held[base + at] = pair;
    position[pair] = at;
  }

  private void childUp(int node, int index, int moving) {
    int base = childFrom[node];
    int at = index;
    while (at > 0) {
      int above = (at - 1) >>> 1;
      if (low[child[base + above]] <= low[moving]) {
        break;
      }
      setChild(base, at, child[base + above]);
      at = above;
    }
    setChild(base, at, moving);
  }

  private void childDown(int node, int index, int moving) {
    int base = childFrom[node];
    int children = childFrom[node + 1] - base;
    int at = index;
    while (true) {
      int below = 2 * at + 1;
      if (below >= children) {
        break;
      }
      if (below + 1 < children && low[child[base + below + 1]] < low[child[base + below]]) {
        below++;
      }
      if (low[child[base + below]] >= low[moving]) {
        break;
      }
      setChild(base, at, child[base + below]);
      at = below;
    }
    setChild(base, at, moving);
  }

  private void setChild(int base, int at, int node) {
    child[base + at] = node;
    childPosition[node] = at;
  }
}
