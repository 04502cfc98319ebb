package org.educationcities.matching;

import java.util.SplittableRandom;

/**
 * Takes units out of their places and puts them back where they are worth most (after Christiaens
 * and Vanden Berghe 2020, "Slack induction by string removals", as far as it is not about routes).
 * All upper bounds hold at every moment; where a group got too small it is filled up or closed. Not
 * thread-safe.
 */
final class LooseUnits {
  /** One in so many chances is passed over, so that the same ruin can end differently. */
  private static final int BLINK = 50;

  private static final long HELP = 1L << 52;

  private final HardModel model;
  private final HardState state;
  private final SplittableRandom random;

  /** What the places and quotas of a pair are worth to others, scaled; a guide only. */
  private final long[] worth;

  private final int[] loose;
  private final boolean[] isLoose;
  private int looseCount;
  private final int[] touched;
  private final boolean[] isTouched;
  private int touchedCount;
  private final boolean[] isBanned;
  private final long[] gain;
  private final int[] candidates;
  private int quarters;

  LooseUnits(HardState state, long[] worth, SplittableRandom random) {
    this.model = state.model;
    this.state = state;
    this.random = random;
    this.worth = worth;
    this.loose = new int[model.units];
    this.isLoose = new boolean[model.units];
    this.touched = new int[model.opportunities];
    this.isTouched = new boolean[model.opportunities];
    this.isBanned = new boolean[model.opportunities];
    this.gain = new long[model.pairs];
    this.candidates = new int[model.pairs];
  }

  /** How much the guide counts in what follows: 0 to 4 quarters. */
  void guideBy(int newQuarters) {
    quarters = newQuarters;
  }

  void loosen(int u) {
    if (!isLoose[u]) {
      isLoose[u] = true;
      loose[looseCount++] = u;
    }
  }

  private void touch(int j) {
    if (!isTouched[j]) {
      isTouched[j] = true;
      touched[touchedCount++] = j;
    }
  }

  void leave(int e) {
    state.leave(e);
    touch(model.opportunityOf[e]);
    loosen(model.unitOf[e]);
  }

  private void take(int e) {
    state.take(e);
    touch(model.opportunityOf[e]);
  }

  /** Empties an opportunity, as far as nobody is fixed there, for this round. */
  void close(int j) {
    isBanned[j] = true;
    touch(j);
    int first = model.placeStart[j];
    for (int k = first + state.occupants[j] - 1; k >= first; k--) {
      if (!model.fixed[state.occupant[k]]) {
        leave(state.occupant[k]);
      }
    }
  }

  /** Moves those in who gain most by it, until nobody gains and the group is large enough. */
  void fill(int j) {
    int count = 0;
    for (int k = model.placeStart[j]; k < model.placeStart[j + 1]; k++) {
      int e = model.placePair[k];
      if (!state.chosen[e]) {
        long gained = gainOf(e);
        if (gained > -HELP) {
          gain[e] = gained;
          candidates[count++] = e;
        }
      }
    }
    GreatestFirst.sort(candidates, 0, count, gain);
    for (int k = 0; k < count; k++) {
      int e = candidates[k];
      if (gain[e] <= 0 && state.heads[j] >= model.least[j]) {
        break;
      }
      if (state.load[j] + model.takes[model.unitOf[e]] <= model.capacity[j]) {
        moveIn(e);
      }
    }
    touch(j);
  }

  /** What moving a unit in would gain, the worth of what it leaves included. */
  private long gainOf(int e) {
    int u = model.unitOf[e];
    long sum = model.affinityOf[e] * HardBound.SCALE;
    long weakest = Long.MAX_VALUE;
    int staying = 0;
    for (int f = model.start[u]; f < model.start[u + 1]; f++) {
      if (!state.chosen[f]) {
        continue;
      }
      long own = model.affinityOf[f] * HardBound.SCALE - (worth[f] / 4 * quarters);
      if (model.most[u] == 1 || (model.mayClash[u] && model.clash(e, f))) {
        if (model.fixed[f]) {
          return -HELP;
        }
        sum -= own;
      } else {
        staying++;
        weakest = model.fixed[f] ? weakest : Math.min(weakest, own);
      }
    }
    if (staying < model.most[u]) {
      return sum;
    }
    return weakest == Long.MAX_VALUE ? -HELP : sum - weakest;
  }

