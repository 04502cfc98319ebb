package org.educationcities.matching;

import java.util.Objects;

/**
 * What proves an allocation best, for anybody to check without trusting the solver: a price for
 * every opportunity and a surplus for every learner, none below 0, so that no eligible pair is
 * worth more than its price and surplus together, and their sum over all places and learners is no
 * more than the total reached (linear programming duality). Immutable.
 */
public final class Certificate {
  private final long[] prices;
  private final long[] surpluses;
  private final Covers covers;

  /** Of which pairs it says that none is worth more than its price and surplus, and by what. */
  public enum Covers {
    /** The pairs of the problem it is of, each looked at; of others it says nothing. */
    LISTED_PAIRS,
    /** All eligible pairs of a city: those outside the lists by a scan that looks at every pair. */
    ALL_PAIRS_BY_SCAN,
    /** All eligible pairs of a city: those outside the lists by a pricing pass over its index. */
    ALL_PAIRS_BY_PRICING
  }

  /**
   * A certificate from its numbers, which are copied; whether it proves anything is for the checker
   * to say.
   *
   * @param prices by opportunity
   * @param surpluses by learner
   */
  public Certificate(long[] prices, long[] surpluses) {
    this(prices.clone(), surpluses.clone(), Covers.LISTED_PAIRS);
  }

  private Certificate(long[] prices, long[] surpluses, Covers covers) {
    this.prices = prices;
    this.surpluses = surpluses;
    this.covers = Objects.requireNonNull(covers, "covers");
  }

  /** The same numbers, said of other pairs. */
  public Certificate covering(Covers others) {
    return new Certificate(prices, surpluses, others);
  }

  /** Of which pairs it says so. */
  public Covers covers() {
    return covers;
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
