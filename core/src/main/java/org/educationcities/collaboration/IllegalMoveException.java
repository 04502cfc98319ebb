package org.educationcities.collaboration;

import org.educationcities.EducationCitiesException;

/** A collaboration does not stand where it would have to for what was asked. It stays as it was. */
public final class IllegalMoveException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  IllegalMoveException(CollaborationId id, CollaborationState from, CollaborationState to) {
    super(
        "collaboration-state",
        id.value(),
        "A collaboration that is "
            + from
            + " cannot become "
            + to
            + ".\nMaybe somebody else moved it meanwhile, or a step was left out.");
  }

  IllegalMoveException(CollaborationId id, CollaborationState state, String act) {
    super(
        "collaboration-state",
        id.value(),
        "A collaboration that is "
            + state
            + " does not let anybody "
            + act
            + ".\nMaybe somebody else moved it meanwhile.");
  }

  IllegalMoveException(CollaborationId id, String act, String maybe) {
    super("collaboration-state", id.value(), "Nobody can " + act + " here.\n" + maybe);
  }
}
