package org.educationcities.city;

import java.util.Objects;
import java.util.Optional;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LocalityRecord;

/** A town or quarter of a city. Immutable. */
public final class Locality {
  private final LocalityId id;
  private final Names names;
  private final LocalityRecord record;

  private Locality(LocalityRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new LocalityId(record.id());
    this.names = new Names(record.names());
  }

  /** The locality that a host or a file tells of. */
  public static Locality of(LocalityRecord record) {
    return new Locality(record);
  }

  /** Its id. */
  public LocalityId id() {
    return id;
  }

  /** Its public names. */
  public Names names() {
    return names;
  }

  /** Its centre, if known. */
  public Optional<GeoPoint> position() {
    return Optional.ofNullable(record.position());
  }

  /** How many people live in it; 0 if not known. */
  public int population() {
    return record.population();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Locality that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Locality[" + id + "]";
  }
}
