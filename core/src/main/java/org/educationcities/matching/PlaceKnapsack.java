package org.educationcities.matching;

import java.util.Arrays;

/**
 * The best units of several kinds into so many parts of places, with at least so many learners: a
 * dynamic program over kinds, of each of which the best come first. Not thread-safe.
 */
final class PlaceKnapsack {
  private static final long NONE = Long.MIN_VALUE / 4;

  private final HardModel model;
  private long[] reached = new long[0];
  private long[] before = new long[0];

  /** By kind and state: how many of the kind, and the learners there were before. */
  private int[][] taken = new int[4][];

  private int[][] headsBefore = new int[4][];
  private int[] kindStart = new int[8];

  PlaceKnapsack(HardModel model) {
    this.model = model;
  }

  /**
   * Solves.
   *
   * @param items pairs, those of a kind together; reordered within it
   * @param needed learners at least
   * @param isProportional whether all learners take the same parts, so that parts count learners
   * @param chosen set where a pair is taken
   * @return the greatest sum; far below 0 if nothing keeps the bounds
   */
  long solve(
      int[] items,
      int count,
      int room,
      int needed,
      boolean isProportional,
      long[] values,
      boolean[] chosen) {
    long parts = 0;
    for (int k = 0; k < count; k++) {
      parts += model.takes[model.unitOf[items[k]]];
    }
    int loads = (int) Math.min(room, parts);
    if (loads < 0) {
      return NONE;
    }
    int leastLoad = 0;
    int heads = needed;
    if (isProportional && needed > 0) {
      if (count == 0) {
        return NONE;
      }
      int u = model.unitOf[items[0]];
      long exact = ((long) needed * model.takes[u] + model.size[u] - 1) / model.size[u];
      if (exact > loads) {
        return NONE;
      }
      leastLoad = (int) exact;
      heads = 0;
    }
    int kinds = run(items, count, loads, heads, values);
    return read(items, kinds, loads, leastLoad, heads, chosen);
  }

  private int run(int[] items, int count, int loads, int heads, long[] values) {
    int width = heads + 1;
    int states = (loads + 1) * width;
    if (reached.length < states) {
      reached = new long[states];
      before = new long[states];
    }
    Arrays.fill(reached, 0, states, NONE);
    reached[0] = 0;
    int kinds = 0;
    for (int from = 0; from < count; kinds++) {
      int u = model.unitOf[items[from]];
      int until = from + 1;
      while (until < count && isAlike(u, model.unitOf[items[until]])) {
        until++;
      }
      ensure(kinds, states);
      kindStart[kinds] = from;
      int most = Math.min(until - from, loads / model.takes[u]);
      GreatestFirst.select(items, from, until, most, values);
      GreatestFirst.sort(items, from, from + most, values);
      add(kinds, items, from, most, loads, width, values);
      from = until;
    }
    return kinds;
  }

  private boolean isAlike(int one, int other) {
    return model.takes[one] == model.takes[other] && model.size[one] == model.size[other];
  }

  private void ensure(int kind, int states) {
    if (kind >= taken.length) {
      taken = Arrays.copyOf(taken, 2 * kind);
      headsBefore = Arrays.copyOf(headsBefore, 2 * kind);
    }
    if (kind >= kindStart.length) {
      kindStart = Arrays.copyOf(kindStart, 2 * kind);
    }
    if (taken[kind] == null || taken[kind].length < states) {
      taken[kind] = new int[states];
      headsBefore[kind] = new int[states];
    }
  }

  private void add(int kind, int[] items, int from, int most, int loads, int width, long[] values) {
    long[] swapped = before;
    before = reached;
    reached = swapped;
    Arrays.fill(reached, 0, (loads + 1) * width, NONE);
    int u = model.unitOf[items[from]];
    long sum = 0;
    for (int n = 0; n <= most; n++) {
      sum += n == 0 ? 0 : values[items[from + n - 1]];
      int load = n * model.takes[u];
      for (int c = 0; c + load <= loads; c++) {
        for (int g = 0; g < width; g++) {
          long own = before[c * width + g];
          int to = (c + load) * width + (int) Math.min(width - 1, g + (long) n * model.size[u]);
          if (own > NONE && own + sum > reached[to]) {
            reached[to] = own + sum;
            taken[kind][to] = n;
            headsBefore[kind][to] = g;
          }
        }
      }
    }
  }

  private long read(int[] items, int kinds, int loads, int leastLoad, int heads, boolean[] chosen) {
    int width = heads + 1;
    long best = NONE;
    int load = -1;
    for (int c = leastLoad; c <= loads; c++) {
      if (reached[c * width + heads] > best) {
        best = reached[c * width + heads];
        load = c;
      }
    }
    if (load < 0) {
      return NONE;
    }
    int g = heads;
    for (int kind = kinds - 1; kind >= 0; kind--) {
      int state = load * width + g;
      int n = taken[kind][state];
      for (int k = 0; k < n; k++) {
        chosen[items[kindStart[kind] + k]] = true;
      }
      g = headsBefore[kind][state];
      load -= n * model.takes[model.unitOf[items[kindStart[kind]]]];
    }
    return best;
  }
}
