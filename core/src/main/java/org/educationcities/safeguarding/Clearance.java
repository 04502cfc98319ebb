package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;

/**
 * Proof that this learner may be in this place at these times. Only the {@link ClearanceEvaluator}
 * makes one. It is bound to one version of what would be confirmed and of the policy, and ends when
 * the first of its conditions does. Immutable.
 */
public final class Clearance {
  private final String subjectId;
  private final long subjectVersion;
  private final int policyVersion;
  private final Instant factsAsOf;
  private final Instant expiresAt;
  private final List<Stored<?>> anchors;

  /**
   * Not reachable from outside the room: there is no other way to a clearance than to be evaluated.
   */
  Clearance(
      Activity activity,
      int policyVersion,
      Instant factsAsOf,
      Instant expiresAt,
      List<Stored<?>> anchors) {
    this.subjectId = activity.subjectId();
    this.subjectVersion = activity.subjectVersion();
    this.policyVersion = policyVersion;
    this.factsAsOf = factsAsOf;
    this.expiresAt = expiresAt;
    this.anchors = ImmutableList.copyOf(anchors);
  }

  /** What it clears. */
  public String subjectId() {
    return subjectId;
  }

  /** The version of what it clears. */
  public long subjectVersion() {
    return subjectVersion;
  }

  /** The version of the policy it was decided by. */
  public int policyVersion() {
    return policyVersion;
  }

  /** The moment as of which the host's facts were true. */
  public Instant factsAsOf() {
    return factsAsOf;
  }

  /** When it ends: the earliest end of any condition. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Lets a transaction commit only if everything that the clearance rests on is still as it was.
   */
  public void requireAll(UnitOfWork unit) {
    anchors.forEach(unit::require);
  }

  @Override
  public String toString() {
    return "Clearance[" + subjectId + "@" + subjectVersion + ", until " + expiresAt + "]";
  }
}
