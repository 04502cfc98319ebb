package org.educationcities.storage.jdbc;

import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.Entity;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to one id since its last flush, all its calls taken together.
 *
 * @param before the version that must be there; {@link Entity#UNSTORED} for none
 * @param after what is there then, or null for nothing, or nothing changed
 * @param deletes whether nothing is there then
 */
record Write(Key key, long before, @Nullable Entity after, boolean deletes) {

  /** Types and ids in one order for all transactions, so that they wait for each other in line. */
  record Key(String type, String id) implements Comparable<Key> {
    @Override
    public int compareTo(Key that) {
      int byType = type.compareTo(that.type);
      return byType != 0 ? byType : id.compareTo(that.id);
    }

    static Key of(Entity entity) {
      return new Key(entity.type(), entity.id());
    }
  }

  boolean requiresOnly() {
    return after == null && !deletes;
  }

  boolean inserts() {
    return before == Entity.UNSTORED && after != null;
  }

  /** The version there would be after it. */
  long versionAfter() {
    return after != null ? after.version() : deletes ? Entity.UNSTORED : before;
  }

  static ConflictException changed(Key key, long expected) {
    return new ConflictException(
        key.type()
            + "/"
            + key.id()
            + " is no longer at version "
            + expected
            + ".\nMaybe read it again and retry.");
  }

  static ConflictException conflict(Key key, long expected, long found) {
    return new ConflictException(
        key.type()
            + "/"
            + key.id()
            + (expected == Entity.UNSTORED
                ? " exists already, at version " + found
                : " is no longer at version "
                    + expected
                    + (found == Entity.UNSTORED ? " but gone" : " but at " + found))
            + ".\nMaybe read it again and retry.");
  }
}
