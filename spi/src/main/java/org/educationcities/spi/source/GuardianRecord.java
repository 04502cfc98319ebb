package org.educationcities.spi.source;

import java.util.List;

/**
 * A guardian with their relations to learners.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class GuardianRecord implements HostRecord {
  private final String id;
  private final List<Relation> relations;
  private final List<String> languages;

  private GuardianRecord(Builder builder) {
    id = builder.id;
    relations = List.copyOf(builder.relations);
    languages = List.copyOf(builder.languages);
  }

  /**
   * Starts a guardian.
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

  /** Their relations; one that is no longer valid may be left out or end. */
  public List<Relation> relations() {
    return relations;
  }

  /** The languages to write to them in, BCP 47 tags, the best first. */
  public List<String> languages() {
    return languages;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GuardianRecord that
        && id.equals(that.id)
        && relations.equals(that.relations)
        && languages.equals(that.languages);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only: the rest is personal. */
  @Override
  public String toString() {
    return "GuardianRecord[" + id + "]";
  }

  /** Collects the parts of a guardian. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private List<Relation> relations = List.of();
    private List<String> languages = List.of();

    private Builder(String id) {
      this.id = RecordRule.id(id);
    }

    /** Their relations; one that is no longer valid may be left out or end. */
    public Builder relations(List<Relation> newRelations) {
      relations = List.copyOf(newRelations);
      return this;
    }

    /** The languages to write to them in, BCP 47 tags, the best first. */
    public Builder languages(List<String> newLanguages) {
      languages = List.copyOf(newLanguages);
      return this;
    }

    /** The record. */
    public GuardianRecord build() {
      return new GuardianRecord(this);
    }
  }
}
