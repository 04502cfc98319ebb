package org.educationcities.matching;

/**
 * What proves that no choice for a {@link HardProblem} has more than so many points, for anybody to
 * check without trusting the solver: multipliers of a Lagrangian relaxation.
 *
 * <p>Every pair's affinity is split: one share (the <em>place value</em>) counts for the
 * opportunity, the rest, less the prices of the quotas it is under, for the unit. Then each unit
 * alone takes the best it may, each opportunity alone the best that fits into its places with its
 * minimum size, its cost and the prices of the limits it is under, or stays closed. Whatever the
 * multipliers, all that together with what quotas and limits cost is at least as much as any choice
 * that keeps all constraints, since such a choice is one of those compared (Guignard and Kim 1987,
 * "Lagrangean decomposition"). All numbers are in 1/{@value #SCALE} of a point. Immutable.
 */
public final class HardBound {
  /** How many units of the numbers here make a point of affinity. */
  public static final int SCALE = 1024;

  private final long[] placeValues;
  private final long[] quotaPrices;
  private final long[] limitPrices;

  /**
   * A bound from its multipliers, which are copied; what it proves is for the checker to say.
   *
   * @param placeValues by pair of a unit and an opportunity, any
   * @param quotaPrices by quota; below 0 only where it has a lower bound
   * @param limitPrices by limit, 0 or more
   */
  public HardBound(long[] placeValues, long[] quotaPrices, long[] limitPrices) {
    this.placeValues = placeValues.clone();
    this.quotaPrices = quotaPrices.clone();
    this.limitPrices = limitPrices.clone();
  }

  /** The share of a pair's affinity that counts for the opportunity. */
  public long placeValue(int pair) {
    return placeValues[pair];
  }

  /** The price of one learner's placement under a quota. */
  public long quotaPrice(int quota) {
    return quotaPrices[quota];
  }

  /** The price of opening one opportunity under a limit. */
  public long limitPrice(int limit) {
    return limitPrices[limit];
  }

  boolean fits(HardProblem problem) {
    return placeValues.length == problem.pairCount()
        && quotaPrices.length == problem.quotas().quotas().size()
        && limitPrices.length == problem.limits().size();
  }
}
