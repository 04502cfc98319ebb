package org.educationcities.collaboration;

import java.util.Objects;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;

/**
 * That a learner be placed in an opportunity.
 *
 * @param learner who
 * @param opportunity where
 * @param origin what it came from, such as a round's id; the same origin, learner and opportunity
 *     are the same placement, however often they are proposed
 */
public record Proposal(LearnerId learner, OpportunityId opportunity, String origin) {
  /** A proposal. */
  public Proposal {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunity, "opportunity");
    Objects.requireNonNull(origin, "origin");
  }

  /** The id of the placement it becomes. */
  public CollaborationId placement() {
    return CollaborationId.within(
        opportunity.value(), origin, learner.value(), opportunity.value());
  }

  /** What became of a proposal. */
  public enum Answer {
    /** It is put forward, and holds a place. */
    PROPOSED,
    /** It was put forward before, or the learner holds a place there already. */
    THERE_ALREADY,
    /** Every place is held. */
    NO_PLACE,
    /** The host knows no such learner, or nothing is left of the opportunity. */
    UNKNOWN
  }

  /**
   * A proposal with what became of it.
   *
   * @param proposal the proposal
   * @param answer what became of it
   */
  public record Outcome(Proposal proposal, Answer answer) {}

  /** The opportunity only. */
  @Override
  public String toString() {
    return "Proposal[" + opportunity + "]";
  }
}
