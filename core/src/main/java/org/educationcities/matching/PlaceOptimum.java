package org.educationcities.matching;

/**
 * The best an opportunity alone may take: pairs that fit into its places, with its least number of
 * learners, of the greatest sum less what opening costs; or none. By selection where all take the
 * same, else by a knapsack over kinds of units; where that would be too large, by a price for a
 * part of a place, which gives at least as much. Not thread-safe.
 */
final class PlaceOptimum {
  /** What a knapsack may cost: pairs times parts of places times learners at least. */
  static final long WORK = 4_000_000;

  private static final long NONE = Long.MIN_VALUE / 4;

  private final HardModel model;

  /** The pairs of each opportunity by kind of unit: learners, then parts. */
  private final int[] byKind;

  private final boolean[] isUniform;
  private final boolean[] isProportional;
  private final boolean[] isKnapsack;
  private final int[] items;
  private int count;
  private int room;
  private int needed;
  private long fixedSum;
  private final PlaceKnapsack knapsack;

  PlaceOptimum(HardModel model) {
    this.model = model;
    this.byKind = model.placePair.clone();
    this.isUniform = new boolean[model.opportunities];
    this.isProportional = new boolean[model.opportunities];
    this.isKnapsack = new boolean[model.opportunities];
    this.items = new int[model.pairs];
    this.knapsack = new PlaceKnapsack(model);
    long[] kind = new long[model.pairs];
    for (int e = 0; e < model.pairs; e++) {
      int u = model.unitOf[e];
      kind[e] = ((long) model.size[u] << 32) | model.takes[u];
    }
    for (int j = 0; j < model.opportunities; j++) {
      GreatestFirst.sort(byKind, model.placeStart[j], model.placeStart[j + 1], kind);
      describe(j, kind);
    }
  }

  private void describe(int j, long[] kind) {
    int from = model.placeStart[j];
    int until = model.placeStart[j + 1];
    isUniform[j] = from == until || kind[byKind[from]] == kind[byKind[until - 1]];
    isProportional[j] = true;
    long parts = 0;
    for (int k = from; k < until; k++) {
      int u = model.unitOf[byKind[k]];
      int first = model.unitOf[byKind[from]];
      parts += model.takes[u];
      isProportional[j] &=
          (long) model.takes[u] * model.size[first] == (long) model.takes[first] * model.size[u];
    }
    long loads = Math.min(parts, model.capacity[j]) + 1;
    long heads = isProportional[j] ? 1 : model.least[j] + 1L;
    isKnapsack[j] =
        loads <= WORK && heads <= WORK && loads * heads <= WORK / Math.max(1, until - from);
  }

  /**
   * Solves for one opportunity.
   *
   * @param values by pair
   * @param charge what opening costs
   * @param chosen is set for the opportunity's pairs: what it takes
   * @return the greatest sum less the charge, 0 if it stays closed; or more, if it is too large
   */
  long solve(int j, long[] values, long charge, boolean[] chosen) {
    collect(j, values, chosen);
    long sum;
    if (isUniform[j]) {
      sum = selected(values, chosen);
    } else if (isKnapsack[j]) {
      sum = knapsack.solve(items, count, room, needed, isProportional[j], values, chosen);
    } else {
      sum = priced(values, chosen);
    }
    if (model.isForcedOpen[j]) {
      return fixedSum + sum - charge;
    }
    if (sum <= charge) {
      for (int k = model.placeStart[j]; k < model.placeStart[j + 1]; k++) {
        chosen[byKind[k]] = false;
      }
      return 0;
    }
    return sum - charge;
  }

  private void collect(int j, long[] values, boolean[] chosen) {
    count = 0;
    room = model.capacity[j];
    needed = model.least[j];
    fixedSum = 0;
    for (int k = model.placeStart[j]; k < model.placeStart[j + 1]; k++) {
      int e = byKind[k];
      int u = model.unitOf[e];
      chosen[e] = model.fixed[e];
      if (model.fixed[e]) {
        room -= model.takes[u];
        needed -= model.size[u];
        fixedSum += values[e];
      } else if (model.takes[u] <= model.capacity[j]) {
        items[count++] = e;
      }
    }
    needed = Math.max(0, needed);
  }

  /** All alike: the greatest that are worth anything, and as many more as it must have. */
  private long selected(long[] values, boolean[] chosen) {
    if (count == 0) {
      return needed > 0 ? NONE : 0;
    }
    int u = model.unitOf[items[0]];
    int most = Math.min(count, room / model.takes[u]);
    int least = (needed + model.size[u] - 1) / model.size[u];
    if (most < least) {
      return NONE;
    }
    GreatestFirst.select(items, 0, count, most, values);
    GreatestFirst.select(items, 0, most, least, values);
    long sum = 0;
    for (int k = 0; k < most; k++) {
      if (k < least || values[items[k]] > 0) {
        sum += values[items[k]];
        chosen[items[k]] = true;
      }
    }
    return sum;
  }

  /** The least over all prices of a part of a place; the least number of learners is left out. */
  private long priced(long[] values, boolean[] chosen) {
    long low = 0;
    long high = 1;
    for (int k = 0; k < count; k++) {
      high = Math.max(high, values[items[k]]);
    }
    while (low < high) {
      long price = (low + high) >>> 1;
      if (wantedAt(price, values) <= room) {
        high = price;
      } else {
        low = price + 1;
      }
    }
    long price = low > 0 && atPrice(low - 1, values) < atPrice(low, values) ? low - 1 : low;
    for (int k = 0; k < count; k++) {
      chosen[items[k]] = isWorth(items[k], low, values);
    }
    return atPrice(price, values);
  }

  private long wantedAt(long price, long[] values) {
    long wanted = 0;
    for (int k = 0; k < count; k++) {
      wanted += isWorth(items[k], price, values) ? model.takes[model.unitOf[items[k]]] : 0;
    }
    return wanted;
  }

  private long atPrice(long price, long[] values) {
    long sum = price * room;
    for (int k = 0; k < count; k++) {
      if (isWorth(items[k], price, values)) {
        sum += values[items[k]] - price * model.takes[model.unitOf[items[k]]];
      }
    }
    return sum;
  }

  /** Whether a value is above the price of its parts, without a product that could overflow. */
  private boolean isWorth(int e, long price, long[] values) {
    return values[e] > 0 && (values[e] - 1) / model.takes[model.unitOf[e]] >= price;
  }

  /** Of the least number of learners alone, whether an opportunity can ever open. */
  boolean canOpen(int j) {
    long[] nothing = new long[model.pairs];
    collect(j, nothing, new boolean[model.pairs]);
    if (room < 0) {
      return false;
    }
    long all = 0;
    for (int k = 0; k < count; k++) {
      all += model.size[model.unitOf[items[k]]];
    }
    return all >= needed;
  }
}
