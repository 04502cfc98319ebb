package org.educationcities.matching;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Brings the bound down by subgradient steps (Held, Wolfe and Crowder 1974; direction after
 * Camerini, Fratta and Maffioli 1975), and keeps the best multipliers. Deterministic for a number
 * of steps. Not thread-safe.
 */
final class BoundDescent {
  private static final int PATIENCE = 8;
  private static final double SHORTEST = 1e-4;

  private final Relaxation relaxation;
  private final long[] placeValues;
  private final long[] quotaPrices;
  private final long[] limitPrices;
  private long[] bestPlaceValues;
  private long[] bestQuotaPrices;
  private long[] bestLimitPrices;
  private long best = Long.MAX_VALUE;

  BoundDescent(Relaxation relaxation) {
    this.relaxation = relaxation;
    HardModel model = relaxation.model;
    this.placeValues = new long[model.pairs];
    this.quotaPrices = new long[model.quotaMost.length];
    this.limitPrices = new long[model.limitMost.length];
    this.bestPlaceValues = placeValues.clone();
    this.bestQuotaPrices = quotaPrices.clone();
    this.bestLimitPrices = limitPrices.clone();
  }

  /** The least bound found, scaled. */
  long best() {
    return best;
  }

  /** The least bound found, in whole points, since no value lies between. */
  long bestInPoints() {
    return Math.floorDiv(best, (long) HardBound.SCALE);
  }

  HardBound certificate() {
    return new HardBound(bestPlaceValues, bestQuotaPrices, bestLimitPrices);
  }

  long[] bestPlaceValues() {
    return bestPlaceValues;
  }

  /**
   * What a pair takes from others at the best multipliers: its share of the places and quotas,
   * where that was found by part prices.
   */
  long[] worth() {
    long[] worth = new long[placeValues.length];
    for (int e = 0; e < worth.length; e++) {
      worth[e] = bestPlaceValues[e] + relaxation.quotasOf(e, bestQuotaPrices);
    }
    return worth;
  }

  /**
   * Steps down from a point, and leaves the relaxation at the best multipliers.
   *
   * @param target a value that is reached, in points
   */
  void run(DualPoint point, long target, int steps, BooleanSupplier isOver) {
    double length = 1;
    int sinceBetter = 0;
    double[] slope = new double[point.at.length];
    double[] direction = new double[point.at.length];
    double[] bestAt = point.at.clone();
    long scaledTarget = target * HardBound.SCALE;
    long ownBest = Long.MAX_VALUE;
    for (int step = 0; step < steps && length > SHORTEST && !isOver.getAsBoolean(); step++) {
      long bound = evaluate(point);
      if (bound < ownBest) {
        sinceBetter = ownBest - bound > Math.abs(ownBest) / 100_000 ? 0 : sinceBetter + 1;
        ownBest = bound;
        System.arraycopy(point.at, 0, bestAt, 0, bestAt.length);
      } else {
        sinceBetter++;
      }
      if (bound <= scaledTarget || best < scaledTarget + HardBound.SCALE) {
        break;
      }
      if (sinceBetter > PATIENCE) {
        sinceBetter = 0;
        length /= 2;
        System.arraycopy(bestAt, 0, point.at, 0, bestAt.length);
        evaluate(point);
        Arrays.fill(direction, 0);
      }
      point.slope(relaxation, slope);
      double norm = turn(direction, slope);
      if (norm == 0) {
        break;
      }
      point.move(direction, length * (bound - scaledTarget) / norm);
    }
    System.arraycopy(bestAt, 0, point.at, 0, bestAt.length);
    evaluate(point);
  }

  /** The slope, turned away from where it came from; its squared length. */
  private static double turn(double[] direction, double[] slope) {
    double before = 0;
    double along = 0;
    for (int k = 0; k < slope.length; k++) {
      before += direction[k] * direction[k];
      along += direction[k] * slope[k];
    }
    double keep = along < 0 ? -1.5 * along / before : 0;
    double norm = 0;
    for (int k = 0; k < slope.length; k++) {
      direction[k] = slope[k] + keep * direction[k];
      norm += direction[k] * direction[k];
    }
    return norm;
  }

  private long evaluate(DualPoint point) {
    point.writePrices(quotaPrices, limitPrices);
    point.writePlaceValues(quotaPrices, placeValues, relaxation);
    long bound = relaxation.value(placeValues, quotaPrices, limitPrices);
    if (bound < best) {
      best = bound;
      bestPlaceValues = placeValues.clone();
      bestQuotaPrices = quotaPrices.clone();
      bestLimitPrices = limitPrices.clone();
    }
    return bound;
  }
}
