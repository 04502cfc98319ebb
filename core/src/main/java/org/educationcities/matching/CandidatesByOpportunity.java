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
    int[] pairStart = problem.starts();
    int[] opportunityOf = problem.opportunitiesByPair();
    int[] affinityOf = problem.affinitiesByPair();
    int m = problem.opportunityCount();
    start = new int[m + 1];
    learner = new int[opportunityOf.length];
    affinity = new int[opportunityOf.length];
    for (int j : opportunityOf) {
      start[j]++;
    }
    int sum = 0;
    for (int j = 0; j <= m; j++) {
      sum += start[j];
      start[j] = sum;
    }
    // From the end, so that learners rise within each opportunity and start comes out right.
    for (int i = problem.learnerCount() - 1; i >= 0; i--) {
      for (int e = pairStart[i + 1] - 1; e >= pairStart[i]; e--) {
        int at = --start[opportunityOf[e]];
        learner[at] = i;
        affinity[at] = affinityOf[e];
      }
    }
  }
}
