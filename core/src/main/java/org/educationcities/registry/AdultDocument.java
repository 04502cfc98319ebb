package org.educationcities.registry;

import java.util.List;
import org.educationcities.spi.source.AdultRecord;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link AdultRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record AdultDocument(
    String id,
    @Nullable String schoolId,
    @Nullable String organizationId,
    boolean educator,
    List<String> languages) {

  static AdultDocument of(AdultRecord record) {
    return new AdultDocument(
        record.id(),
        record.schoolId().orElse(null),
        record.organizationId().orElse(null),
        record.educator(),
        record.languages());
  }

  AdultRecord toRecord() {
    return AdultRecord.builder(id)
        .schoolId(schoolId)
        .organizationId(organizationId)
        .educator(educator)
        .languages(languages)
        .build();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "AdultDocument[" + id + "]";
  }
}
