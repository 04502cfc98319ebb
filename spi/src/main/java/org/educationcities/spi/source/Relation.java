package org.educationcities.spi.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's relation to one learner.
 *
 * @param learnerId the learner's id
 * @param mayPermit whether this guardian may give and withdraw permission for the learner
 * @param from the first day it holds, or null if always
 * @param until the last day it holds, or null if it has no end
 */
public record Relation(
    String learnerId, boolean mayPermit, @Nullable LocalDate from, @Nullable LocalDate until) {

  /** A relation whose end, if any, does not come before its beginning. */
  public Relation {
    RecordRule.id(learnerId);
    if (from != null && until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(
          "A relation ends on " + until + ", before it begins on " + from + ".");
    }
  }

  /** Whether the relation holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /** Nothing personal. */
  @Override
  public String toString() {
    return "Relation[…]";
  }
}
