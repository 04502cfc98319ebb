package org.educationcities.matching;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.educationcities.matching.FairFigures.Measure;

/**
 * Counts {@link FairFigures}: first every placement, then every pair that might have been one.
 * Linear in these.
 */
final class FigureCount {
  private static final int NONE = Integer.MIN_VALUE;

  private final int[] bestOf;
  private final int[] leastHeldAt;
  private final boolean[] hasFirstWish;
  private final boolean[] envies;
  private int placements;
  private long total;
  private int lowest = Integer.MAX_VALUE;

  FigureCount(int learners, int opportunities) {
    bestOf = new int[learners];
    Arrays.fill(bestOf, NONE);
    leastHeldAt = new int[opportunities];
    Arrays.fill(leastHeldAt, Integer.MAX_VALUE);
    hasFirstWish = new boolean[learners];
    envies = new boolean[learners];
  }

  /** The figures of chosen pairs where nobody told wishes. */
  static FairFigures of(AllocationProblem problem, IntPredicate isChosen) {
    FigureCount count = new FigureCount(problem.learnerCount(), problem.opportunityCount());
    for (int i = 0; i < problem.learnerCount(); i++) {
      int most = 0;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        most = Math.max(most, problem.affinityOf(e));
      }
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        if (isChosen.test(e)) {
          int affinity = problem.affinityOf(e);
          count.holds(i, problem.opportunityOf(e), affinity, affinity == most);
        }
      }
    }
    for (int i = 0; i < problem.learnerCount(); i++) {
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        count.mightHave(i, problem.opportunityOf(e), problem.affinityOf(e));
      }
    }
    return count.figures(Measure.AFFINITY);
  }

  /** The figures of one place each where nobody told wishes. */
  static FairFigures of(AllocationProblem problem, int[] placeOf) {
    boolean[] chosen = new boolean[problem.pairCount()];
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != Allocation.UNPLACED) {
        chosen[problem.pair(i, placeOf[i])] = true;
      }
    }
    return of(problem, pair -> chosen[pair]);
  }

  /** A placement, of which more is better. */
  void holds(int learner, int opportunity, int worth, boolean isFirstWish) {
    placements++;
    total += worth;
    lowest = Math.min(lowest, worth);
    bestOf[learner] = Math.max(bestOf[learner], worth);
    leastHeldAt[opportunity] = Math.min(leastHeldAt[opportunity], worth);
    hasFirstWish[learner] |= isFirstWish;
  }

  /** A pair, once all placements are told. */
  void mightHave(int learner, int opportunity, int worth) {
    envies[learner] |= worth > bestOf[learner] && leastHeldAt[opportunity] < worth;
  }

  FairFigures figures(Measure measure) {
    int placed = 0;
    int firstWishes = 0;
    int envious = 0;
    for (int i = 0; i < bestOf.length; i++) {
      placed += bestOf[i] == NONE ? 0 : 1;
      firstWishes += hasFirstWish[i] ? 1 : 0;
      envious += envies[i] ? 1 : 0;
    }
    return new FairFigures(
        measure,
        bestOf.length,
        placed,
        placements,
        Math.abs(total),
        placements == 0 ? 0 : Math.abs(lowest),
        firstWishes,
        envious);
  }
}
