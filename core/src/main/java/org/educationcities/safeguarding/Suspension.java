package org.educationcities.safeguarding;

import org.educationcities.people.LearnerId;
import org.educationcities.persistence.UnitOfWork;

/**
 * What ends a learner's presence in a place at once, within the transaction that takes away what it
 * rested on.
 */
public interface Suspension {

  /** Suspends whatever is confirmed or running for a learner with an activity. */
  void suspend(UnitOfWork unit, LearnerId learner, String opportunityId, String reason);

  /** Suspends whatever is confirmed or running for a learner with a provider or an adult. */
  void suspendWith(UnitOfWork unit, LearnerId learner, String partyId, String reason);
}
