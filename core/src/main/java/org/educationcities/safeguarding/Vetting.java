package org.educationcities.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * That an adult was vetted: the decision, never the certificate's content.
 *
 * @param adultId who
 * @param kind which check it was, by the policy's name for it; never the certificate's content
 * @param decision what was decided
 * @param issuedOn when
 * @param checkedBy the id of who checked it
 * @param onHold whether another is about to take its place: nothing new is confirmed by it, and
 *     what is in force by it ends or is asked about again together with it; set by the library
 *     alone
 */
public record Vetting(
    String adultId,
    String kind,
    Decision decision,
    LocalDate issuedOn,
    String checkedBy,
    boolean onHold) {

  /** What a vetting decides. */
  public enum Decision {
    /** May be with learners. */
    CLEARED,
    /** Must not be with learners; no override ever. */
    BARRED,
    /** Not vetted, or withdrawn. */
    NONE
  }

  /** A vetting. */
  public Vetting {
    Objects.requireNonNull(adultId, "adultId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(checkedBy, "checkedBy");
  }

  /** A vetting that stands. */
  public Vetting(
      String adultId, String kind, Decision decision, LocalDate issuedOn, String checkedBy) {
    this(adultId, kind, decision, issuedOn, checkedBy, false);
  }

  Vetting held() {
    return new Vetting(adultId, kind, decision, issuedOn, checkedBy, true);
  }

  /** Whether somebody may be with this adult by it, if it is of a kind that counts. */
  boolean clears() {
    return decision == Decision.CLEARED && !onHold;
  }

  /** Since when the time runs for which it is kept; that somebody is barred is never over. */
  Optional<Instant> overSince() {
    return decision == Decision.BARRED
        ? Optional.empty()
        : Optional.of(issuedOn.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Nothing: of whom it is and what was decided is theirs. */
  @Override
  public String toString() {
    return "Vetting[…]";
  }
}
