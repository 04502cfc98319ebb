package org.educationcities.safeguarding;

import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Personal;
import org.jspecify.annotations.Nullable;

/**
 * An override as it is stored. It clears nothing: the evaluator reads it.
 *
 * @param uses how often something was confirmed on it: a confirmation writes it rather than only
 *     requiring it, so that the audit tells of each use, and who revokes it meets everything
 *     confirmed before
 */
record OverrideDocument(
    String id,
    LearnerId learner,
    String opportunityId,
    String providerId,
    Set<Overridable> conditions,
    String reason,
    Instant until,
    Say proposed,
    @Nullable Say seconded,
    @Nullable Say revoked,
    long uses) {
  static final int LONGEST_REASON = 2000;

  /** Who said something, in which capacity, and when. */
  record Say(String by, Role role, Instant at) {
    Say {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(at, "at");
    }

    static Say of(Actor actor, Instant at) {
      return new Say(actor.id(), actor.role(), at);
    }

    Say byStandIn(String standIn) {
      return new Say(standIn, role, at);
    }

    /** Nothing of who it was. */
    @Override
    public String toString() {
      return "Say[" + role + ", " + at + "]";
    }
  }

  OverrideDocument {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunityId, "opportunityId");
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(proposed, "proposed");
    conditions = Sets.immutableEnumSet(conditions);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("An override names at least one condition.");
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "The reason of an override has 1 to "
              + LONGEST_REASON
              + " characters, not "
              + reason.length()
              + ".");
    }
  }

  OverrideDocument seconded(Say by) {
    return with(proposed, by, revoked, uses);
  }

  OverrideDocument revoked(Say by) {
    return with(proposed, seconded, by, uses);
  }

  OverrideDocument used() {
    return with(proposed, seconded, revoked, uses + 1);
  }

  /** With another id in the place of somebody's, wherever they said something. */
  OverrideDocument without(String person, String standIn) {
    return with(
        replaced(proposed, person, standIn),
        seconded == null ? null : replaced(seconded, person, standIn),
        revoked == null ? null : replaced(revoked, person, standIn),
        uses);
  }

  /** With another reason, where it is given to somebody who is not told the true one. */
  OverrideDocument withReason(String told) {
    return new OverrideDocument(
        id,
        learner,
        opportunityId,
        providerId,
        conditions,
        told,
        until,
        proposed,
        seconded,
        revoked,
        uses);
  }

  private static Say replaced(Say say, String person, String standIn) {
    return say.by().equals(person) ? say.byStandIn(standIn) : say;
  }

  private OverrideDocument with(
      Say newProposed, @Nullable Say newSeconded, @Nullable Say newRevoked, long newUses) {
    return new OverrideDocument(
        id,
        learner,
        opportunityId,
        providerId,
        conditions,
        reason,
        until,
        newProposed,
        newSeconded,
        newRevoked,
        newUses);
  }

  /** Whether it still waits for the second of the two. */
  boolean isWaiting() {
    return seconded == null && revoked == null;
  }

  /** Whether what may be decided from both is the same. */
  boolean saysTheSameAs(OverrideDocument other) {
    return with(proposed, seconded, revoked, 0)
        .equals(other.with(other.proposed, other.seconded, other.revoked, 0));
  }

  /** Since when it has no force any more. */
  Optional<Instant> overSince() {
    return Optional.of(revoked != null && revoked.at().isBefore(until) ? revoked.at() : until);
  }

  /**
   * When it ends under a rule; empty if it has no force at a moment: not seconded, revoked, run
   * out, by roles that may not any more, by fewer than two people, by somebody erased, or by
   * somebody who would be there.
   */
  Optional<Instant> endsUnder(OverrideRule rule, Activity activity, Instant now) {
    Say second = seconded;
    if (second == null || revoked != null || !isAbout(activity)) {
      return Optional.empty();
    }
    boolean byTwo =
        !second.by().equals(proposed.by())
            && counts(proposed, rule, activity)
            && counts(second, rule, activity)
            && (proposed.role() == Role.SAFEGUARDING_LEAD
                || second.role() == Role.SAFEGUARDING_LEAD);
    Instant longest = proposed.at().plus(rule.longest());
    Instant end = until.isBefore(longest) ? until : longest;
    return byTwo && now.isBefore(end) ? Optional.of(end) : Optional.empty();
  }

  private boolean isAbout(Activity activity) {
    return learner.equals(activity.learner())
        && opportunityId.equals(activity.opportunityId())
        && providerId.equals(activity.providerId());
  }

  private boolean counts(Say say, OverrideRule rule, Activity activity) {
    return rule.roles().contains(say.role())
        && !Personal.isStandIn(say.by())
        && !say.by().equals(learner.value())
        && !say.by().equals(providerId)
        && !activity.adultIds().contains(say.by());
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "OverrideDocument[" + id + "]";
  }
}
