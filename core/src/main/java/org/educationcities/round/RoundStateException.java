package org.educationcities.round;

import org.educationcities.EducationCitiesException;

/** A round does not stand where it would have to for what was asked. */
public final class RoundStateException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  RoundStateException(RoundId id, RoundState from, RoundState to) {
    super(
        "round-state",
        id.value(),
        "A round that is " + from + " cannot become " + to + ".\nMaybe draft another round.");
  }

  RoundStateException(RoundId id, RoundState state) {
    super(
        "round-state",
        id.value(),
        "A round that is " + state + " cannot be edited.\nMaybe withdraw it and draft another.");
  }
}
