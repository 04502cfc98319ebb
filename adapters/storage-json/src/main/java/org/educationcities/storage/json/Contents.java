package org.educationcities.storage.json;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.jspecify.annotations.Nullable;

/** All entities, in memory. Guarded by the storage's lock. */
final class Contents {
  /** A space and a type. */
  private record Place(String space, String type) {}

  private final Map<Place, NavigableMap<IndexValue, Entity>> places = new HashMap<>();

  @Nullable Entity get(String space, String type, String id) {
    NavigableMap<IndexValue, Entity> place = places.get(new Place(space, type));
    return place == null || !Entity.isId(id) ? null : place.get(IndexValue.of(id));
  }

  Stream<Entity> all(String space, String type) {
    NavigableMap<IndexValue, Entity> place = places.get(new Place(space, type));
    return place == null ? Stream.empty() : place.values().stream();
  }

  void apply(EntityText change) {
    NavigableMap<IndexValue, Entity> place =
        places.computeIfAbsent(new Place(change.space(), change.type()), p -> new TreeMap<>());
    Entity entity = change.entity();
    if (entity == null) {
      place.remove(IndexValue.of(change.id()));
    } else {
      place.put(IndexValue.of(change.id()), entity);
    }
  }
}
