package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.resource.OpportunityId;

/**
 * What a planner sees of an opportunity: how many places there are, and how each placement stands,
 * by pseudonym. No child's id, age, needs, school or address. Immutable.
 *
 * @param opportunity which
 * @param places how many there are
 * @param held how many are held, from a proposal until it has ended
 * @param waiting how many learners wait for one
 * @param placements those that hold a place
 */
public record PlannerView(
    OpportunityId opportunity, int places, int held, int waiting, List<Line> placements) {

  /**
   * One placement.
   *
   * @param id by which it is confirmed or called off
   * @param pseudonym what planners call the learner by: the same in every opportunity, and no
   *     provider's
   * @param state where it stands
   * @param inForce whether the learner may be there at the moment of the view
   */
  public record Line(
      CollaborationId id, String pseudonym, CollaborationState state, boolean inForce) {
    /** A placement. */
    public Line {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(pseudonym, "pseudonym");
      Objects.requireNonNull(state, "state");
    }

    /** The placement only. */
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** A view. */
  public PlannerView {
    Objects.requireNonNull(opportunity, "opportunity");
    placements = ImmutableList.copyOf(placements);
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "PlannerView[" + opportunity + ", " + held + "/" + places + "]";
  }
}
