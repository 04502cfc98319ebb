package org.educationcities.registry;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.ResourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link ResourceRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record ResourceDocument(
    String id,
    String cityId,
    String organizationId,
    Map<String, String> organizationNames,
    @Nullable String sector,
    Map<String, String> names,
    String kind,
    @Nullable GeoPoint position,
    @Nullable String localityId,
    Set<String> topicIds,
    boolean untapped,
    @Nullable Integer minimumAge,
    @Nullable Integer maximumAge,
    List<String> languages,
    Set<String> arrangements,
    @Nullable String schedule,
    boolean generated) {

  static ResourceDocument of(ResourceRecord record) {
    return new ResourceDocument(
        record.id(),
        record.cityId(),
        record.organizationId(),
        ImmutableSortedMap.copyOf(record.organizationNames()),
        record.sector().orElse(null),
        ImmutableSortedMap.copyOf(record.names()),
        record.kind(),
        record.position().orElse(null),
        record.localityId().orElse(null),
        ImmutableSortedSet.copyOf(record.topicIds()),
        record.untapped(),
        record.minimumAge().orElse(null),
        record.maximumAge().orElse(null),
        record.languages(),
        ImmutableSortedSet.copyOf(record.arrangements()),
        record.schedule().orElse(null),
        record.generated());
  }

  ResourceRecord toRecord() {
    return ResourceRecord.builder(id, cityId, organizationId)
        .organizationNames(organizationNames)
        .sector(sector)
        .names(names)
        .kind(kind)
        .position(position)
        .localityId(localityId)
        .topicIds(topicIds)
        .untapped(untapped)
        .minimumAge(minimumAge)
        .maximumAge(maximumAge)
        .languages(languages)
        .arrangements(arrangements)
        .schedule(schedule)
        .generated(generated)
        .build();
  }
}
