package org.educationcities.safeguarding;

import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
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

  /**
   * Suspends whatever is confirmed or running with some adults or providers, in transactions of its
   * own, after what it rested on was taken away: what was confirmed before is found, and nothing
   * can be confirmed on it after.
   */
  void suspendEverywhere(Store store, Set<String> partyIds, String reason);

  /**
   * Asks again about whatever is confirmed or running with some adults or providers, after what it
   * rested on has changed, and suspends what is no longer cleared.
   */
  void lookAgain(Store store, Set<String> partyIds);
}
