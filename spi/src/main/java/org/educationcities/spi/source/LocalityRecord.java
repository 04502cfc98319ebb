package org.educationcities.spi.source;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A town or quarter of a city.
 *
 * @param id the host's stable id, 1 to 255 characters
 * @param names its public name by BCP 47 language tag
 * @param position its centre, or null if not known
 * @param population how many people live in it; 0 if not known
 */
public record LocalityRecord(
    String id, Map<String, String> names, @Nullable GeoPoint position, int population)
    implements HostRecord {

  /** A locality with an id and a population of at least 0. */
  public LocalityRecord {
    RecordRule.id(id);
    names = Map.copyOf(Objects.requireNonNull(names, "names"));
    if (population < 0) {
      throw new IllegalArgumentException("A population is 0 or more, not " + population + ".");
    }
  }
}
