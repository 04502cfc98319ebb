package org.educationcities.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a repair starts from: an allocation of before, by ids, held in memory or stored.
 *
 * @param placeOf by learner, the opportunity where they had a place
 * @param withoutPlace the learners who were there and had none; whoever is in neither is new
 * @param prices by opportunity, the price of a place; those missing count as 0. They only make the
 *     repair quick, and decide nothing
 */
public record PlacementsBefore(
    Map<String, String> placeOf, Set<String> withoutPlace, Map<String, Long> prices) {
  /** Placements, copied. */
  public PlacementsBefore {
    placeOf = Map.copyOf(placeOf);
    withoutPlace = Set.copyOf(withoutPlace);
    prices = Map.copyOf(prices);
    for (String each : withoutPlace) {
      if (placeOf.containsKey(each)) {
        throw new IllegalArgumentException(
            "Learner '" + each + "' is told both to have had a place and to have had none.");
      }
    }
  }

  /** What an allocation gave. */
  public static PlacementsBefore of(Allocation allocation) {
    AllocationProblem problem = allocation.problem();
    Map<String, String> placeOf = new HashMap<>();
    Set<String> withoutPlace = new HashSet<>();
    for (int i = 0; i < problem.learnerCount(); i++) {
      int j = allocation.placeOf(i);
      if (j == Allocation.UNPLACED) {
        withoutPlace.add(problem.learners().get(i));
      } else {
        placeOf.put(problem.learners().get(i), problem.opportunities().get(j));
      }
    }
    Map<String, Long> prices = new HashMap<>();
    for (int j = 0; j < problem.opportunityCount(); j++) {
      if (allocation.price(j) > 0) {
        prices.put(problem.opportunities().get(j), allocation.price(j));
      }
    }
    return new PlacementsBefore(placeOf, withoutPlace, prices);
  }

  /** Whether a learner had a place, or is new: such learners come first in a repair. */
  public boolean comesFirst(String learner) {
    return !withoutPlace.contains(learner);
  }
}
