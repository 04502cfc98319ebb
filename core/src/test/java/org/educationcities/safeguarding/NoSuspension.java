package org.educationcities.safeguarding;

import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.UnitOfWork;

/** Where nothing is placed there is nothing to suspend. */
enum NoSuspension implements Suspension {
  INSTANCE;

  @Override
  public void suspend(UnitOfWork unit, LearnerId learner, String opportunityId, String reason) {}

  @Override
  public void suspendWith(UnitOfWork unit, LearnerId learner, String partyId, String reason) {}

  @Override
  public InForce inForceWith(Store store, Set<String> ended, Set<String> changed) {
    return (unit, partyId, reason) -> {};
  }
}
