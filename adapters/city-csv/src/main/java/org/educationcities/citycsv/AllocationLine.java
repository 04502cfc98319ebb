package org.educationcities.citycsv;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.round.Placement;

/**
 * One placement as it goes out: ids and numbers, no names.
 *
 * @param learner who
 * @param opportunity where
 * @param affinity 0 to 1000
 * @param price of a place in the opportunity, 0 or more
 * @param byHand whether a planner placed them
 * @param rules the codes of the rules that gave the affinity, in a stable order
 */
public record AllocationLine(
    LearnerId learner,
    OpportunityId opportunity,
    int affinity,
    long price,
    boolean byHand,
    List<String> rules) {
  /** A line with an affinity and a price in their ranges. */
  public AllocationLine {
    rules = ImmutableList.copyOf(rules);
    if (affinity < 0 || affinity > 1000 || price < 0) {
      throw new IllegalArgumentException(
          "An affinity is 0 to 1000 and a price 0 or more, not "
              + affinity
              + " and "
              + price
              + ".");
    }
  }

  /** The line of a placement. */
  public static AllocationLine of(Placement placement, long price, List<String> rules) {
    return new AllocationLine(
        placement.learner(),
        placement.opportunity(),
        placement.affinity(),
        price,
        placement.byHand(),
        rules);
  }
}
