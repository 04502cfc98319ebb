package org.educationcities.registry;

import java.util.List;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.Relation;

/**
 * The stored form of a {@link GuardianRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record GuardianDocument(String id, List<Relation> relations, List<String> languages) {

  static GuardianDocument of(GuardianRecord record) {
    return new GuardianDocument(record.id(), record.relations(), record.languages());
  }

  GuardianRecord toRecord() {
    return GuardianRecord.builder(id).relations(relations).languages(languages).build();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "GuardianDocument[" + id + "]";
  }
}
