package org.educationcities.matching;

import java.util.concurrent.Executor;

/**
 * Solves over lists, looks over all eligible pairs for any that the prices leave more for, adds
 * them and solves again from where it stands, until there are none (column generation; Dantzig and
 * Wolfe 1960). Each pass adds at least one pair, so it ends.
 */
final class CityPricing {
  private final CandidateSearch search;
  private final Executor executor;
  private final int parts;
  private final Certificate.Covers covers;

  CityPricing(CandidateSearch search, Executor executor, int parts, Certificate.Covers covers) {
    this.search = search;
    this.executor = executor;
    this.parts = parts;
    this.covers = covers;
  }

  PricedAllocation solve(int candidates, Stop stop) {
    AllocationProblem problem = search.best(candidates, executor, parts);
    Allocation found = AllocationSession.open(problem, stop::isAsked).allocation();
    int passes = 1;
    int added = 0;
    while (true) {
      stop.check();
      int[] better = search.improving(found, executor, parts);
      int more = 0;
      for (int each : better) {
        more += each < 0 ? 0 : 1;
      }
      if (more == 0) {
        return new PricedAllocation(found.covering(covers), passes, added);
      }
      problem = with(problem, better, more);
      found = AllocationSession.resume(problem, found).allocation();
      added += more;
      passes++;
    }
  }

  private AllocationProblem with(AllocationProblem problem, int[] better, int more) {
    int n = problem.learnerCount();
    int[] start = new int[n + 1];
    int[] opportunityOf = new int[Math.addExact(problem.pairCount(), more)];
    int[] affinityOf = new int[opportunityOf.length];
    int at = 0;
    for (int i = 0; i < n; i++) {
      int pending = better[i];
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        if (pending >= 0 && pending < problem.opportunityOf(e)) {
          opportunityOf[at] = pending;
          affinityOf[at++] = search.eligibleAffinity(i, pending);
          pending = -1;
        }
        opportunityOf[at] = problem.opportunityOf(e);
        affinityOf[at++] = problem.affinityOf(e);
      }
      if (pending >= 0) {
        opportunityOf[at] = pending;
        affinityOf[at++] = search.eligibleAffinity(i, pending);
      }
      start[i + 1] = at;
    }
    return problem.withPairs(start, opportunityOf, affinityOf);
  }
}
