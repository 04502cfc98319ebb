package org.educationcities.matching;

/**
 * What "fair" is to mean. Each notion is a sequence of goals; a later one only chooses among what
 * is best for all before it.
 */
public enum FairNotion {
  /**
   * Most learners with a place; of those, who got least in earlier rounds first; then the lowest
   * affinity of a placement as high as possible; then the greatest total.
   */
  BOTTLENECK_THEN_TOTAL(
      "As many learners as possible have a place; among these, who got least in earlier rounds comes"
          + " first; then the least fitting placement fits as well as possible; then all placements"
          + " together fit best."),

  /**
   * Most learners with a place; of those, who got least in earlier rounds first; most placements;
   * then the sorted affinities of all placements as high as possible, from the lowest on.
   */
  LEXIMIN(
      "As many learners as possible have a place; among these, who got least in earlier rounds comes"
          + " first; there are as many placements as possible; then the least fitting placement fits"
          + " as well as possible, then the second least, and so on upwards."),

  /**
   * Most first wishes granted, then most second wishes, and so on (R. W. Irving, T. Kavitha, K.
   * Mehlhorn, D. Michail and K. E. Paluch, "Rank-maximal matchings", ACM Transactions on Algorithms
   * 2, 2006); offers that nobody wished for come last.
   */
  RANK_MAXIMAL(
      "As many first wishes as possible are granted, then as many second wishes, and so on; a learner"
          + " may be left without a place for it."),

  /** Most learners with a place; of those, who got least first; then as rank-maximal. */
  MOST_LEARNERS_THEN_RANK_MAXIMAL(
      "As many learners as possible have a place; among these, who got least in earlier rounds comes"
          + " first; then as many first wishes as possible are granted, then as many second wishes,"
          + " and so on.");

  private final String words;

  FairNotion(String words) {
    this.words = words;
  }

  /** In words for those it concerns. */
  public String words() {
    return words;
  }
}
