package org.educationcities.resource;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.city.LocalityId;
import org.educationcities.city.Names;
import org.educationcities.profile.TopicId;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.ResourceRecord;

/**
 * What a provider puts at learners' disposal: a place, a mentor, a programme, equipment, something
 * digital. Every resource of a city can be ground for learning; an untapped one is a known place
 * that offers nothing yet. Immutable.
 */
public final class Resource {
  private final ResourceId id;
  private final Provider provider;
  private final Names names;
  private final ResourceRecord record;

  private Resource(ResourceRecord record) {
    this.record = Objects.requireNonNull(record, "record");
    this.id = new ResourceId(record.id());
    this.names = new Names(record.names());
    ProviderId providerId = new ProviderId(record.organizationId());
    CityId city = new CityId(record.cityId());
    Names providerNames =
        record.organizationNames().isEmpty() ? names : new Names(record.organizationNames());
    this.provider =
        record
            .sector()
            .flatMap(Sector::parse)
            .map(sector -> Provider.of(providerId, city, providerNames, sector))
            .orElseGet(() -> Provider.ofUnknownSector(providerId, city, providerNames));
  }

  /** The resource that a host or a file tells of. */
  public static Resource of(ResourceRecord record) {
    return new Resource(record);
  }

  /** Its id. */
  public ResourceId id() {
    return id;
  }

  /** The city it lies in. */
  public CityId cityId() {
    return provider.cityId();
  }

  /** Whose it is. */
  public Provider provider() {
    return provider;
  }

  /** Its public names. */
  public Names names() {
    return names;
  }

  /** What kind of place or offer it is, by the words of the city's own list. */
  public String kind() {
    return record.kind();
  }

  /** Where it is, if it is anywhere. */
  public Optional<GeoPoint> position() {
    return record.position();
  }

  /** The locality it is in, if known. */
  public Optional<LocalityId> localityId() {
    return record.localityId().map(LocalityId::new);
  }

  /** The topics it is known to be about, by id. */
  public Set<TopicId> topics() {
    return record.topicIds().stream()
        .sorted()
        .map(TopicId::new)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Whether it is a known place that offers nothing to learners yet. */
  public boolean isUntapped() {
    return record.untapped();
  }

  /** Whether it was made up for an example rather than found in a real list. */
  public boolean isGenerated() {
    return record.generated();
  }

  /** What was told of it. */
  public ResourceRecord asRecord() {
    return record;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resource that && record.equals(that.record);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Resource[" + id + "]";
  }
}
