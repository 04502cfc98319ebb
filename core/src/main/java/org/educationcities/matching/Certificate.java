package org.educationcities.matching;

/**
 * What proves an allocation best, for anybody to check without trusting the solver: a price for
 * every opportunity and a surplus for every learner, none below 0, so that no eligible pair is
 * worth more than its price and surplus together, and their sum over all places and learners is no
 * more than the total reached (linear programming duality). Immutable.
 */
public final class Certificate {
  private final long[] prices;
  private final long[] surpluses;

  /**
   * A certificate from its numbers, which are copied; whether it proves anything is for the checker
   * to say.
   *
   * @param prices by opportunity
   * @param surpluses by learner
   */
  public Certificate(long[] prices, long[] surpluses) {
    this.prices = prices.clone();
    this.surpluses = surpluses.clone();
  }

  /** The price of a place of an opportunity. */
  public long price(int opportunity) {
    return prices[opportunity];
  }

  /** The surplus of a learner. */
  public long surplus(int learner) {
    return surpluses[learner];
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
