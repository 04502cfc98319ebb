package org.educationcities.examples.cityinabox.facts;

import java.util.Map;
import org.educationcities.spi.source.GeoPoint;

/**
 * A real town.
 *
 * @param id the statistics bureau's
 * @param names by language
 * @param position its centre
 * @param population as published; 0 where it is not
 */
public record RealLocality(
    String id, Map<String, String> names, GeoPoint position, int population) {
  /** A town with names that nobody changes. */
  public RealLocality {
    names = Map.copyOf(names);
  }
}
