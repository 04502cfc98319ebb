package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;

/** What was read from files, or put together by hand, to be taken into the registry. Immutable. */
public final class Roster {
  private final List<CityRecord> cities;
  private final List<SchoolRecord> schools;
  private final List<ClassRecord> classes;
  private final List<LearnerRecord> learners;
  private final List<GuardianRecord> guardians;
  private final List<AdultRecord> adults;
  private final List<ResourceRecord> resources;

  private Roster(Builder builder) {
    cities = builder.cities.build();
    schools = builder.schools.build();
    classes = builder.classes.build();
    learners = builder.learners.build();
    guardians = builder.guardians.build();
    adults = builder.adults.build();
    resources = builder.resources.build();
  }

  /** Starts an empty roster. */
  public static Builder builder() {
    return new Builder();
  }

  /** The cities. */
  public List<CityRecord> cities() {
    return cities;
  }

  /** The schools. */
  public List<SchoolRecord> schools() {
    return schools;
  }

  /** The classes. */
  public List<ClassRecord> classes() {
    return classes;
  }

  /** The learners. */
  public List<LearnerRecord> learners() {
    return learners;
  }

  /** The guardians. */
  public List<GuardianRecord> guardians() {
    return guardians;
  }

  /** The adults. */
  public List<AdultRecord> adults() {
    return adults;
  }

  /** The resources. */
  public List<ResourceRecord> resources() {
    return resources;
  }

  /** Collects records. Not thread-safe. */
  public static final class Builder {
    private final ImmutableList.Builder<CityRecord> cities = ImmutableList.builder();
    private final ImmutableList.Builder<SchoolRecord> schools = ImmutableList.builder();
    private final ImmutableList.Builder<ClassRecord> classes = ImmutableList.builder();
    private final ImmutableList.Builder<LearnerRecord> learners = ImmutableList.builder();
    private final ImmutableList.Builder<GuardianRecord> guardians = ImmutableList.builder();
    private final ImmutableList.Builder<AdultRecord> adults = ImmutableList.builder();
    private final ImmutableList.Builder<ResourceRecord> resources = ImmutableList.builder();

    private Builder() {}

    /** Adds cities. */
    public Builder cities(Collection<CityRecord> records) {
      cities.addAll(records);
      return this;
    }

    /** Adds schools. */
    public Builder schools(Collection<SchoolRecord> records) {
      schools.addAll(records);
      return this;
    }

    /** Adds classes. */
    public Builder classes(Collection<ClassRecord> records) {
      classes.addAll(records);
      return this;
    }

    /** Adds learners. */
    public Builder learners(Collection<LearnerRecord> records) {
      learners.addAll(records);
      return this;
    }

    /** Adds guardians. */
    public Builder guardians(Collection<GuardianRecord> records) {
      guardians.addAll(records);
      return this;
    }

    /** Adds adults. */
    public Builder adults(Collection<AdultRecord> records) {
      adults.addAll(records);
      return this;
    }

    /** Adds resources. */
    public Builder resources(Collection<ResourceRecord> records) {
      resources.addAll(records);
      return this;
    }

    /** The roster. */
    public Roster build() {
      return new Roster(this);
    }
  }
}
