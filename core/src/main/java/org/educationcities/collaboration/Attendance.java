package org.educationcities.collaboration;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a learner was at a session: logged by the learner, confirmed by the mentor. Only what is
 * confirmed counts as hours.
 *
 * @param session when the session began
 * @param minutes how long the learner was there, 1 to 1440
 * @param loggedAt when the learner said so
 * @param confirmedBy the id of who confirmed it, or null
 */
public record Attendance(
    Instant session, int minutes, Instant loggedAt, @Nullable String confirmedBy) {
  /** An attendance of 1 to 1440 minutes. */
  public Attendance {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(loggedAt, "loggedAt");
    if (minutes < 1 || minutes > 1440) {
      throw new IllegalArgumentException("An attendance lasts 1 to 1440 minutes, not " + minutes);
    }
  }

  /** Whether somebody confirmed it. */
  public boolean isConfirmed() {
    return confirmedBy != null;
  }

  Attendance confirmed(String by) {
    return new Attendance(session, minutes, loggedAt, by);
  }

  /** How long only. */
  @Override
  public String toString() {
    return "Attendance[" + minutes + " min]";
  }
}
