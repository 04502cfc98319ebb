package org.educationcities.matching;

/**
 * The pairs of a problem the other way round: by opportunity, the learner and the affinity of each.
 * 8 bytes a pair and 4 an opportunity.
 */
final class CandidatesByOpportunity {
  final int[] start;
  final int[] learner;
  final int[] affinity;

  CandidatesByOpportunity(AllocationProblem problem) {
    this(problem, 1);
  }

  /** The pairs of one in so many learners, who are numbered anew. */
  CandidatesByOpportunity(AllocationProblem problem, int stride) {
    int[] pairStart = problem.starts();
    int[] opportunityOf = problem.opportunitiesByPair();
    int[] affinityOf = problem.affinitiesByPair();
    int m = problem.opportunityCount();
    int last = Math.floorDiv(problem.learnerCount() - 1, stride);
    start = new int[m + 1];
    int count = 0;
    for (int k = 0; k <= last; k++) {
      for (int e = pairStart[k * stride]; e < pairStart[k * stride + 1]; e++) {
        start[opportunityOf[e]]++;
        count++;
      }
    }
    learner = new int[count];
    affinity = new int[count];
    int sum = 0;
    for (int j = 0; j <= m; j++) {
      sum += start[j];
      start[j] = sum;
    }
    // From the end, so that learners rise within each opportunity and start comes out right.
    for (int k = last; k >= 0; k--) {
      for (int e = pairStart[k * stride + 1] - 1; e >= pairStart[k * stride]; e--) {
        int at = --start[opportunityOf[e]];
        learner[at] = k;
        affinity[at] = affinityOf[e];
      }
    }
  }
}
