package org.educationcities.spi.source;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class (OneRoster {@code class}) with who learns and teaches in it.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class ClassRecord implements HostRecord {
  private final String id;
  private final String schoolId;
  private final String title;
  private final @Nullable String grade;
  private final Set<String> learnerIds;
  private final Set<String> educatorIds;

  private ClassRecord(Builder builder) {
    id = builder.id;
    schoolId = builder.schoolId;
    title = builder.title;
    grade = builder.grade;
    learnerIds = Set.copyOf(builder.learnerIds);
    educatorIds = Set.copyOf(builder.educatorIds);
  }

  /**
   * Starts a class.
   *
   * @param id the host's stable id, 1 to 255 characters
   * @param schoolId the id of its school
   */
  public static Builder builder(String id, String schoolId) {
    return new Builder(id, schoolId);
  }

  /** The host's stable id, 1 to 255 characters. */
  @Override
  public String id() {
    return id;
  }

  /** The id of its school. */
  public String schoolId() {
    return schoolId;
  }

  /** What it is called in the school; not a person's name. */
  public String title() {
    return title;
  }

  /** Its grade, as OneRoster writes it. */
  public Optional<String> grade() {
    return Optional.ofNullable(grade);
  }

  /** The ids of those enrolled as learners. */
  public Set<String> learnerIds() {
    return learnerIds;
  }

  /** The ids of the adults who teach it. */
  public Set<String> educatorIds() {
    return educatorIds;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassRecord that
        && id.equals(that.id)
        && schoolId.equals(that.schoolId)
        && title.equals(that.title)
        && Objects.equals(grade, that.grade)
        && learnerIds.equals(that.learnerIds)
        && educatorIds.equals(that.educatorIds);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only. */
  @Override
  public String toString() {
    return "ClassRecord[" + id + "]";
  }

  /** Collects the parts of a class. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String schoolId;
    private String title = "";
    private @Nullable String grade;
    private Set<String> learnerIds = Set.of();
    private Set<String> educatorIds = Set.of();

    private Builder(String id, String schoolId) {
      this.id = RecordRule.id(id);
      this.schoolId = RecordRule.id(schoolId);
    }

    /** What it is called in the school; not a person's name. */
    public Builder title(String newTitle) {
      title = Objects.requireNonNull(newTitle, "title");
      return this;
    }

    /** Its grade, as OneRoster writes it. */
    public Builder grade(@Nullable String newGrade) {
      grade = newGrade;
      return this;
    }

    /** The ids of those enrolled as learners. */
    public Builder learnerIds(Set<String> newLearnerIds) {
      learnerIds = Set.copyOf(newLearnerIds);
      return this;
    }

    /** The ids of the adults who teach it. */
    public Builder educatorIds(Set<String> newEducatorIds) {
      educatorIds = Set.copyOf(newEducatorIds);
      return this;
    }

    /** The record. */
    public ClassRecord build() {
      return new ClassRecord(this);
    }
  }
}
