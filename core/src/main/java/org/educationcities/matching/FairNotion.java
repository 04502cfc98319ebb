package org.educationcities.matching;

import java.util.Locale;

/**
 * What "fair" is to mean. Each notion is a sequence of goals; a later one only chooses among what
 * is best for all before it.
 */
public enum FairNotion {
  /**
   * Most learners with a place; of those, who got least in earlier rounds first; then the lowest
   * affinity of a placement as high as possible; then the greatest total.
   */
  BOTTLENECK_THEN_TOTAL,

  /**
   * Most learners with a place; of those, who got least in earlier rounds first; most placements;
   * then the sorted affinities of all placements as high as possible, from the lowest on.
   */
  LEXIMIN,

  /**
   * Most first wishes granted, then most second wishes, and so on (R. W. Irving, T. Kavitha, K.
   * Mehlhorn, D. Michail and K. E. Paluch, "Rank-maximal matchings", ACM Transactions on Algorithms
   * 2, 2006); offers that nobody wished for come last.
   */
  RANK_MAXIMAL,

  /** Most learners with a place; of those, who got least first; then as rank-maximal. */
  MOST_LEARNERS_THEN_RANK_MAXIMAL;

  /** In words for those it concerns. */
  public Sentence sentence() {
    return Sentence.of("notion." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
