package org.educationcities.registry;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;
import org.educationcities.spi.source.ClassRecord;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link ClassRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record ClassDocument(
    String id,
    String schoolId,
    String title,
    @Nullable String grade,
    Set<String> learnerIds,
    Set<String> educatorIds) {

  static ClassDocument of(ClassRecord record) {
    return new ClassDocument(
        record.id(),
        record.schoolId(),
        record.title(),
        record.grade().orElse(null),
        ImmutableSortedSet.copyOf(record.learnerIds()),
        ImmutableSortedSet.copyOf(record.educatorIds()));
  }

  ClassRecord toRecord() {
    return ClassRecord.builder(id, schoolId)
        .title(title)
        .grade(grade)
        .learnerIds(learnerIds)
        .educatorIds(educatorIds)
        .build();
  }

  /** The id only: who is in it is personal. */
  @Override
  public String toString() {
    return "ClassDocument[" + id + "]";
  }
}
