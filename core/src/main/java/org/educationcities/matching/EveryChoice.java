package org.educationcities.matching;

/** The best of all choices, one by one, for problems of a few pairs. Not thread-safe. */
final class EveryChoice {
  private final HardState state;
  private final long[] rest;
  private boolean[] best;
  private long bestValue;
  private boolean isFeasible;

  EveryChoice(HardState state) {
    this.state = state;
    this.best = state.chosen.clone();
    this.rest = new long[state.model.pairs + 1];
    for (int e = state.model.pairs - 1; e >= 0; e--) {
      rest[e] = rest[e + 1] + state.model.affinityOf[e];
    }
  }

  /** Looks at all; whether any keeps all constraints. */
  boolean search() {
    from(0);
    return isFeasible;
  }

  boolean[] best() {
    return best;
  }

  long bestValue() {
    return bestValue;
  }

  private void from(int e) {
    if (isFeasible && state.value + rest[e] <= bestValue) {
      return;
    }
    if (e == state.model.pairs) {
      if (state.lacking == 0) {
        isFeasible = true;
        bestValue = state.value;
        best = state.chosen.clone();
      }
      return;
    }
    if (state.fits(e)) {
      state.take(e);
      from(e + 1);
      state.leave(e);
      state.keep();
    }
    from(e + 1);
  }
}
