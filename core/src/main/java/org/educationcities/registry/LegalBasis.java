package org.educationcities.registry;

import java.time.Instant;
import java.util.Objects;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.jspecify.annotations.Nullable;

/**
 * On what ground of data protection something is done with a learner's data, who said so, and until
 * when. It is no permission: it lets nobody go anywhere, and a permission to go somewhere is no
 * ground to process data.
 *
 * @param learner whose data
 * @param purpose what for
 * @param ground on what ground; null where it was only ever stopped
 * @param statedBy the id of who stated or stopped it
 * @param statedAs in which role
 * @param statedAt when it was stated, or stopped
 * @param until when it ends by itself; null for no end
 * @param stopped whether consent was withdrawn, or it was objected to
 */
public record LegalBasis(
    LearnerId learner,
    Purpose purpose,
    @Nullable Ground ground,
    String statedBy,
    Role statedAs,
    Instant statedAt,
    @Nullable Instant until,
    boolean stopped) {

  /** What data are processed for. Each is asked for where it is done. */
  public enum Purpose {
    /** Recommendations, snapshots and the rounds made of them. */
    MATCHING
  }

  /** The grounds of article 6(1) of Regulation (EU) 2016/679, in its words. */
  public enum Ground {
    /** Consent, which may be withdrawn at any time: article 7(3). */
    CONSENT,
    /** Performance of a contract. */
    CONTRACT,
    /** Compliance with a legal obligation. */
    LEGAL_OBLIGATION,
    /** Protection of vital interests. */
    VITAL_INTERESTS,
    /** A task carried out in the public interest; may be objected to: article 21(1). */
    PUBLIC_TASK,
    /** Legitimate interests; may be objected to: article 21(1). */
    LEGITIMATE_INTERESTS;

    /** Whether the learner's side can stop what rests on it. */
    public boolean mayBeStopped() {
      return this == CONSENT || this == PUBLIC_TASK || this == LEGITIMATE_INTERESTS;
    }
  }

  /** A basis. */
  public LegalBasis {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(statedBy, "statedBy");
    Objects.requireNonNull(statedAs, "statedAs");
    Objects.requireNonNull(statedAt, "statedAt");
    if (ground == null && !stopped) {
      throw new IllegalArgumentException("What is not stopped rests on a ground.");
    }
  }

  /** Whether data may be processed by it at a moment. */
  public boolean holdsAt(Instant moment) {
    return !stopped && (until == null || moment.isBefore(until));
  }

  /** The purpose only: whose it is is personal. */
  @Override
  public String toString() {
    return "LegalBasis[" + purpose + "]";
  }
}
