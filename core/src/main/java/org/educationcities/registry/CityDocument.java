package org.educationcities.registry;

import com.google.common.collect.ImmutableSortedMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LocalityRecord;

/**
 * The stored form of a {@link CityRecord}: format 1. Sorted, so that the same content gives the
 * same bytes.
 */
record CityDocument(
    String id,
    Map<String, String> names,
    String country,
    ZoneId zone,
    boolean region,
    List<String> languages,
    List<LocalityRecord> localities) {

  static CityDocument of(CityRecord record) {
    return new CityDocument(
        record.id(),
        ImmutableSortedMap.copyOf(record.names()),
        record.country(),
        record.zone(),
        record.region(),
        record.languages(),
        record.localities());
  }

  CityRecord toRecord() {
    return CityRecord.builder(id, country, zone)
        .names(names)
        .region(region)
        .languages(languages)
        .localities(localities)
        .build();
  }
}
