package org.educationcities.collaboration;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;

/**
 * Who is expected where and when, and with which adults.
 *
 * @param placement by which they are expected
 * @param learner who
 * @param opportunity where
 * @param session when
 * @param adultIds the vetted adults who are with them
 * @param state what is known of their coming
 */
public record ExpectedArrival(
    CollaborationId placement,
    LearnerId learner,
    OpportunityId opportunity,
    Session session,
    Set<String> adultIds,
    State state) {

  /** What is known of somebody's coming. */
  public enum State {
    /** Nothing yet. */
    EXPECTED,
    /** They are there. */
    ARRIVED,
    /** They were not marked as there in time: guardians and school were told. */
    MISSED
  }

  /** An expectation. */
  public ExpectedArrival {
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunity, "opportunity");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(state, "state");
    adultIds = ImmutableSortedSet.copyOf(adultIds);
  }

  /** The placement and what is known only: who and when is personal. */
  @Override
  public String toString() {
    return "ExpectedArrival[" + placement + ", " + state + "]";
  }
}
