package org.educationcities.registry;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link SchoolRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record SchoolDocument(
    String id,
    String cityId,
    Map<String, String> names,
    @Nullable String localityId,
    @Nullable GeoPoint position,
    List<String> languages,
    List<String> grades) {

  static SchoolDocument of(SchoolRecord record) {
    return new SchoolDocument(
        record.id(),
        record.cityId(),
        ImmutableSortedMap.copyOf(record.names()),
        record.localityId().orElse(null),
        record.position().orElse(null),
        record.languages(),
        record.grades());
  }

  SchoolRecord toRecord() {
    return SchoolRecord.builder(id, cityId)
        .names(names)
        .localityId(localityId)
        .position(position)
        .languages(languages)
        .grades(grades)
        .build();
  }
}
