package org.educationcities.spi.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An educator, a mentor or another adult who may be with learners.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class AdultRecord implements HostRecord {
  private final String id;
  private final @Nullable String schoolId;
  private final @Nullable String organizationId;
  private final boolean educator;
  private final List<String> languages;

  private AdultRecord(Builder builder) {
    id = builder.id;
    schoolId = builder.schoolId;
    organizationId = builder.organizationId;
    educator = builder.educator;
    languages = List.copyOf(builder.languages);
  }

  /**
   * Starts an adult.
   *
   * @param id the host's stable id, 1 to 255 characters
   */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** The host's stable id, 1 to 255 characters. */
  @Override
  public String id() {
    return id;
  }

  /** The id of the school they work at, if they do. */
  public Optional<String> schoolId() {
    return Optional.ofNullable(schoolId);
  }

  /** The id of the provider they work for, if they do. */
  public Optional<String> organizationId() {
    return Optional.ofNullable(organizationId);
  }

  /** Whether they teach at their school. */
  public boolean educator() {
    return educator;
  }

  /** The languages they speak, BCP 47 tags, the best first. */
  public List<String> languages() {
    return languages;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdultRecord that
        && id.equals(that.id)
        && Objects.equals(schoolId, that.schoolId)
        && Objects.equals(organizationId, that.organizationId)
        && educator == that.educator
        && languages.equals(that.languages);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "AdultRecord[" + id + "]";
  }

  /** Collects the parts of an adult. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private @Nullable String schoolId;
    private @Nullable String organizationId;
    private boolean educator = false;
    private List<String> languages = List.of();

    private Builder(String id) {
      this.id = RecordRule.id(id);
    }

    /** The id of the school they work at, if they do. */
    public Builder schoolId(@Nullable String newSchoolId) {
      schoolId = newSchoolId;
      return this;
    }

    /** The id of the provider they work for, if they do. */
    public Builder organizationId(@Nullable String newOrganizationId) {
      organizationId = newOrganizationId;
      return this;
    }

    /** Whether they teach at their school. */
    public Builder educator(boolean newEducator) {
      educator = newEducator;
      return this;
    }

    /** The languages they speak, BCP 47 tags, the best first. */
    public Builder languages(List<String> newLanguages) {
      languages = List.copyOf(newLanguages);
      return this;
    }

    /** The record. */
    public AdultRecord build() {
      return new AdultRecord(this);
    }
  }
}
