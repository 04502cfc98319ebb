package org.educationcities.matching;

/**
 * What proves a repair best, for {@link RepairChecker}: prices and surpluses as in a {@link
 * Certificate}, over what a repair counts. A pair is worth its affinity and, if it is a placement
 * of before, {@code changeWeight} more; a learner who comes first loses {@code placeWeight} by
 * having no place. That weight is greater than all affinities and costs together, and so the two
 * goals compare as a tuple does; the checker works this out itself. Immutable.
 */
public final class RepairCertificate {
  private final long[] prices;
  private final long[] surpluses;
  private final long placeWeight;
  private final long changeWeight;

  /**
   * A certificate from its numbers, which are copied; whether it proves anything is for the checker
   * to say.
   *
   * @param prices by opportunity
   * @param surpluses by learner; of who comes first down to {@code -placeWeight}
   */
  public RepairCertificate(long[] prices, long[] surpluses, long placeWeight, long changeWeight) {
    this.prices = prices.clone();
    this.surpluses = surpluses.clone();
    this.placeWeight = placeWeight;
    this.changeWeight = changeWeight;
  }

  /** The price of a place of an opportunity, places and points in one number. */
  public long price(int opportunity) {
    return prices[opportunity];
  }

  /** The surplus of a learner. */
  public long surplus(int learner) {
    return surpluses[learner];
  }

  /** What a place weighs for who comes first. */
  public long placeWeight() {
    return placeWeight;
  }

  /**
   * What keeping a placement weighs: the cost of a change, or as much as outweighs all affinity.
   */
  public long changeWeight() {
    return changeWeight;
  }

  /** How many prices there are. */
  public int opportunityCount() {
    return prices.length;
  }

  /** How many surpluses there are. */
  public int learnerCount() {
    return surpluses.length;
  }
}
