package org.educationcities.matching;

/**
 * The prices of an auction over a sample of the learners, for one over all of them to start from.
 * They are nearly right, so that the many bids with great epsilons are made by few. A sample of
 * every sixth learner in the order of {@link Neighbourhoods} is spread over all of them.
 *
 * <p>Its own pairs, a sixth of 8 bytes each, are best given back before all pairs are turned round.
 */
final class SampledAuction {
  private static final int[] NONE = {};
  private static final int ONE_IN = 6;

  /** Below so many pairs there is nothing to gain. */
  private static final int SMALL = 1000;

  private SampledAuction() {}

  /** Prices by opportunity, or none at all where a sample says too little. */
  static int[] prices(AllocationProblem problem, Stop stop) {
    if (problem.pairCount() < SMALL) {
      return NONE;
    }
    CandidatesByOpportunity few = new CandidatesByOpportunity(problem, ONE_IN);
    if (!isWorthIt(problem, few)) {
      return NONE;
    }
    Auction sample = new Auction(problem, few, ONE_IN, stop);
    sample.run();
    return sample.price;
  }

  /** A sample says little where an opportunity has fewer places than it leaves out learners. */
  private static boolean isWorthIt(AllocationProblem problem, CandidatesByOpportunity few) {
    int[] places = problem.placesByOpportunity();
    long all = 0;
    for (int j = 0; j < places.length; j++) {
      all += Math.min(places[j], (long) ONE_IN * (few.start[j + 1] - few.start[j]));
    }
    return places.length > ONE_IN && all >= (long) ONE_IN * places.length;
  }
}
