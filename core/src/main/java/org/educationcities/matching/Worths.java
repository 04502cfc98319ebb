package org.educationcities.matching;

/** What pairs are worth to learners: affinity, and what they have at stake. */
final class Worths {
  private final int[] start;
  private final int[] opportunityOf;
  private final int[] affinityOf;
  private final Stakes stakes;

  Worths(AllocationProblem problem, Stakes stakes) {
    this.start = problem.starts();
    this.opportunityOf = problem.opportunitiesByPair();
    this.affinityOf = problem.affinitiesByPair();
    this.stakes = stakes;
  }

  /** The most that prices leave a learner, or what being without a place is worth. */
  long mostLeft(int learner, long[] prices) {
    long most = stakes.outside(learner);
    int kept = stakes.kept(learner);
    for (int e = start[learner]; e < start[learner + 1]; e++) {
      int j = opportunityOf[e];
      long left = affinityOf[e] - prices[j] + (j == kept ? stakes.bonus() : 0);
      if (left > most && affinityOf[e] != ExactSolver.FORBIDDEN) {
        most = left;
      }
    }
    return most;
  }

  /** Whether a pair may be and is worth so much. */
  boolean isWorth(int learner, int opportunity, long worth) {
    for (int e = start[learner]; e < start[learner + 1]; e++) {
      if (opportunityOf[e] == opportunity) {
        return affinityOf[e] != ExactSolver.FORBIDDEN
            && affinityOf[e] + stakes.at(learner, opportunity) == worth;
      }
    }
    return false;
  }
}
