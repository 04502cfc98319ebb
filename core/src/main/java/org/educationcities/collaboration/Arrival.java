package org.educationcities.collaboration;

import java.time.Instant;
import java.util.Objects;
import org.educationcities.people.LearnerId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one learner's coming to one session. There is none until they are marked as
 * there or missed.
 *
 * @param placement by which they were expected
 * @param learner who
 * @param session when it began
 * @param arrivedAt when they were marked as there; null if they were not
 * @param missedAt when they were missed; null if they never were
 */
record Arrival(
    CollaborationId placement,
    LearnerId learner,
    Instant session,
    @Nullable Instant arrivedAt,
    @Nullable Instant missedAt) {
  Arrival {
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(session, "session");
    if (arrivedAt == null && missedAt == null) {
      throw new IllegalArgumentException("An arrival tells that somebody came or was missed.");
    }
  }

  /** The same for the same session of a placement; it tells neither. */
  static String idOf(CollaborationId placement, Instant session) {
    return CollaborationId.of("arrival", placement.value(), session.toString()).value();
  }

  String id() {
    return idOf(placement, session);
  }

  Arrival arrived(Instant at) {
    return new Arrival(placement, learner, session, at, missedAt);
  }

  ExpectedArrival.State state() {
    return arrivedAt != null ? ExpectedArrival.State.ARRIVED : ExpectedArrival.State.MISSED;
  }

  /** Its id, which tells nothing: where a child is when is in no log. */
  @Override
  public String toString() {
    return "Arrival[" + id() + "]";
  }
}
