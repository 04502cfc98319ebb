package org.educationcities.safeguarding;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.LearnerId;

/**
 * That two people together accept, for one learner and one activity, that a condition does not
 * hold. An input to the evaluator and no clearance. Immutable.
 */
public final class ClearanceOverride {

  /** Where it stands; that its time has run out is for the reader to see. */
  public enum State {
    /** One has proposed it; it has no force. */
    PROPOSED,
    /** Two people want it. */
    SECONDED,
    /** It was refused, or taken back. */
    REVOKED
  }

  private final OverrideDocument document;

  ClearanceOverride(OverrideDocument document) {
    this.document = Objects.requireNonNull(document, "document");
  }

  /** Its id. */
  public String id() {
    return document.id();
  }

  /** For whom. */
  public LearnerId learner() {
    return document.learner();
  }

  /** For which activity. */
  public String opportunityId() {
    return document.opportunityId();
  }

  /** Which conditions need not hold. */
  public Set<Overridable> conditions() {
    return document.conditions();
  }

  /** Why, in the words of who proposed it. */
  public String reason() {
    return document.reason();
  }

  /** When it ends. */
  public Instant until() {
    return document.until();
  }

  /** The id of who proposed it. */
  public String proposedBy() {
    return document.proposed().by();
  }

  /** The id of who seconded it, if somebody did. */
  public Optional<String> secondedBy() {
    return Optional.ofNullable(document.seconded()).map(OverrideDocument.Say::by);
  }

  /** Where it stands. */
  public State state() {
    if (document.revoked() != null) {
      return State.REVOKED;
    }
    return document.seconded() == null ? State.PROPOSED : State.SECONDED;
  }

  /** How often something was confirmed on it. */
  public long uses() {
    return document.uses();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "ClearanceOverride[" + id() + "]";
  }
}
