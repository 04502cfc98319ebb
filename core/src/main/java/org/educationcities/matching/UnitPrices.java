package org.educationcities.matching;

/**
 * One price for a placement of each unit, the rest of an affinity counting for the opportunity: as
 * good as any split where a unit takes one opportunity only, since then only the opportunities'
 * side is not whole by itself.
 */
final class UnitPrices extends DualPoint {

  /** Starts at what each unit has left at the multipliers of before. */
  UnitPrices(HardModel model, DualPoint before, Relaxation relaxation) {
    super(model, model.units, false);
    System.arraycopy(before.at, before.own, at, own, at.length - own);
    for (int u = 0; u < model.units; u++) {
      for (int e = model.start[u]; e < model.start[u + 1]; e++) {
        at[u] = Math.max(at[u], (double) relaxation.unitValue(e));
      }
    }
  }

  @Override
  double lowest(int k) {
    return 0;
  }

  @Override
  void writePlaceValues(long[] quotaPrices, long[] into, Relaxation relaxation) {
    for (int e = 0; e < model.pairs; e++) {
      into[e] =
          model.affinityOf[e] * HardBound.SCALE
              - relaxation.quotasOf(e, quotaPrices)
              - Math.round(at[model.unitOf[e]]);
    }
  }

  @Override
  void writeSlope(Relaxation relaxation, double[] into) {
    for (int u = 0; u < model.units; u++) {
      into[u] = model.most[u];
    }
    for (int e = 0; e < model.pairs; e++) {
      into[model.unitOf[e]] -= relaxation.byPlace[e] ? 1 : 0;
    }
  }
}
