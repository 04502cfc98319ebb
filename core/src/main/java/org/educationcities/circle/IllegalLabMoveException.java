package org.educationcities.circle;

import org.educationcities.EducationCitiesException;

/**
 * An innovation lab does not stand where it would have to for what was asked. It stays as it was.
 */
public final class IllegalLabMoveException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  IllegalLabMoveException(Challenge challenge, String happened, String maybe) {
    super("lab-stage", challenge.city().value(), happened + "\n" + maybe);
  }
}
