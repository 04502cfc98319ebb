package org.educationcities.matching;

/**
 * Finds what learners of a part may be paired with, for one thread: first who is within reach and
 * teaches something wanted, then rule by rule over all that are left. Learners are named by their
 * rank in the part, so that what is asked about them lies together; opportunities by their
 * positions in the grid. Not thread-safe.
 */
final class EligiblePairs {
  private final OpportunityGrid grid;
  private final int[] learners;
  private final double[] x;
  private final double[] y;
  private final double[] reach;
  private final long[] topics;
  private final ColumnRule[] columns;
  private final PairRule.Allows[] others;

  /** The opportunities found last, as positions in the grid. */
  final int[] positions;

  /**
   * Copies what is needed of the learners.
   *
   * @param learners the part's, by rank
   * @param columns the rules whose columns are known, in the grid's order
   * @param others all other rules
   */
  EligiblePairs(
      CandidateCity city,
      OpportunityGrid grid,
      int[] learners,
      ColumnRule[] columns,
      PairRule.Allows[] others) {
    this.grid = grid;
    this.learners = learners;
    this.x = picked(city.learnerX, learners);
    this.y = picked(city.learnerY, learners);
    this.reach = picked(city.reach, learners);
    this.topics = ColumnRule.picked(city.learnerTopics, learners);
    this.columns = new ColumnRule[columns.length];
    for (int r = 0; r < columns.length; r++) {
      this.columns[r] = columns[r].ofLearners(learners);
    }
    this.others = others;
    // One more, since what is not kept is written too.
    this.positions = new int[grid.opportunity.length + 1];
  }

  private static double[] picked(double[] column, int[] learners) {
    double[] picked = new double[learners.length];
    for (int k = 0; k < picked.length; k++) {
      picked[k] = column[learners[k]];
    }
    return picked;
  }

  /** How many meet a learner's topics within their reach, before any rule. */
  int near(int rank) {
    return grid.within(x[rank], y[rank], reach[rank], topics[rank], positions);
  }

  /** How many of so many positions all rules allow; they come first. */
  int allowed(int rank, int near) {
    int count = near;
    for (ColumnRule rule : columns) {
      count = rule.keep(rank, positions, count);
    }
    for (PairRule.Allows rule : others) {
      int kept = 0;
      for (int k = 0; k < count; k++) {
        if (rule.test(learners[rank], grid.opportunity[positions[k]])) {
          positions[kept++] = positions[k];
        }
      }
      count = kept;
    }
    return count;
  }
}
