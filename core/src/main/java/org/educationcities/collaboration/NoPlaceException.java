package org.educationcities.collaboration;

import org.educationcities.EducationCitiesException;
import org.educationcities.resource.OpportunityId;

/** Every place of an opportunity is held. Nothing was proposed. */
public final class NoPlaceException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  NoPlaceException(OpportunityId opportunity, int capacity) {
    super(
        "no-place",
        opportunity.value(),
        "All " + capacity + " places are held.\nMaybe join the waitlist.");
  }
}
