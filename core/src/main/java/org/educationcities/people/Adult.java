package org.educationcities.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.city.SchoolId;
import org.educationcities.spi.source.AdultRecord;

/**
 * An educator, a mentor or another adult who may be with learners. Told by an opaque id. Immutable.
 */
public final class Adult {
  private final AdultId id;
  private final AdultRecord record;

  private Adult(AdultRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new AdultId(record.id());
  }

  /** The adult that a host or a file tells of. */
  public static Adult of(AdultRecord record) {
    return new Adult(record);
  }

  /** Their id. */
  public AdultId id() {
    return id;
  }

  /** Whether they are an educator at their school. */
  public boolean isEducator() {
    return record.educator();
  }

  /** The school they work at, if they do. */
  public Optional<SchoolId> schoolId() {
    return record.schoolId().map(SchoolId::new);
  }

  /** The id of the provider they work for, if they do. */
  public Optional<String> organizationId() {
    return record.organizationId();
  }

  /** The languages they speak, BCP 47 tags, the best first. */
  public List<String> languages() {
    return record.languages();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Adult that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "Adult[" + id + "]";
  }
}
