package org.educationcities.matching;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Ruin and recreate with a falling temperature: a few placements around some unit are taken back,
 * or a whole opportunity is closed or opened, and what is loose is put back; what came out worse is
 * kept less and less often. The same seed and number of steps give the same choice. Not
 * thread-safe.
 */
final class HardSearch {
  private static final double HOT = 0.02;
  private static final double COLD = 0.0005;
  private static final int UNITS_LOOKED_AT = 8;
  private static final int OCCUPANTS_LOOKED_AT = 2;
  private static final int PAIRS_LOOKED_AT = 6;

  private final HardModel model;
  private final HardState state;
  private final SplittableRandom random;
  private final LooseUnits units;
  private final boolean[] best;
  private long bestValue;
  private boolean isFeasible;
  private final int[] structured;
  private final double meanAffinity;

  /** By pair: affinity less what its place is worth to others, scaled. */
  private final long[] left;

  private final long[] mostLeft;

  /** Pairs changed since the best, so that it can be brought up without copying everything. */
  private int[] sinceBest = new int[256];

  private int sinceBestCount;

  HardSearch(HardState state, long[] worth, SplittableRandom random) {
    this.model = state.model;
    this.state = state;
    this.random = random;
    this.units = new LooseUnits(state, worth, random);
    this.best = state.chosen.clone();
    this.structured = structured();
    this.left = new long[model.pairs];
    this.mostLeft = new long[model.units];
    for (int e = 0; e < model.pairs; e++) {
      left[e] = model.affinityOf[e] * HardBound.SCALE - worth[e];
    }
    for (int u = 0; u < model.units; u++) {
      mostLeft[u] = mostLeft(u);
    }
    this.meanAffinity = Arrays.stream(model.affinityOf).average().orElse(0);
    compareWithBest();
  }

  /** What a unit would have left at its best pairs, clashes aside. */
  private long mostLeft(int u) {
    long[] own = Arrays.copyOfRange(left, model.start[u], model.start[u + 1]);
    Arrays.sort(own);
    long sum = 0;
    for (int k = 0; k < model.most[u]; k++) {
      sum += Math.max(0, own[own.length - 1 - k]);
    }
    return sum;
  }

  /** Opportunities that it may pay to open or close as a whole. */
  private int[] structured() {
    int[] found = new int[model.opportunities];
    int count = 0;
    for (int j = 0; j < model.opportunities; j++) {
      if (!model.isForcedOpen[j]
          && model.placeStart[j] < model.placeStart[j + 1]
          && (model.least[j] > 1 || model.cost[j] > 0 || model.limitsOf[j].length > 0)) {
        found[count++] = j;
      }
    }
    return Arrays.copyOf(found, count);
  }

  boolean isFeasible() {
    return isFeasible;
  }

  /** The best value found; of no meaning if nothing feasible was. */
  long bestValue() {
    return bestValue;
  }

  /** Learners that lower bounds lack where the search stands. */
  long lacking() {
    return state.lacking;
  }

  /** By pair, the best found. */
  boolean[] best() {
    return best.clone();
  }

  /** From nothing: opens what is said to be worth it, then places everybody. */
  void construct(boolean[] opensFirst) {
    units.guideBy(4);
    for (int j : structured) {
      if (opensFirst[j] && model.least[j] > 1 && state.occupants[j] == 0 && mayOpen(j)) {
        units.fill(j);
      }
    }
    for (int u = 0; u < model.units; u++) {
      units.loosen(u);
    }
    units.recreate();
    state.changed(this::changedSinceBest);
    state.keep();
    compareWithBest();
  }

