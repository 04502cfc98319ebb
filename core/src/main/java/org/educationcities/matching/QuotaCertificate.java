package org.educationcities.matching;

/**
 * What proves a {@link QuotaAllocation} best: a price for every bounded set of pairs, that of a
 * learner, of a learner in a slot, of an opportunity and of a quota. No pair that is not chosen is
 * worth more than the prices of all sets it is in; and what the prices cost in all is the total
 * reached (linear programming duality). Immutable.
 */
public final class QuotaCertificate {
  private final long[] learnerPrices;
  private final long[] slotPrices;
  private final long[] opportunityPrices;
  private final long[] quotaPrices;

  /**
   * A certificate from its numbers, which are copied; whether it proves anything is for the checker
   * to say.
   *
   * @param learnerPrices by learner
   * @param slotPrices by learner times the number of slots, plus the slot
   * @param opportunityPrices by opportunity
   * @param quotaPrices by quota; below 0 where a lower bound costs
   */
  public QuotaCertificate(
      long[] learnerPrices, long[] slotPrices, long[] opportunityPrices, long[] quotaPrices) {
    this.learnerPrices = learnerPrices.clone();
    this.slotPrices = slotPrices.clone();
    this.opportunityPrices = opportunityPrices.clone();
    this.quotaPrices = quotaPrices.clone();
  }

  /** What one more placement of a learner would be worth, their slots aside. */
  public long learnerPrice(int learner) {
    return learnerPrices[learner];
  }

  /** What a second placement in a slot would be worth, at the index described above. */
  public long slotPrice(int learnerAndSlot) {
    return slotPrices[learnerAndSlot];
  }

  /** The price of a place of an opportunity, quotas aside. */
  public long opportunityPrice(int opportunity) {
    return opportunityPrices[opportunity];
  }

  /** The price of one more placement under a quota; below 0 where its lower bound costs. */
  public long quotaPrice(int quota) {
    return quotaPrices[quota];
  }

  boolean fits(QuotaProblem problem) {
    AllocationProblem pairs = problem.pairs();
    return learnerPrices.length == pairs.learnerCount()
        && slotPrices.length == (long) pairs.learnerCount() * problem.slotCount()
        && opportunityPrices.length == pairs.opportunityCount()
        && quotaPrices.length == problem.quotas().size();
  }
}
