package org.educationcities.persistence;

import org.educationcities.spi.storage.Entity;

/**
 * A value as it was read or written, with the version it had.
 *
 * @param value the value
 * @param entity what the storage holds of it, unsealed
 * @param sealedBy the id of the key that sealed it, or empty
 * @param isAudited whether the audit tells what is done to it
 * @param <T> the kind of value
 */
public record Stored<T>(T value, Entity entity, String sealedBy, boolean isAudited) {

  /** Whether it is sealed by a key that nothing else is sealed by. */
  public boolean isSealedByItsOwnKey() {
    return Keys.isOfAThing(sealedBy);
  }

  /** The version that a write or a requirement holds for. */
  public long version() {
    return entity.version();
  }
}
