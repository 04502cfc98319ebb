package org.educationcities.collaboration;

import org.educationcities.EducationCitiesException;

/** A clearance does not let this collaboration be confirmed. It stays as it was. */
public final class NotClearedException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  NotClearedException(CollaborationId id, String why) {
    super(
        "not-cleared",
        id.value(),
        "This cannot be confirmed: " + why + ".\nMaybe ask the evaluator for a new clearance.");
  }
}
