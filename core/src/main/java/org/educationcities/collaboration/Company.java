package org.educationcities.collaboration;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.safeguarding.Activity;
import org.educationcities.safeguarding.ClearanceNote;

/**
 * Those who are in force in an opportunity already, within one transaction: by the rules of their
 * own age they may be with so many others and no more, whatever the age of who is to join them.
 *
 * <p>To be asked after the transaction rests on the places of the opportunity. Nobody can have been
 * confirmed since with fewer in mind: more are there only after the places were written, and
 * whoever was confirmed before that is found here.
 */
final class Company {
  private final UnitOfWork unit;
  private final Instant now;
  private final Map<String, Long> most = new HashMap<>();

  Company(UnitOfWork unit, Instant now) {
    this.unit = unit;
    this.now = now;
  }

  /** Whether nobody who is there already would be with more learners than they may be. */
  boolean admits(Activity activity) {
    return activity.learnersPresent()
        <= most.computeIfAbsent(activity.opportunityId(), this::mostIn);
  }

  private long mostIn(String opportunity) {
    return PlacementSuspension.all(unit, "opportunity", opportunity).stream()
        .map(Stored::value)
        .filter(each -> each.isInForce(now))
        .map(Collaboration::clearance)
        .flatMap(Optional::stream)
        .map(ClearanceNote::mostPresent)
        .flatMap(Optional::stream)
        .mapToLong(each -> each)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
