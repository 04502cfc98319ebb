package org.educationcities.city;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.SchoolRecord;

/**
 * A school of a city: a party with strengths and growth areas of its own, and a provider too when
 * it opens its doors.
 */
public final class School {
  private final SchoolId id;
  private final CityId cityId;
  private final Names names;
  private final SchoolRecord record;

  private School(SchoolRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new SchoolId(record.id());
    this.cityId = new CityId(record.cityId());
    this.names = new Names(record.names());
  }

  /** The school that a host or a file tells of. */
  public static School of(SchoolRecord record) {
    return new School(record);
  }

  /** Its id. */
  public SchoolId id() {
    return id;
  }

  /** The city it belongs to. */
  public CityId cityId() {
    return cityId;
  }

  /** Its public names. */
  public Names names() {
    return names;
  }

  /** The locality it stands in, if known. */
  public Optional<LocalityId> localityId() {
    return record.localityId().map(LocalityId::new);
  }

  /** Where it stands, if known. */
  public Optional<GeoPoint> position() {
    return record.position();
  }

  /** The languages it teaches in, BCP 47 tags, the main one first. */
  public List<String> languages() {
    return record.languages();
  }

  /** What was told of it. */
  public SchoolRecord asRecord() {
    return record;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof School that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "School[" + id + "]";
  }
}
