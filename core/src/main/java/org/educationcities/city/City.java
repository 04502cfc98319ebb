package org.educationcities.city;

import com.google.common.collect.ImmutableList;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.spi.source.CityRecord;

/**
 * An education city: a municipality or a region turned into one big school, where every enterprise,
 * theatre, team, workshop and person can be ground for learning. Immutable.
 */
public final class City {
  private final CityId id;
  private final Names names;
  private final List<Locality> localities;
  private final CityRecord record;

  private City(CityRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new CityId(record.id());
    this.names = new Names(record.names());
    this.localities =
        record.localities().stream().map(Locality::of).collect(ImmutableList.toImmutableList());
  }

  /** The city that a host or a file tells of. */
  public static City of(CityRecord record) {
    return new City(record);
  }

  /** Its id. */
  public CityId id() {
    return id;
  }

  /** Its public names. */
  public Names names() {
    return names;
  }

  /** The ISO 3166-1 alpha-2 code of its country. */
  public String country() {
    return record.country();
  }

  /** The time zone of its clocks. */
  public ZoneId zone() {
    return record.zone();
  }

  /** Whether it is a region of several localities rather than one municipality. */
  public boolean isRegion() {
    return record.region();
  }

  /** The languages it teaches in, BCP 47 tags, the main one first. */
  public List<String> languages() {
    return record.languages();
  }

  /** Its localities. */
  public List<Locality> localities() {
    return localities;
  }

  /** One of its localities. */
  public Optional<Locality> locality(LocalityId localityId) {
    return localities.stream().filter(each -> each.id().equals(localityId)).findFirst();
  }

  /** How many people live in its localities. */
  public long population() {
    return localities.stream().mapToLong(Locality::population).sum();
  }

  /** What was told of it. */
  public CityRecord asRecord() {
    return record;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof City that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "City[" + id + "]";
  }
}
