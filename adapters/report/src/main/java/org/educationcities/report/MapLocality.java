package org.educationcities.report;

/**
 * A locality on a city's map.
 *
 * @param name its public name, in the page's language where there is one
 * @param latitude degrees north, WGS84, -90..90
 * @param longitude degrees east, WGS84, -180..180
 * @param population residents, 0 where unknown
 */
public record MapLocality(String name, double latitude, double longitude, long population) {
  /** A locality, checked. */
  public MapLocality {
    name = Checks.name(name, "name");
    Checks.position(latitude, longitude);
    if (population < 0) {
      throw new IllegalArgumentException(
          "The population of '" + name + "' is " + population + ".\nMaybe a column was mixed up.");
    }
  }
}
