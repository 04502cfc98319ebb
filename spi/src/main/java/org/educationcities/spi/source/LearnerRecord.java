package org.educationcities.spi.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A learner: a pupil mostly. The least that matching and clearance need; no name.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class LearnerRecord implements HostRecord {
  private final String id;
  private final String cityId;
  private final @Nullable String schoolId;
  private final @Nullable String grade;
  private final @Nullable LocalDate birthDate;
  private final List<String> languages;
  private final Set<String> arrangements;
  private final @Nullable GeoPoint position;
  private final @Nullable String mergedInto;

  private LearnerRecord(Builder builder) {
    id = builder.id;
    cityId = builder.cityId;
    schoolId = builder.schoolId;
    grade = builder.grade;
    birthDate = builder.birthDate;
    languages = List.copyOf(builder.languages);
    arrangements = Set.copyOf(builder.arrangements);
    position = builder.position;
    mergedInto = builder.mergedInto;
  }

  /**
   * Starts a learner.
   *
   * @param id the host's stable id, 1 to 255 characters
   * @param cityId the id of the city they live in
   */
  public static Builder builder(String id, String cityId) {
    return new Builder(id, cityId);
  }

  /** The host's stable id, 1 to 255 characters. */
  @Override
  public String id() {
    return id;
  }

  /** The id of the city they live in. */
  public String cityId() {
    return cityId;
  }

  /** The id of their school; empty for a resident who goes to none. */
  public Optional<String> schoolId() {
    return Optional.ofNullable(schoolId);
  }

  /** Their grade, as OneRoster writes it, if known. */
  public Optional<String> grade() {
    return Optional.ofNullable(grade);
  }

  /**
   * The date of birth; without it a grade gives a range of ages to match by, and clearance says no.
   */
  public Optional<LocalDate> birthDate() {
    return Optional.ofNullable(birthDate);
  }

  /** The languages they can learn in, BCP 47 tags, the best first. */
  public List<String> languages() {
    return languages;
  }

  /**
   * What they need to take part, by the codes of the city's own list, such as {@code wheelchair}.
   */
  public Set<String> arrangements() {
    return arrangements;
  }

  /** Where they set out from; their school's position if the host does not say. */
  public Optional<GeoPoint> position() {
    return Optional.ofNullable(position);
  }

  /** The id that this one turned out to be the same person as, if it was merged. */
  public Optional<String> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LearnerRecord that
        && id.equals(that.id)
        && cityId.equals(that.cityId)
        && Objects.equals(schoolId, that.schoolId)
        && Objects.equals(grade, that.grade)
        && Objects.equals(birthDate, that.birthDate)
        && languages.equals(that.languages)
        && arrangements.equals(that.arrangements)
        && Objects.equals(position, that.position)
        && Objects.equals(mergedInto, that.mergedInto);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "LearnerRecord[" + id + "]";
  }

  /** Collects the parts of a learner. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String cityId;
    private @Nullable String schoolId;
    private @Nullable String grade;
    private @Nullable LocalDate birthDate;
    private List<String> languages = List.of();
    private Set<String> arrangements = Set.of();
    private @Nullable GeoPoint position;
    private @Nullable String mergedInto;

    private Builder(String id, String cityId) {
      this.id = RecordRule.id(id);
      this.cityId = RecordRule.id(cityId);
    }

    /** The id of their school; empty for a resident who goes to none. */
    public Builder schoolId(@Nullable String newSchoolId) {
      schoolId = newSchoolId;
      return this;
    }

    /** Their grade, as OneRoster writes it, if known. */
    public Builder grade(@Nullable String newGrade) {
      grade = newGrade;
      return this;
    }

    /**
     * The date of birth; without it a grade gives a range of ages to match by, and clearance says
     * no.
     */
    public Builder birthDate(@Nullable LocalDate newBirthDate) {
      birthDate = newBirthDate;
      return this;
    }

    /** The languages they can learn in, BCP 47 tags, the best first. */
    public Builder languages(List<String> newLanguages) {
      languages = List.copyOf(newLanguages);
      return this;
    }

    /**
     * What they need to take part, by the codes of the city's own list, such as {@code wheelchair}.
     */
    public Builder arrangements(Set<String> newArrangements) {
      arrangements = Set.copyOf(newArrangements);
      return this;
    }

    /** Where they set out from; their school's position if the host does not say. */
    public Builder position(@Nullable GeoPoint newPosition) {
      position = newPosition;
      return this;
    }

    /** The id that this one turned out to be the same person as, if it was merged. */
    public Builder mergedInto(@Nullable String newMergedInto) {
      mergedInto = newMergedInto;
      return this;
    }

    /** The record. */
    public LearnerRecord build() {
      return new LearnerRecord(this);
    }
  }
}