  private boolean mayOpen(int j) {
    for (int l : model.limitsOf[j]) {
      if (state.openUnderLimit[l] >= model.limitMost[l]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Searches on.
   *
   * @param budget asked before every step how far the search is, 0 to 1; beyond, it ends
   * @param bound where the best reaches it, it ends
   */
  void run(SearchProgress budget, long bound) {
    if (model.units == 0) {
      return;
    }
    for (double done = budget.next(); done < 1; done = budget.next()) {
      if (isFeasible && bestValue >= bound) {
        return;
      }
      double temperature = meanAffinity * HOT * Math.pow(COLD / HOT, done);
      step(temperature);
    }
  }

  private void step(double temperature) {
    long valueBefore = state.value;
    long lackingBefore = state.lacking;
    units.guideBy(random.nextInt(5));
    ruin();
    units.recreate();
    if (isAccepted(valueBefore, lackingBefore, temperature)) {
      state.changed(this::changedSinceBest);
      state.keep();
      compareWithBest();
    } else {
      state.undo();
    }
  }

  private boolean isAccepted(long valueBefore, long lackingBefore, double temperature) {
    if (state.lacking != lackingBefore) {
      return state.lacking < lackingBefore;
    }
    long worse = valueBefore - state.value;
    return worse <= 0 || random.nextDouble() < Math.exp(-worse / temperature);
  }

  private void ruin() {
    if (structured.length > 0 && random.nextInt(4) == 0) {
      int j = structured[random.nextInt(structured.length)];
      if (state.occupants[j] > 0) {
        units.close(j);
        if (random.nextBoolean()) {
          open(structured[random.nextInt(structured.length)]);
        }
      } else {
        open(j);
      }
      return;
    }
    int u = dissatisfied();
    int from = model.start[u];
    int count = model.start[u + 1] - from;
    if (count == 0) {
      return;
    }
    for (int e = from; e < model.start[u + 1]; e++) {
      if (state.chosen[e] && !model.fixed[e]) {
        units.leave(e);
      }
    }
    units.loosen(u);
    int disturbed = 1 + random.nextInt(4);
    for (int k = 0; k < disturbed; k++) {
      disturb(model.opportunityOf[wanted(from, count)]);
    }
  }

  /** Of a few units the one that misses most, by what places are worth. */
  private int dissatisfied() {
    int chosen = random.nextInt(model.units);
    double most = missed(chosen);
    for (int k = 1; k < UNITS_LOOKED_AT; k++) {
      int u = random.nextInt(model.units);
      double own = missed(u);
      if (own > most) {
        most = own;
        chosen = u;
      }
    }
    return chosen;
  }

  private double missed(int u) {
    double has = 0;
    for (int e = model.start[u]; e < model.start[u + 1]; e++) {
      has += state.chosen[e] ? left[e] : 0;
    }
    return mostLeft[u] - has;
  }

  /** Of a few pairs of a unit the one that leaves most, by what places are worth. */
  private int wanted(int from, int count) {
    int wanted = from + random.nextInt(count);
    for (int k = 1; k < PAIRS_LOOKED_AT; k++) {
      int e = from + random.nextInt(count);
      wanted = left[e] > left[wanted] ? e : wanted;
    }
    return wanted;
  }

  private void disturb(int j) {
    int out = Math.min(state.occupants[j], 1 + random.nextInt(3));
    for (int k = 0; k < out && state.occupants[j] > 0; k++) {
      int e = leastLeft(j);
      if (!model.fixed[e]) {
        units.leave(e);
      }
    }
    units.invite(j, 4);
  }

  /** Of a few at an opportunity the one that has least left there. */
  private int leastLeft(int j) {
    int least = state.occupant[model.placeStart[j] + random.nextInt(state.occupants[j])];
    for (int k = 1; k < OCCUPANTS_LOOKED_AT; k++) {
      int e = state.occupant[model.placeStart[j] + random.nextInt(state.occupants[j])];
      least = slack(e) < slack(least) ? e : least;
    }
    return least;
  }

  private long slack(int e) {
    return left[e] * model.most[model.unitOf[e]] - mostLeft[model.unitOf[e]];
  }

  /** Opens one that is closed; where a limit is reached, another is closed for it. */
  private void open(int j) {
    if (state.occupants[j] > 0) {
      return;
    }
    for (int l : model.limitsOf[j]) {
      int[] limited = model.limited[l];
      for (int tries = 0; state.openUnderLimit[l] >= model.limitMost[l] && tries < 20; tries++) {
        int other = limited[random.nextInt(limited.length)];
        if (state.occupants[other] > 0 && !model.isForcedOpen[other]) {
          units.close(other);
        }
      }
    }
    if (mayOpen(j)) {
      units.fill(j);
      for (int k = 0; k < 8; k++) {
        units.invite(j, 1);
      }
    }
  }

  private void changedSinceBest(int e) {
    if (sinceBestCount == sinceBest.length) {
      sinceBest = Arrays.copyOf(sinceBest, 2 * sinceBestCount);
    }
    sinceBest[sinceBestCount++] = e;
    if (sinceBestCount >= 4 * Math.max(64, model.pairs)) {
      compact();
    }
  }

  private void compact() {
    Arrays.sort(sinceBest, 0, sinceBestCount);
    int kept = 0;
    for (int k = 0; k < sinceBestCount; k++) {
      if (k == 0 || sinceBest[k] != sinceBest[k - 1]) {
        sinceBest[kept++] = sinceBest[k];
      }
    }
    sinceBestCount = kept;
  }

  private void compareWithBest() {
    if (state.lacking > 0 || (isFeasible && state.value <= bestValue)) {
      return;
    }
    isFeasible = true;
    bestValue = state.value;
    for (int k = 0; k < sinceBestCount; k++) {
      best[sinceBest[k]] = state.chosen[sinceBest[k]];
    }
    sinceBestCount = 0;
  }
}
