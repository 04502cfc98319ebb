package org.educationcities.view;

import java.time.LocalDate;
import java.util.Objects;
import org.educationcities.resource.OpportunityId;

/**
 * One permission as the learner's side sees it: never who of the others gave it.
 *
 * @param opportunity for what
 * @param from the first day
 * @param until the last day
 * @param accompanied whether the learner is brought and fetched
 * @param byYou whether whoever looks gave it themselves
 */
public record PermissionLine(
    OpportunityId opportunity,
    LocalDate from,
    LocalDate until,
    boolean accompanied,
    boolean byYou) {
  /** A permission. */
  public PermissionLine {
    Objects.requireNonNull(opportunity, "opportunity");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** The activity only. */
  @Override
  public String toString() {
    return "PermissionLine[" + opportunity + "]";
  }
}
