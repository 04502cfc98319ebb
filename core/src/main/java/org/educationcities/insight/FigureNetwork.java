package org.educationcities.insight;

import java.util.Arrays;

/**
 * Figures that add up, as a network: each figure is an arc whose flow is its true value, each node
 * an equation (what comes in goes out). A table with totals is one, two tables that share their
 * rows are another: the rows' totals lead from the one into the other.
 *
 * <p>What an attacker can find out of a figure is then exact: the least and the greatest flow its
 * arc has among all flows within the published intervals, found from the true flow by augmenting
 * paths (Cox, Network models for complementary cell suppression, JASA 1995). Since bounds are whole
 * numbers, so are the ends (total unimodularity). Not thread-safe.
 */
final class FigureNetwork {
  static final long UNBOUNDED = Long.MAX_VALUE / 8;

  private final int nodes;
  private int arcs = 0;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private long[] truth = new long[64];

  /** What is known to hold whatever is published; and what a shown figure tells. */
  private long[] floor = new long[64];

  private long[] ceiling = new long[64];
  private long[] shownLeast = new long[64];
  private long[] shownMost = new long[64];
  private long[] required = new long[64];
  private boolean[] hidden = new boolean[64];

  /** Residual flow moved by the search under way, per arc. */
  private long[] moved = new long[0];

  /** The arcs at each node, made once all figures are there. */
  private int[][] incident = new int[0][];

  FigureNetwork(int nodes) {
    this.nodes = nodes;
  }

  /**
   * Adds a figure.
   *
   * @param shownLeast the least value it may have if it is shown
   * @param shownMost the greatest
   * @param required how wide an attacker's interval must stay if it is hidden
   */
  int figure(int from, int to, long truth, long shownLeast, long shownMost, long required) {
    if (arcs == this.from.length) {
      grow();
    }
    this.from[arcs] = from;
    this.to[arcs] = to;
    this.truth[arcs] = truth;
    this.shownLeast[arcs] = Math.min(truth, shownLeast);
    this.shownMost[arcs] = Math.max(truth, shownMost);
    this.required[arcs] = required;
    ceiling[arcs] = UNBOUNDED;
    return arcs++;
  }

  private void grow() {
    int size = 2 * from.length;
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    truth = Arrays.copyOf(truth, size);
    floor = Arrays.copyOf(floor, size);
    ceiling = Arrays.copyOf(ceiling, size);
    shownLeast = Arrays.copyOf(shownLeast, size);
    shownMost = Arrays.copyOf(shownMost, size);
    required = Arrays.copyOf(required, size);
    hidden = Arrays.copyOf(hidden, size);
  }

  /** Narrows what an attacker must think possible of a figure, shown or hidden. */
  void narrow(int arc, long least, long most) {
    floor[arc] = Math.max(floor[arc], Math.min(truth[arc], least));
    ceiling[arc] = Math.min(ceiling[arc], Math.max(truth[arc], most));
  }

  void hide(int arc) {
    hidden[arc] = true;
  }

  boolean isHidden(int arc) {
    return hidden[arc];
  }

  /**
   * Hides further figures, the smallest first, until no hidden one can be pinned down. Ends, since
   * with everything hidden only the bounds are left that hold whatever is published.
   */
  void hideUntilSafe() {
    boolean quiet = false;
    while (!quiet) {
      quiet = true;
      for (int arc = 0; arc < arcs; arc++) {
        while (hidden[arc] && spread(arc) < required(arc)) {
          int next = nextToHide(arc);
          if (next < 0) {
            break; // Nothing is shown any more: nothing that is published narrows it.
          }
          hidden[next] = true;
          quiet = false;
        }
      }
    }
  }

  /**
   * The figure to hide next for the sake of one that can be pinned down: from an equation in which
   * it would be the only hidden one, else from either of its equations, else from all.
   */
  private int nextToHide(int arc) {
    boolean aloneAtStart = hiddenAt(from[arc]) < 2;
    boolean aloneAtEnd = hiddenAt(to[arc]) < 2;
    int best = -1;
    for (int other = 0; other < arcs; other++) {
      if (hidden[other]) {
        continue;
      }
      if (best < 0
          || rank(other, arc, aloneAtStart, aloneAtEnd) < rank(best, arc, aloneAtStart, aloneAtEnd)
          || (rank(other, arc, aloneAtStart, aloneAtEnd)
                  == rank(best, arc, aloneAtStart, aloneAtEnd)
              && truth[other] < truth[best])) {
        best = other;
      }
    }
    return best;
  }