  private void moveIn(int e) {
    int u = model.unitOf[e];
    int weakest = -1;
    int staying = 0;
    for (int f = model.start[u]; f < model.start[u + 1]; f++) {
      if (!state.chosen[f]) {
        continue;
      }
      if (model.most[u] == 1 || (model.mayClash[u] && model.clash(e, f))) {
        leave(f);
      } else {
        staying++;
        if (!model.fixed[f] && (weakest < 0 || model.affinityOf[f] < model.affinityOf[weakest])) {
          weakest = f;
        }
      }
    }
    if (staying >= model.most[u] && weakest >= 0) {
      leave(weakest);
    }
    if (state.fits(e)) {
      take(e);
    }
    loosen(u);
  }

  /** Gives units that take less than they may, of an opportunity, a chance. */
  void invite(int j, int tries) {
    int from = model.placeStart[j];
    int count = model.placeStart[j + 1] - from;
    for (int k = 0; k < tries && count > 0; k++) {
      int u = model.unitOf[model.placePair[from + random.nextInt(count)]];
      if (state.held[u] < model.most[u]) {
        loosen(u);
      }
    }
  }

  /** Puts all that is loose back, and leaves no open group too small where that can be helped. */
  void recreate() {
    place();
    for (int round = 0; round < 4; round++) {
      boolean isDone = true;
      for (int k = 0; k < touchedCount; k++) {
        int j = touched[k];
        if (state.lackingAt(j) == 0) {
          continue;
        }
        isDone = false;
        if (!isBanned[j] && round < 2 && (model.isForcedOpen[j] || random.nextBoolean())) {
          fill(j);
        }
        if (state.lackingAt(j) > 0 && !model.isForcedOpen[j]) {
          close(j);
        }
      }
      if (isDone) {
        break;
      }
      place();
    }
    for (int k = 0; k < touchedCount; k++) {
      isTouched[touched[k]] = false;
      isBanned[touched[k]] = false;
    }
    touchedCount = 0;
  }

  private void place() {
    shuffle();
    if (random.nextInt(3) > 0) {
      largestFirst();
    }
    for (int k = 0; k < looseCount; k++) {
      int u = loose[k];
      isLoose[u] = false;
      while (state.held[u] < model.most[u]) {
        int e = best(u);
        if (e < 0) {
          break;
        }
        take(e);
      }
    }
    looseCount = 0;
  }

  private int best(int u) {
    int best = -1;
    long most = Long.MIN_VALUE;
    for (int e = model.start[u]; e < model.start[u + 1]; e++) {
      long score = score(e);
      if (score > most && random.nextInt(BLINK) > 0 && state.fits(e) && mayEnter(e)) {
        most = score;
        best = e;
      }
    }
    return best;
  }

  private long score(int e) {
    long score = model.affinityOf[e] * HardBound.SCALE - (worth[e] / 4 * quarters);
    return state.lacking == 0 ? score : score + HELP * Math.min(16, state.helps(e));
  }

  /** Into what is closed one goes alone only if that is enough for it and worth its cost. */
  private boolean mayEnter(int e) {
    int j = model.opportunityOf[e];
    if (state.occupants[j] > 0) {
      return true;
    }
    return !isBanned[j]
        && model.least[j] <= model.size[model.unitOf[e]]
        && (model.affinityOf[e] > model.cost[j] || state.helps(e) > 0);
  }

  private void shuffle() {
    for (int k = looseCount - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int swapped = loose[k];
      loose[k] = loose[other];
      loose[other] = swapped;
    }
  }

  /** Who takes much is hard to place later. */
  private void largestFirst() {
    for (int k = 1; k < looseCount; k++) {
      int u = loose[k];
      int at = k;
      while (at > 0 && model.takes[loose[at - 1]] < model.takes[u]) {
        loose[at] = loose[at - 1];
        at--;
      }
      loose[at] = u;
    }
  }
}
