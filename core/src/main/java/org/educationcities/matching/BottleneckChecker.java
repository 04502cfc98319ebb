package org.educationcities.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks bottlenecks by counting, without the search that found them: each group's pairs lead to
 * its own opportunities alone, it has fewer places than learners, groups share nothing; and the
 * placements shown leave out no more than the groups say must be. Linear in the pairs.
 */
public final class BottleneckChecker {

  private BottleneckChecker() {}

  /** What is wrong, if anything. */
  public static Optional<String> flaw(Bottlenecks found) {
    AllocationProblem problem = found.problem();
    Map<String, Integer> learners = new HashMap<>();
    for (int i = 0; i < problem.learnerCount(); i++) {
      learners.put(problem.learners().get(i), i);
    }
    Map<String, Integer> places = new HashMap<>();
    for (int j = 0; j < problem.opportunityCount(); j++) {
      places.put(problem.opportunities().get(j), problem.places(j));
    }
    Set<String> seen = new HashSet<>();
    long mustGoWithout = 0;
    for (int g = 0; g < found.groups().size(); g++) {
      Bottleneck group = found.groups().get(g);
      Set<String> own = new HashSet<>(group.opportunities());
      long sum = 0;
      for (String each : own) {
        Integer count = places.remove(each);
        if (count == null) {
          return Optional.of("Group " + g + " names an opportunity that is no longer to be had.");
        }
        sum = Math.addExact(sum, count);
      }
      if (own.size() != group.opportunities().size() || sum != group.places()) {
        return Optional.of("Group " + g + " has " + sum + " places.");
      }
      for (String each : group.learners()) {
        Integer i = learners.get(each);
        if (i == null || !seen.add(each)) {
          return Optional.of("Group " + g + " names a learner who is not there, or named twice.");
        }
        for (int e = problem.start(i); e < problem.start(i + 1); e++) {
          if (!own.contains(problem.opportunities().get(problem.opportunityOf(e)))) {
            return Optional.of("A pair of learner " + i + " leads out of group " + g + ".");
          }
        }
      }
      if (group.learners().size() <= sum) {
        return Optional.of("Group " + g + " has places for all.");
      }
      mustGoWithout += group.learners().size() - sum;
    }
    return flawOfPlacements(found, mustGoWithout);
  }

  private static Optional<String> flawOfPlacements(Bottlenecks found, long mustGoWithout) {
    AllocationProblem problem = found.problem();
    long[] taken = new long[problem.opportunityCount()];
    long without = 0;
    for (int i = 0; i < problem.learnerCount(); i++) {
      int place = found.placeOf(i);
      boolean isPair = false;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        isPair |= problem.opportunityOf(e) == place;
      }
      if (place == Allocation.UNPLACED) {
        without++;
      } else if (!isPair || ++taken[place] > problem.places(place)) {
        return Optional.of("Learner " + i + " is placed where they cannot be.");
      }
    }
    return without == mustGoWithout
        ? Optional.empty()
        : Optional.of(without + " are left out, " + mustGoWithout + " must be.");
  }
}
