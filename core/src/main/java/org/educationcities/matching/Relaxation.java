package org.educationcities.matching;

/**
 * The value of the relaxation that {@link HardBound} describes, in exact {@code long} arithmetic,
 * and what each side takes there. Not thread-safe.
 */
final class Relaxation {
  final HardModel model;

  /** By pair: whether its unit, or its opportunity, takes it at the multipliers of before. */
  final boolean[] byUnit;

  final boolean[] byPlace;

  private final UnitOptimum unitOptimum;
  private final PlaceOptimum placeOptimum;
  private final long[] unitValue;
  private final boolean[] isOpen;

  Relaxation(HardModel model) {
    this.model = model;
    this.byUnit = new boolean[model.pairs];
    this.byPlace = new boolean[model.pairs];
    this.unitOptimum = new UnitOptimum(model);
    this.placeOptimum = new PlaceOptimum(model);
    this.unitValue = new long[model.pairs];
    this.isOpen = new boolean[model.opportunities];
  }

  /** Whether an opportunity is open for its own best. */
  boolean isOpen(int opportunity) {
    return isOpen[opportunity];
  }

  /** The share of a pair that counts for its unit, at the multipliers of before. */
  long unitValue(int pair) {
    return unitValue[pair];
  }

  /** What the quotas of a pair cost it. */
  long quotasOf(int pair, long[] quotaPrices) {
    long sum = 0;
    for (int k = model.quotaStart[pair]; k < model.quotaStart[pair + 1]; k++) {
      sum += quotaPrices[model.quotaOf[k]] * model.quotaWeight[k];
    }
    return sum;
  }

  /** The bound, scaled. */
  long value(long[] placeValues, long[] quotaPrices, long[] limitPrices) {
    long bound = 0;
    for (int q = 0; q < quotaPrices.length; q++) {
      bound += quotaPrices[q] * (quotaPrices[q] < 0 ? model.quotaLeast[q] : model.quotaMost[q]);
    }
    for (int l = 0; l < limitPrices.length; l++) {
      bound += limitPrices[l] * model.limitMost[l];
    }
    for (int e = 0; e < model.pairs; e++) {
      unitValue[e] =
          model.affinityOf[e] * HardBound.SCALE - placeValues[e] - quotasOf(e, quotaPrices);
    }
    for (int u = 0; u < model.units; u++) {
      bound += unitOptimum.solve(u, unitValue, byUnit);
    }
    for (int j = 0; j < model.opportunities; j++) {
      long charge = model.cost[j] * HardBound.SCALE;
      for (int l : model.limitsOf[j]) {
        charge += limitPrices[l];
      }
      long own = placeOptimum.solve(j, placeValues, charge, byPlace);
      isOpen[j] = own != 0 || model.isForcedOpen[j];
      bound += own;
    }
    return bound;
  }

  boolean canOpen(int opportunity) {
    return placeOptimum.canOpen(opportunity);
  }
}
