package org.educationcities.storage.json;

import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to one id, all its calls taken together.
 *
 * @param before the version that must be there at commit; {@link Entity#UNSTORED} for none
 * @param after what is there after the commit, or null for nothing, or nothing changed
 * @param deletes whether nothing is there after the commit
 */
record Change(String type, String id, long before, @Nullable Entity after, boolean deletes) {

  /** Whether the id keeps what it has, and only must have it. */
  boolean requiresOnly() {
    return after == null && !deletes;
  }

  void check(@Nullable Entity current) {
    long version = current == null ? Entity.UNSTORED : current.version();
    if (version != before) {
      throw conflict(type, id, before, version);
    }
  }

  static ConflictException conflict(String type, String id, long expected, long found) {
    return new ConflictException(
        type
            + "/"
            + id
            + (expected == Entity.UNSTORED
                ? " exists already, at version " + found
                : " is no longer at version "
                    + expected
                    + (found == Entity.UNSTORED ? " but gone" : " but at " + found))
            + ".\nMaybe read it again and retry.");
  }
}
