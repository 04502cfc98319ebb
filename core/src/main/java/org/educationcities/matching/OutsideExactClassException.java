package org.educationcities.matching;

import org.educationcities.EducationCitiesException;

/** A problem that is no flow was given to a solver that is exact for flows only. */
public final class OutsideExactClassException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  OutsideExactClassException(ProblemClass found) {
    super(
        "matching-outside-exact-class",
        found.outside(),
        "'"
            + found.outside()
            + "' is outside the exact class: "
            + found.reason()
            + "\nMaybe leave it out, or ask BestTotal.answer, which gives the best found with a bound.");
  }
}
