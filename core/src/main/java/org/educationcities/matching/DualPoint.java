package org.educationcities.matching;

import java.util.Arrays;

/**
 * A way to give all multipliers of the relaxation by one vector: first those of its own kind, then
 * the prices of the quotas, then those of the limits.
 */
abstract class DualPoint {
  final HardModel model;
  final double[] at;
  final int own;
  private final double[] low;
  private final double greatest;
  private final boolean isQuotaOfUnits;

  DualPoint(HardModel model, int own, boolean isQuotaOfUnits) {
    this.model = model;
    this.own = own;
    this.isQuotaOfUnits = isQuotaOfUnits;
    this.at = new double[own + model.quotaMost.length + model.limitMost.length];
    this.low = new double[at.length];
    long most = 0;
    for (long each : model.affinityOf) {
      most = Math.max(most, each);
    }
    long cost = 0;
    for (long each : model.cost) {
      cost = Math.max(cost, each);
    }
    this.greatest = (double) HardBound.SCALE * (most + cost);
    for (int k = 0; k < own; k++) {
      low[k] = lowest(k);
    }
    for (int q = 0; q < model.quotaMost.length; q++) {
      low[own + q] = model.quotaLeast[q] > 0 ? -greatest : 0;
    }
  }

  /** The lowest that a multiplier of its own kind may be. */
  abstract double lowest(int k);

  /** Writes the shares of the opportunities; the prices of quotas are given. */
  abstract void writePlaceValues(long[] quotaPrices, long[] into, Relaxation relaxation);

  /** Writes by how much the bound rises with each multiplier of its own kind. */
  abstract void writeSlope(Relaxation relaxation, double[] into);

  final double greatest() {
    return greatest;
  }

  final void writePrices(long[] quotaPrices, long[] limitPrices) {
    for (int q = 0; q < quotaPrices.length; q++) {
      quotaPrices[q] = Math.round(at[own + q]);
    }
    for (int l = 0; l < limitPrices.length; l++) {
      limitPrices[l] = Math.round(at[own + quotaPrices.length + l]);
    }
  }

  /** By how much the bound rises with each multiplier; 0 where one is at its end. */
  final void slope(Relaxation relaxation, double[] into) {
    writeSlope(relaxation, into);
    int quotas = model.quotaMost.length;
    Arrays.fill(into, own, at.length, 0);
    boolean[] taken = isQuotaOfUnits ? relaxation.byUnit : relaxation.byPlace;
    for (int e = 0; e < model.pairs; e++) {
      for (int k = model.quotaStart[e]; taken[e] && k < model.quotaStart[e + 1]; k++) {
        into[own + model.quotaOf[k]] -= model.quotaWeight[k];
      }
    }
    for (int q = 0; q < quotas; q++) {
      double used = -into[own + q];
      boolean isShort = at[own + q] < 0 || (at[own + q] == 0 && used < model.quotaLeast[q]);
      into[own + q] = (isShort ? model.quotaLeast[q] : model.quotaMost[q]) - used;
    }
    for (int l = 0; l < model.limitMost.length; l++) {
      into[own + quotas + l] = model.limitMost[l];
    }
    for (int j = 0; j < model.opportunities; j++) {
      for (int l : model.limitsOf[j]) {
        into[own + quotas + l] -= relaxation.isOpen(j) ? 1 : 0;
      }
    }
    for (int k = 0; k < at.length; k++) {
      if (at[k] <= low[k] && into[k] > 0) {
        into[k] = 0;
      }
    }
  }

  final void move(double[] direction, double step) {
    for (int k = 0; k < at.length; k++) {
      at[k] = Math.min(greatest, Math.max(low[k], at[k] - step * direction[k]));
    }
  }
}
