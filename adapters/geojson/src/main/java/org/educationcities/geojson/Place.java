package org.educationcities.geojson;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Objects;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map.
 *
 * @param id the feature's id
 * @param position where it is, or null if it is nowhere
 * @param properties texts, numbers and flags, by name
 */
public record Place(String id, @Nullable GeoPoint position, Map<String, Object> properties) {
  /**
   * A place whose properties are texts, numbers and flags.
   *
   * @throws IllegalArgumentException if one is of another kind or not finite
   */
  public Place {
    Objects.requireNonNull(id, "id");
    properties = ImmutableSortedMap.copyOf(properties);
    properties.forEach(
        (name, value) -> {
          boolean simple =
              value instanceof String
                  || value instanceof Boolean
                  || value instanceof Integer
                  || value instanceof Long
                  || (value instanceof Double number && Double.isFinite(number));
          if (!simple) {
            throw new IllegalArgumentException(
                "Property '" + name + "' is no text, number or flag.");
          }
        });
  }

  /** A school as a place: its names as {@code name:he} and so on. */
  public static Place of(SchoolRecord school) {
    return new Place(
        school.id(),
        school.position().orElse(null),
        properties("school", school.cityId(), school.names()).buildOrThrow());
  }

  /**
   * A resource as a place: its kind, whether it is untapped, whether it was made up for an example.
   */
  public static Place of(ResourceRecord resource) {
    return new Place(
        resource.id(),
        resource.position().orElse(null),
        properties("resource", resource.cityId(), resource.names())
            .put("kind", resource.kind())
            .put("untapped", resource.untapped())
            .put("generated", resource.generated())
            .buildOrThrow());
  }

  /** A locality as a place. */
  public static Place of(String cityId, LocalityRecord locality) {
    return new Place(
        locality.id(),
        locality.position(),
        properties("locality", cityId, locality.names())
            .put("population", locality.population())
            .buildOrThrow());
  }

  private static ImmutableSortedMap.Builder<String, Object> properties(
      String type, String city, Map<String, String> names) {
    ImmutableSortedMap.Builder<String, Object> properties = ImmutableSortedMap.naturalOrder();
    properties.put("type", type).put("city", city);
    names.forEach((language, name) -> properties.put("name:" + language, name));
    return properties;
  }
}