  private int rank(int other, int arc, boolean aloneAtStart, boolean aloneAtEnd) {
    boolean sharesStart = touches(other, from[arc]);
    boolean sharesEnd = touches(other, to[arc]);
    if ((sharesStart && aloneAtStart) || (sharesEnd && aloneAtEnd)) {
      return 0;
    }
    return sharesStart || sharesEnd ? 1 : 2;
  }

  private boolean touches(int arc, int node) {
    return from[arc] == node || to[arc] == node;
  }

  private int hiddenAt(int node) {
    int count = 0;
    for (int arc : at(node)) {
      if (hidden[arc]) {
        count++;
      }
    }
    return count;
  }

  private int[] at(int node) {
    if (incident.length == 0) {
      int[] degree = new int[nodes];
      for (int arc = 0; arc < arcs; arc++) {
        degree[from[arc]]++;
        degree[to[arc]]++;
      }
      incident = new int[nodes][];
      for (int each = 0; each < nodes; each++) {
        incident[each] = new int[degree[each]];
      }
      for (int arc = 0; arc < arcs; arc++) {
        incident[from[arc]][--degree[from[arc]]] = arc;
        incident[to[arc]][--degree[to[arc]]] = arc;
      }
    }
    return incident[node];
  }

  /**
   * The length of the interval to which a figure can be pinned down, told up to what is required.
   */
  long spread(int arc) {
    long enough = required(arc);
    long up = reroute(to[arc], from[arc], arc, Math.min(enough, most(arc) - truth[arc]));
    long down =
        up >= enough
            ? 0
            : reroute(from[arc], to[arc], arc, Math.min(enough, truth[arc] - least(arc)));
    return Math.min(enough, up + down);
  }

  /** What earlier reports told, no hiding takes back. */
  private long required(int arc) {
    return Math.min(required[arc], ceiling[arc] - floor[arc]);
  }

  private long least(int arc) {
    return hidden[arc] ? floor[arc] : Math.max(floor[arc], shownLeast[arc]);
  }

  private long most(int arc) {
    return hidden[arc] ? ceiling[arc] : Math.min(ceiling[arc], shownMost[arc]);
  }

  /**
   * The greatest flow, up to a limit, between two nodes over all arcs but one, on the residuals.
   */
  private long reroute(int source, int sink, int without, long limit) {
    moved = new long[arcs];
    long flow = 0;
    int[] by = new int[nodes];
    while (flow < limit) {
      if (!reaches(source, sink, without, by)) {
        break;
      }
      long step = limit - flow;
      for (int node = sink; node != source; ) {
        int arc = by[node] >> 1;
        step = Math.min(step, residual(by[node]));
        node = (by[node] & 1) == 0 ? from[arc] : to[arc];
      }
      for (int node = sink; node != source; ) {
        int arc = by[node] >> 1;
        boolean forward = (by[node] & 1) == 0;
        moved[arc] += forward ? step : -step;
        node = forward ? from[arc] : to[arc];
      }
      flow += step;
    }
    return flow;
  }

  /** Breadth first; leaves in {@code by} the arc, doubled, plus 1 if it is used against itself. */
  private boolean reaches(int source, int sink, int without, int[] by) {
    Arrays.fill(by, -1);
    int[] queue = new int[nodes];
    int tail = 0;
    queue[tail++] = source;
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      for (int arc : at(node)) {
        int edge = from[arc] == node ? 2 * arc : 2 * arc + 1;
        if (arc == without || residual(edge) <= 0) {
          continue;
        }
        int next = (edge & 1) == 0 ? to[arc] : from[arc];
        if (next != source && by[next] < 0) {
          by[next] = edge;
          if (next == sink) {
            return true;
          }
          queue[tail++] = next;
        }
      }
    }
    return false;
  }

  private long residual(int edge) {
    int arc = edge >> 1;
    long flow = truth[arc] + moved[arc];
    return (edge & 1) == 0 ? most(arc) - flow : flow - least(arc);
  }
}
