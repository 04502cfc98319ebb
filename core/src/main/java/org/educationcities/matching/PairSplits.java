package org.educationcities.matching;

/** A share of its own for every pair: the strongest bound, and the slowest. */
final class PairSplits extends DualPoint {

  PairSplits(HardModel model, DualPoint before, long[] placeValues) {
    super(model, model.pairs, true);
    System.arraycopy(before.at, before.own, at, own, at.length - own);
    for (int e = 0; e < model.pairs; e++) {
      at[e] = (double) placeValues[e];
    }
  }

  @Override
  double lowest(int k) {
    return -greatest();
  }

  @Override
  void writePlaceValues(long[] quotaPrices, long[] into, Relaxation relaxation) {
    for (int e = 0; e < model.pairs; e++) {
      into[e] = Math.round(at[e]);
    }
  }

  @Override
  void writeSlope(Relaxation relaxation, double[] into) {
    for (int e = 0; e < model.pairs; e++) {
      into[e] = (relaxation.byPlace[e] ? 1 : 0) - (relaxation.byUnit[e] ? 1 : 0);
    }
  }
}
