package org.educationcities.persistence;

import org.educationcities.EducationCitiesException;

/** A store is opened with other keys than it is sealed by; nothing was read or written. */
public final class WrongKeysException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  WrongKeysException(String why) {
    super(
        "keys-wrong",
        "keys",
        "The store cannot be opened: "
            + why
            + ".\nMaybe the settings name another folder of keys than before.");
  }
}
