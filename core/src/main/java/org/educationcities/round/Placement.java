package org.educationcities.round;

import java.util.Objects;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;

/**
 * One learner in one opportunity.
 *
 * @param learner who
 * @param opportunity where
 * @param affinity 0 to 1000
 * @param byHand whether a planner placed them rather than the engine
 */
public record Placement(
    LearnerId learner, OpportunityId opportunity, int affinity, boolean byHand) {
  /** A placement with an affinity in its range. */
  public Placement {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunity, "opportunity");
    if (affinity < 0 || affinity > 1000) {
      throw new IllegalArgumentException("An affinity is 0 to 1000, not " + affinity + ".");
    }
  }
}
