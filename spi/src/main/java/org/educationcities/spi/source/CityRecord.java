package org.educationcities.spi.source;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An education city: a municipality or a region, with its localities.
 *
 * <p>Immutable; a builder, since later versions will know more of it.
 */
public final class CityRecord implements HostRecord {
  private final String id;
  private final Map<String, String> names;
  private final String country;
  private final ZoneId zone;
  private final boolean region;
  private final List<String> languages;
  private final List<LocalityRecord> localities;

  private CityRecord(Builder builder) {
    id = builder.id;
    names = Map.copyOf(builder.names);
    country = builder.country;
    zone = builder.zone;
    region = builder.region;
    languages = List.copyOf(builder.languages);
    localities = List.copyOf(builder.localities);
  }

  /**
   * Starts a city.
   *
   * @param id the host's stable id, 1 to 255 characters
   * @param country the ISO 3166-1 alpha-2 country code, such as {@code IL}
   * @param zone the time zone of its clocks
   */
  public static Builder builder(String id, String country, ZoneId zone) {
    return new Builder(id, country, zone);
  }

  /** The host's stable id, 1 to 255 characters. */
  @Override
  public String id() {
    return id;
  }

  /** Its public name by BCP 47 language tag; at least one. */
  public Map<String, String> names() {
    return names;
  }

  /** The ISO 3166-1 alpha-2 country code, such as {@code IL}. */
  public String country() {
    return country;
  }

  /** The time zone of its clocks. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether it is a region of several localities rather than one municipality. */
  public boolean region() {
    return region;
  }

  /** The languages it teaches in, BCP 47 tags, the main one first. */
  public List<String> languages() {
    return languages;
  }

  /** Its localities; at least one for matching by distance. */
  public List<LocalityRecord> localities() {
    return localities;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CityRecord that
        && id.equals(that.id)
        && names.equals(that.names)
        && country.equals(that.country)
        && zone.equals(that.zone)
        && region == that.region
        && languages.equals(that.languages)
        && localities.equals(that.localities);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id only. */
  @Override
  public String toString() {
    return "CityRecord[" + id + "]";
  }

  /** Collects the parts of a city. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private Map<String, String> names = Map.of();
    private final String country;
    private final ZoneId zone;
    private boolean region = false;
    private List<String> languages = List.of();
    private List<LocalityRecord> localities = List.of();

    private Builder(String id, String country, ZoneId zone) {
      this.id = RecordRule.id(id);
      this.country = Objects.requireNonNull(country, "country");
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    /** Its public name by BCP 47 language tag; at least one. */
    public Builder names(Map<String, String> newNames) {
      names = Map.copyOf(newNames);
      return this;
    }

    /** Whether it is a region of several localities rather than one municipality. */
    public Builder region(boolean newRegion) {
      region = newRegion;
      return this;
    }

    /** The languages it teaches in, BCP 47 tags, the main one first. */
    public Builder languages(List<String> newLanguages) {
      languages = List.copyOf(newLanguages);
      return this;
    }

    /** Its localities; at least one for matching by distance. */
    public Builder localities(List<LocalityRecord> newLocalities) {
      localities = List.copyOf(newLocalities);
      return this;
    }

    /** The record. */
    public CityRecord build() {
      return new CityRecord(this);
    }
  }
}
