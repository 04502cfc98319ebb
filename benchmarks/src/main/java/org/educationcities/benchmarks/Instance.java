package org.educationcities.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.educationcities.matching.AllocationProblem;

/**
 * A problem in plain arrays, as every solver gets it: pairs by learner.
 *
 * @param name told in the table
 * @param places by opportunity
 * @param start by learner, one more at the end
 * @param opportunityOf by pair, rising within a learner
 * @param affinityOf by pair
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all solvers, copied by none
record Instance(String name, int[] places, int[] start, int[] opportunityOf, int[] affinityOf) {

  int learners() {
    return start.length - 1;
  }

  int pairs() {
    return opportunityOf.length;
  }

  /** Ids are made once, outside of what is timed: an embedding system has them. */
  AllocationProblem problem(List<String> learnerIds, List<String> opportunityIds) {
    return AllocationProblem.of(
        learnerIds, opportunityIds, places, start, opportunityOf, affinityOf);
  }

  static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
