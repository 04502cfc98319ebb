package org.educationcities.spi.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider puts at learners' disposal, as HSDS tells it: an organization's service at a
 * location.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class ResourceRecord implements HostRecord {
  private final String id;
  private final String cityId;
  private final String organizationId;
  private final Map<String, String> organizationNames;
  private final @Nullable String sector;
  private final Map<String, String> names;
  private final String kind;
  private final @Nullable GeoPoint position;
  private final @Nullable String localityId;
  private final Set<String> topicIds;
  private final boolean untapped;
  private final @Nullable Integer minimumAge;
  private final @Nullable Integer maximumAge;
  private final List<String> languages;
  private final Set<String> arrangements;
  private final @Nullable String schedule;
  private final boolean generated;

  private ResourceRecord(Builder builder) {
    id = builder.id;
    cityId = builder.cityId;
    organizationId = builder.organizationId;
    organizationNames = Map.copyOf(builder.organizationNames);
    sector = builder.sector;
    names = Map.copyOf(builder.names);
    kind = builder.kind;
    position = builder.position;
    localityId = builder.localityId;
    topicIds = Set.copyOf(builder.topicIds);
    untapped = builder.untapped;
    minimumAge = builder.minimumAge;
    maximumAge = builder.maximumAge;
    languages = List.copyOf(builder.languages);
    arrangements = Set.copyOf(builder.arrangements);
    schedule = builder.schedule;
    generated = builder.generated;
  }

  /**
   * Starts a resource.
   *
   * @param id the host's stable id, 1 to 255 characters
   * @param cityId the id of the city it lies in
   * @param organizationId the id of the provider (the organization of HSDS)
   */
  public static Builder builder(String id, String cityId, String organizationId) {
    return new Builder(id, cityId, organizationId);
  }

  /** The host's stable id, 1 to 255 characters. */
  @Override
  public String id() {
    return id;
  }

  /** The id of the city it lies in. */
  public String cityId() {
    return cityId;
  }

  /** The id of the provider (the organization of HSDS). */
  public String organizationId() {
    return organizationId;
  }

  /** The provider's public name by BCP 47 language tag. */
  public Map<String, String> organizationNames() {
    return organizationNames;
  }

  /**
   * The provider's sector: {@code public}, {@code business}, {@code non-profit} or {@code
   * social-business}, if known.
   */
  public Optional<String> sector() {
    return Optional.ofNullable(sector);
  }

  /** Its public name by BCP 47 language tag. */
  public Map<String, String> names() {
    return names;
  }

  /**
   * What kind of place or offer it is, by the words of the city's own list, such as {@code
   * theatre}.
   */
  public String kind() {
    return kind;
  }

  /** Where it is, if it is anywhere. */
  public Optional<GeoPoint> position() {
    return Optional.ofNullable(position);
  }

  /** The id of the locality it is in, if known. */
  public Optional<String> localityId() {
    return Optional.ofNullable(localityId);
  }

  /** The topics it is about, by the ids of the taxonomy, as far as they are known. */
  public Set<String> topicIds() {
    return topicIds;
  }

  /** Whether it is a known place that offers nothing to learners yet. */
  public boolean untapped() {
    return untapped;
  }

  /** The least age it takes, in years, if it says. */
  public Optional<Integer> minimumAge() {
    return Optional.ofNullable(minimumAge);
  }

  /** The greatest age it takes, in years, if it says. */
  public Optional<Integer> maximumAge() {
    return Optional.ofNullable(maximumAge);
  }

  /** The languages it speaks, BCP 47 tags, the main one first. */
  public List<String> languages() {
    return languages;
  }

  /** The arrangements it has, by the codes of the city's own list, such as {@code wheelchair}. */
  public Set<String> arrangements() {
    return arrangements;
  }

  /** When it is open to learners: a recurrence rule of RFC 5545, if it says. */
  public Optional<String> schedule() {
    return Optional.ofNullable(schedule);
  }

  /** Whether it was made up for an example rather than found in a real list. */
  public boolean generated() {
    return generated;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceRecord that
        && id.equals(that.id)
        && cityId.equals(that.cityId)
        && organizationId.equals(that.organizationId)
        && organizationNames.equals(that.organizationNames)
        && Objects.equals(sector, that.sector)
        && names.equals(that.names)
        && kind.equals(that.kind)
        && Objects.equals(position, that.position)
        && Objects.equals(localityId, that.localityId)
        && topicIds.equals(that.topicIds)
        && untapped == that.untapped
        && Objects.equals(minimumAge, that.minimumAge)
        && Objects.equals(maximumAge, that.maximumAge)
        && languages.equals(that.languages)
        && arrangements.equals(that.arrangements)
        && Objects.equals(schedule, that.schedule)
        && generated == that.generated;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only. */
  @Override
  public String toString() {
    return "ResourceRecord[" + id + "]";
  }

  /** Collects the parts of a resource. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String cityId;
    private final String organizationId;
    private Map<String, String> organizationNames = Map.of();
    private @Nullable String sector;
    private Map<String, String> names = Map.of();
    private String kind = "other";
    private @Nullable GeoPoint position;
    private @Nullable String localityId;
    private Set<String> topicIds = Set.of();
    private boolean untapped = false;
    private @Nullable Integer minimumAge;
    private @Nullable Integer maximumAge;
    private List<String> languages = List.of();
    private Set<String> arrangements = Set.of();
    private @Nullable String schedule;
    private boolean generated = false;

    private Builder(String id, String cityId, String organizationId) {
      this.id = RecordRule.id(id);
      this.cityId = RecordRule.id(cityId);
      this.organizationId = RecordRule.id(organizationId);
    }

    /** The provider's public name by BCP 47 language tag. */
    public Builder organizationNames(Map<String, String> newOrganizationNames) {
      organizationNames = Map.copyOf(newOrganizationNames);
      return this;
    }

    /**
     * The provider's sector: {@code public}, {@code business}, {@code non-profit} or {@code
     * social-business}, if known.
     */
    public Builder sector(@Nullable String newSector) {
      sector = newSector;
      return this;
    }

    /** Its public name by BCP 47 language tag. */
    public Builder names(Map<String, String> newNames) {
      names = Map.copyOf(newNames);
      return this;
    }

    /**
     * What kind of place or offer it is, by the words of the city's own list, such as {@code
     * theatre}.
     */
    public Builder kind(String newKind) {
      kind = Objects.requireNonNull(newKind, "kind");
      return this;
    }

    /** Where it is, if it is anywhere. */
    public Builder position(@Nullable GeoPoint newPosition) {
      position = newPosition;
      return this;
    }

    /** The id of the locality it is in, if known. */
    public Builder localityId(@Nullable String newLocalityId) {
      localityId = newLocalityId;
      return this;
    }

    /** The topics it is about, by the ids of the taxonomy, as far as they are known. */
    public Builder topicIds(Set<String> newTopicIds) {
      topicIds = Set.copyOf(newTopicIds);
      return this;
    }

    /** Whether it is a known place that offers nothing to learners yet. */
    public Builder untapped(boolean newUntapped) {
      untapped = newUntapped;
      return this;
    }

    /** The least age it takes, in years, if it says. */
    public Builder minimumAge(@Nullable Integer newMinimumAge) {
      minimumAge = newMinimumAge;
      return this;
    }

    /** The greatest age it takes, in years, if it says. */
    public Builder maximumAge(@Nullable Integer newMaximumAge) {
      maximumAge = newMaximumAge;
      return this;
    }

    /** The languages it speaks, BCP 47 tags, the main one first. */
    public Builder languages(List<String> newLanguages) {
      languages = List.copyOf(newLanguages);
      return this;
    }

    /** The arrangements it has, by the codes of the city's own list, such as {@code wheelchair}. */
    public Builder arrangements(Set<String> newArrangements) {
      arrangements = Set.copyOf(newArrangements);
      return this;
    }

    /** When it is open to learners: a recurrence rule of RFC 5545, if it says. */
    public Builder schedule(@Nullable String newSchedule) {
      schedule = newSchedule;
      return this;
    }

    /** Whether it was made up for an example rather than found in a real list. */
    public Builder generated(boolean newGenerated) {
      generated = newGenerated;
      return this;
    }

    /** The record. */
    public ResourceRecord build() {
      return new ResourceRecord(this);
    }
  }
}
