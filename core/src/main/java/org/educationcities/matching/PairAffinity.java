package org.educationcities.matching;

/**
 * What a pair is worth, by numbers: the affinity formula over profiles that the caller has
 * compiled, such as {@code AffinityTable}. Must be pure and safe for several threads.
 */
@FunctionalInterface
public interface PairAffinity {
  /** The greatest affinity of a pair; the pricing pass rests on it. */
  int GREATEST = 1000;

  /** The affinity of a pair, 0 to {@value #GREATEST}; 0 is never placed. */
  int points(int learner, int opportunity);
}
