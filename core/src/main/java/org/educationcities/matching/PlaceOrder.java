package org.educationcities.matching;

/**
 * The strict order in which places put pairs: priority, then the lottery's number, then the lesser
 * learner's and opportunity's id. Most comparisons are settled by one long.
 */
final class PlaceOrder {
  private final StableProblem problem;
  private final boolean single;
  private final long[] learnerNumber;
  private final long[] opportunityNumber;

  PlaceOrder(StableProblem problem, Lottery lottery) {
    this.problem = problem;
    single = lottery.kind() == Lottery.Kind.SINGLE;
    learnerNumber = lottery.hashes("learner", problem.learnerIds);
    opportunityNumber =
        single ? new long[0] : lottery.hashes("opportunity", problem.opportunityIds);
  }

  /** The priority above the first half of the lottery's number: greater is first. */
  long key(int pair, int learner) {
    long number = number(learner, problem.opportunity[pair]);
    int priority = problem.priority == null ? 0 : problem.priority[pair];
    return (long) priority << 32 | number >>> 32;
  }

  /** Whether one pair is before another of the same place, given their keys. */
  boolean isBefore(
      long key, int learner, int opportunity, long otherKey, int otherLearner, int other) {
    if (key != otherKey) {
      return key > otherKey;
    }
    int order = Long.compareUnsigned(number(learner, opportunity), number(otherLearner, other));
    if (order != 0) {
      return order > 0;
    }
    order = problem.learnerIds[learner].compareTo(problem.learnerIds[otherLearner]);
    if (order != 0) {
      return order < 0;
    }
    return problem.opportunityIds[opportunity].compareTo(problem.opportunityIds[other]) < 0;
  }

  private long number(int learner, int opportunity) {
    return single
        ? learnerNumber[learner]
        : Lottery.mix(learnerNumber[learner] + opportunityNumber[opportunity]);
  }
}
