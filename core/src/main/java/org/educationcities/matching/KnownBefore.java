package org.educationcities.matching;

import java.util.HashMap;
import java.util.Map;

/**
 * What was before, in the numbers of a problem: looked up by id once, and shared, never written.
 */
final class KnownBefore {
  final PlacementsBefore placements;

  /** By learner, where they had a place, or {@link Allocation#UNPLACED}. */
  final int[] placeOf;

  /** By learner, whether they had a place or are new. */
  final boolean[] comesFirst;

  KnownBefore(AllocationProblem problem, PlacementsBefore placements) {
    this.placements = placements;
    Map<String, Integer> numbers = new HashMap<>();
    for (int j = 0; j < problem.opportunityCount(); j++) {
      numbers.put(problem.opportunities().get(j), j);
    }
    this.placeOf = new int[problem.learnerCount()];
    this.comesFirst = new boolean[placeOf.length];
    for (int i = 0; i < placeOf.length; i++) {
      String learner = problem.learners().get(i);
      String place = placements.placeOf().get(learner);
      Integer j = place == null ? null : numbers.get(place);
      placeOf[i] = j == null ? Allocation.UNPLACED : j;
      comesFirst[i] = placements.comesFirst(learner);
    }
  }
}
