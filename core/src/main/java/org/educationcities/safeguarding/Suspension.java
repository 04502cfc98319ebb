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
   * Looks for what is confirmed or running with some adults or providers, with whom nothing new can
   * be confirmed meanwhile. Asks the host what it takes to ask about it again.
   *
   * @param ended with whom nothing may go on
   * @param changed with whom something may go on
   */
  InForce inForceWith(Store store, Set<String> ended, Set<String> changed);

  /** What was found to be in force with some parties. */
  interface InForce {

    /**
     * Within the transaction that takes away or changes what it rested on, after that was written:
     * suspends all of it that is with a party that ended; asks again about what is with one that
     * changed, and suspends what is not cleared any more. May run again.
     */
    void settle(UnitOfWork unit, String partyId, String reason);
  }
}
