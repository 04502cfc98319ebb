package org.educationcities.spi.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A school of a city.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class SchoolRecord implements HostRecord {
  private final String id;
  private final String cityId;
  private final Map<String, String> names;
  private final @Nullable String localityId;
  private final @Nullable GeoPoint position;
  private final List<String> languages;
  private final List<String> grades;

  private SchoolRecord(Builder builder) {
    id = builder.id;
    cityId = builder.cityId;
    names = Map.copyOf(builder.names);
    localityId = builder.localityId;
    position = builder.position;
    languages = List.copyOf(builder.languages);
    grades = List.copyOf(builder.grades);
  }

  /**
   * Starts a school.
   *
   * @param id the host's stable id, 1 to 255 characters
   * @param cityId the id of the city it belongs to
   */
  public static Builder builder(String id, String cityId) {
    return new Builder(id, cityId);
  }

  /** The host's stable id, 1 to 255 characters. */
  @Override
  public String id() {
    return id;
  }

  /** The id of the city it belongs to. */
  public String cityId() {
    return cityId;
  }

  /** Its public name by BCP 47 language tag. */
  public Map<String, String> names() {
    return names;
  }

  /** The id of the locality it stands in, if known. */
  public Optional<String> localityId() {
    return Optional.ofNullable(localityId);
  }

  /** Where it stands, if known. */
  public Optional<GeoPoint> position() {
    return Optional.ofNullable(position);
  }

  /** The languages it teaches in, BCP 47 tags, the main one first. */
  public List<String> languages() {
    return languages;
  }

  /** The grades it has, as OneRoster writes them ({@code KG}, {@code 01} to {@code 12}). */
  public List<String> grades() {
    return grades;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SchoolRecord that
        && id.equals(that.id)
        && cityId.equals(that.cityId)
        && names.equals(that.names)
        && Objects.equals(localityId, that.localityId)
        && Objects.equals(position, that.position)
        && languages.equals(that.languages)
        && grades.equals(that.grades);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only. */
  @Override
  public String toString() {
    return "SchoolRecord[" + id + "]";
  }

  /** Collects the parts of a school. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String cityId;
    private Map<String, String> names = Map.of();
    private @Nullable String localityId;
    private @Nullable GeoPoint position;
    private List<String> languages = List.of();
    private List<String> grades = List.of();

    private Builder(String id, String cityId) {
      this.id = RecordRule.id(id);
      this.cityId = RecordRule.id(cityId);
    }

    /** Its public name by BCP 47 language tag. */
    public Builder names(Map<String, String> newNames) {
      names = Map.copyOf(newNames);
      return this;
    }

    /** The id of the locality it stands in, if known. */
    public Builder localityId(@Nullable String newLocalityId) {
      localityId = newLocalityId;
      return this;
    }

    /** Where it stands, if known. */
    public Builder position(@Nullable GeoPoint newPosition) {
      position = newPosition;
      return this;
    }

    /** The languages it teaches in, BCP 47 tags, the main one first. */
    public Builder languages(List<String> newLanguages) {
      languages = List.copyOf(newLanguages);
      return this;
    }

    /** The grades it has, as OneRoster writes them ({@code KG}, {@code 01} to {@code 12}). */
    public Builder grades(List<String> newGrades) {
      grades = List.copyOf(newGrades);
      return this;
    }

    /** The record. */
    public SchoolRecord build() {
      return new SchoolRecord(this);
    }
  }
}
