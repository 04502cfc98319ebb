package org.educationcities.registry;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link LearnerRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record LearnerDocument(
    String id,
    String cityId,
    @Nullable String schoolId,
    @Nullable String grade,
    @Nullable LocalDate birthDate,
    List<String> languages,
    Set<String> arrangements,
    @Nullable GeoPoint position,
    @Nullable String mergedInto) {

  static LearnerDocument of(LearnerRecord record) {
    return new LearnerDocument(
        record.id(),
        record.cityId(),
        record.schoolId().orElse(null),
        record.grade().orElse(null),
        record.birthDate().orElse(null),
        record.languages(),
        ImmutableSortedSet.copyOf(record.arrangements()),
        record.position().orElse(null),
        record.mergedInto().orElse(null));
  }

  LearnerRecord toRecord() {
    return LearnerRecord.builder(id, cityId)
        .schoolId(schoolId)
        .grade(grade)
        .birthDate(birthDate)
        .languages(languages)
        .arrangements(arrangements)
        .position(position)
        .mergedInto(mergedInto)
        .build();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "LearnerDocument[" + id + "]";
  }
}
