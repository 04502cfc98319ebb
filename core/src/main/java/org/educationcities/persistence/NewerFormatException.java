package org.educationcities.persistence;

import org.educationcities.EducationCitiesException;
import org.educationcities.spi.storage.Entity;

/**
 * What the storage holds was written by a newer version of the library; it is refused, not guessed.
 */
public final class NewerFormatException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  NewerFormatException(Entity entity, int newest) {
    super(
        "format-newer",
        entity.id(),
        "What is stored as "
            + entity.type()
            + " has format "
            + entity.format()
            + "; this version knows up to "
            + newest
            + ".\nMaybe upgrade the library on this machine too.");
  }
}
