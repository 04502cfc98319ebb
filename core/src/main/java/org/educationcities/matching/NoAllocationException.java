package org.educationcities.matching;

import org.educationcities.EducationCitiesException;

/** Lower bounds and fixed placements cannot all be met: there is no allocation at all. */
public final class NoAllocationException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  NoAllocationException(String constraint, long missing) {
    super(
        "matching-no-allocation",
        constraint,
        "No allocation meets every lower bound and fixed placement; '"
            + constraint
            + "' is among those that fall short, by "
            + missing
            + " in all.\nMaybe lower what is asked at least, or take back a fixed placement.");
  }
}
