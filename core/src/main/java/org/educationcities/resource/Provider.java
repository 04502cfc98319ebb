package org.educationcities.resource;

import java.util.Objects;
import java.util.Optional;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.jspecify.annotations.Nullable;

/**
 * A provider (HSDS {@code organization}): an enterprise, theatre, team, association, public body or
 * person that puts resources at learners' disposal; a school is one too. Immutable.
 */
public final class Provider {
  private final ProviderId id;
  private final CityId cityId;
  private final Names names;
  private final @Nullable Sector sector;

  private Provider(ProviderId id, CityId cityId, Names names, @Nullable Sector sector) {
    this.id = Objects.requireNonNull(id, "id");
    this.cityId = Objects.requireNonNull(cityId, "cityId");
    this.names = Objects.requireNonNull(names, "names");
    this.sector = sector;
  }

  /** A provider of a known sector. */
  public static Provider of(ProviderId id, CityId cityId, Names names, Sector sector) {
    return new Provider(id, cityId, names, Objects.requireNonNull(sector, "sector"));
  }

  /** A provider of which no sector is told. */
  public static Provider ofUnknownSector(ProviderId id, CityId cityId, Names names) {
    return new Provider(id, cityId, names, null);
  }

  /** Its id. */
  public ProviderId id() {
    return id;
  }

  /** The city it works in. */
  public CityId cityId() {
    return cityId;
  }

  /** Its public names. */
  public Names names() {
    return names;
  }

  /** Its sector, if told. */
  public Optional<Sector> sector() {
    return Optional.ofNullable(sector);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Provider that
        && id.equals(that.id)
        && cityId.equals(that.cityId)
        && names.equals(that.names)
        && sector == that.sector;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Provider[" + id + "]";
  }
}
