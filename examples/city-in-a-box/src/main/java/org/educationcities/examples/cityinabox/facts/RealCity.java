package org.educationcities.examples.cityinabox.facts;

import com.google.common.collect.ImmutableList;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * An education city with what is really known of it.
 *
 * @param id our id for it
 * @param names by language
 * @param country ISO 3166-1 alpha-2
 * @param zone its time zone
 * @param isRegion whether it is a region of several towns
 * @param languages the main one first
 * @param localities its towns
 * @param schools its schools; empty where no list is at hand
 */
public record RealCity(
    String id,
    Map<String, String> names,
    String country,
    ZoneId zone,
    boolean isRegion,
    List<String> languages,
    List<RealLocality> localities,
    List<RealSchool> schools) {
  /** A city with at least one locality. */
  public RealCity {
    names = Map.copyOf(names);
    languages = ImmutableList.copyOf(languages);
    localities = ImmutableList.copyOf(localities);
    schools = ImmutableList.copyOf(schools);
    if (localities.isEmpty()) {
      throw new IllegalArgumentException("City '" + id + "' has no locality.");
    }
  }

  /** How many people live in it, as published. */
  public int population() {
    return localities.stream().mapToInt(RealLocality::population).sum();
  }
}
