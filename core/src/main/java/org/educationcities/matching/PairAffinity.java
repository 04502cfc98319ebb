package org.educationcities.matching;

/**
 * What a pair is worth, by numbers: the affinity formula over profiles that the caller has
 * compiled, such as {@code AffinityPairs}. Must be pure and safe for several threads.
 */
@FunctionalInterface
public interface PairAffinity {
  /** The greatest affinity of a pair; the pricing pass rests on it. */
  int GREATEST = 1000;

  /** The affinity of a pair, 0 to {@value #GREATEST}; 0 is never placed. */
  int points(int learner, int opportunity);

  /**
   * The same affinities where opportunity {@code k} is the one of that old number. Whoever holds
   * the opportunities' profiles side by side may lay them out anew: a search goes by neighbourhood.
   *
   * @param oldNumber each opportunity once
   */
  default PairAffinity ofOpportunities(int[] oldNumber) {
    return (learner, k) -> points(learner, oldNumber[k]);
  }
}
