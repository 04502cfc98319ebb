package org.educationcities.safeguarding;

import org.educationcities.EducationCitiesException;

/** An override cannot be proposed or seconded as it was asked for. Nothing was changed. */
public final class OverrideRefusedException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  OverrideRefusedException(String offendingId, String why, String maybe) {
    super("override-refused", offendingId, why + "\n" + maybe);
  }
}
