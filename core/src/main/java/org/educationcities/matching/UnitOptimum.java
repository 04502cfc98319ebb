package org.educationcities.matching;

/**
 * The best a unit alone may take: at most so many pairs, none of which clash, of the greatest sum.
 * By branch and bound over its pairs, the best first; beyond a number of steps, a sum that is at
 * least as great. Not thread-safe.
 */
final class UnitOptimum {
  private static final int STEPS = 2_000;

  private final HardModel model;
  private long[] values = new long[0];
  private boolean[] into = new boolean[0];
  private int[] sorted = new int[16];
  private int count;
  private final int[] held;
  private int heldCount;
  private int[] bestHeld;
  private int bestHeldCount;
  private long best;
  private int steps;

  UnitOptimum(HardModel model) {
    this.model = model;
    int most = 1;
    for (int u = 0; u < model.units; u++) {
      most = Math.max(most, model.most[u]);
    }
    this.held = new int[most + 1];
    this.bestHeld = new int[most + 1];
  }

  /**
   * Solves for one unit.
   *
   * @param pairValues by pair
   * @param chosen is set for the unit's pairs: what it takes
   * @return the greatest sum, or more where the search was cut short
   */
  long solve(int unit, long[] pairValues, boolean[] chosen) {
    values = pairValues;
    into = chosen;
    int from = model.start[unit];
    int until = model.start[unit + 1];
    int left = model.most[unit];
    long fixed = 0;
    for (int e = from; e < until; e++) {
      into[e] = model.fixed[e];
      if (model.fixed[e]) {
        fixed += values[e];
        left--;
      }
    }
    if (left <= 0) {
      return fixed;
    }
    if (left == 1) {
      return fixed + one(unit, from, until);
    }
    sort(unit, from, until);
    if (!model.mayClash[unit]) {
      return fixed + first(left);
    }
    return fixed + search(left);
  }

  private long one(int unit, int from, int until) {
    long most = 0;
    int at = -1;
    for (int e = from; e < until; e++) {
      if (values[e] > most && !into[e] && isFree(unit, e)) {
        most = values[e];
        at = e;
      }
    }
    if (at >= 0) {
      into[at] = true;
    }
    return most;
  }

  /** Whether a pair clashes with none that is fixed. */
  private boolean isFree(int unit, int e) {
    if (model.mayClash[unit]) {
      for (int f = model.start[unit]; f < model.start[unit + 1]; f++) {
        if (model.fixed[f] && model.clash(e, f)) {
          return false;
        }
      }
    }
    return true;
  }

  private void sort(int unit, int from, int until) {
    count = 0;
    if (sorted.length < until - from) {
      sorted = new int[until - from];
    }
    for (int e = from; e < until; e++) {
      if (values[e] > 0 && !into[e] && isFree(unit, e)) {
        int at = count++;
        while (at > 0 && values[sorted[at - 1]] < values[e]) {
          sorted[at] = sorted[at - 1];
          at--;
        }
        sorted[at] = e;
      }
    }
  }

  private long first(int left) {
    long sum = 0;
    for (int at = 0; at < Math.min(left, count); at++) {
      sum += values[sorted[at]];
      into[sorted[at]] = true;
    }
    return sum;
  }

  private long search(int left) {
    best = 0;
    bestHeldCount = 0;
    heldCount = 0;
    steps = 0;
    boolean isComplete = branch(0, left, 0);
    long sum = isComplete ? best : first(left);
    for (int at = 0; isComplete && at < bestHeldCount; at++) {
      into[bestHeld[at]] = true;
    }
    return sum;
  }

  /** Takes or leaves the next; false if it took too many steps. */
  private boolean branch(int next, int left, long sum) {
    if (++steps > STEPS) {
      return false;
    }
    if (sum > best) {
      best = sum;
      System.arraycopy(held, 0, bestHeld, 0, heldCount);
      bestHeldCount = heldCount;
    }
    for (int at = next; left > 0 && at < count; at++) {
      if (sum + most(at, left) <= best) {
        return true;
      }
      if (clashesWithHeld(sorted[at])) {
        continue;
      }
      held[heldCount++] = sorted[at];
      boolean isComplete = branch(at + 1, left - 1, sum + values[sorted[at]]);
      heldCount--;
      if (!isComplete) {
        return false;
      }
    }
    return true;
  }

  private long most(int from, int left) {
    long sum = 0;
    for (int at = from; at < Math.min(count, from + left); at++) {
      sum += values[sorted[at]];
    }
    return sum;
  }

  private boolean clashesWithHeld(int e) {
    for (int at = 0; at < heldCount; at++) {
      if (model.clash(e, held[at])) {
        return true;
      }
    }
    return false;
  }
}
