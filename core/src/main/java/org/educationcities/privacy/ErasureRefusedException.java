package org.educationcities.privacy;

import org.educationcities.EducationCitiesException;

/** Somebody is not erased, since that children are kept apart from them would be forgotten too. */
public final class ErasureRefusedException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  ErasureRefusedException() {
    super(
        "erasure-refused",
        "",
        "An adult who is barred, or whom a learner is kept apart from, is not erased.\n"
            + "Maybe the safeguarding lead decides first what has to be kept, and for how long.");
  }
}
