package org.educationcities.safeguarding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a guardian permits: this activity of this provider, from one day to another. Apart from any
 * legal basis for keeping data.
 *
 * @param opportunityId the activity
 * @param givenBy the id of the guardian, or of the learner where the policy lets them
 * @param from the first day
 * @param until the last day
 * @param accompanied whether they see to it that the learner is brought and fetched: the policy's
 *     farthest way without company is not asked then
 */
public record Permission(
    String opportunityId, String givenBy, LocalDate from, LocalDate until, boolean accompanied) {
  /** A permission whose days are in order. */
  public Permission {
    Objects.requireNonNull(opportunityId, "opportunityId");
    Objects.requireNonNull(givenBy, "givenBy");
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("A permission ends on or after the day it begins.");
    }
  }

  /** A permission to go there without company. */
  public Permission(String opportunityId, String givenBy, LocalDate from, LocalDate until) {
    this(opportunityId, givenBy, from, until, false);
  }

  /** Whether it covers a day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Nothing of whom it tells. */
  @Override
  public String toString() {
    return "Permission[…]";
  }
}
