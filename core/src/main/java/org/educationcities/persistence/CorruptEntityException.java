package org.educationcities.persistence;

import org.educationcities.EducationCitiesException;
import org.educationcities.spi.storage.Entity;

/** What the storage holds under an id is not what the library wrote there. */
public final class CorruptEntityException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  CorruptEntityException(Entity entity, String why) {
    super(
        "entity-corrupt",
        entity.id(),
        "What is stored as "
            + entity.type()
            + " cannot be read ("
            + why
            + ").\nMaybe something else wrote to the storage, or a backup was only half restored.");
  }
}
