package org.educationcities.matching;

import org.educationcities.EducationCitiesException;

/** The search met no allocation that keeps all lower bounds; there may be one all the same. */
public final class NoAllocationFoundException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  NoAllocationFoundException(ProblemClass found, long lacking) {
    super(
        "matching-no-allocation-found",
        found.outside(),
        "The search found no allocation that meets every lower bound: the last one lacked "
            + lacking
            + " learners in all. Whether there is any is not known, since '"
            + found.outside()
            + "' is outside the exact class.\nMaybe give it more steps, or lower what is asked at least.");
  }
}
