package org.educationcities.spi.storage;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.educationcities.spi.Settings;

/**
 * What a storage is opened with.
 *
 * @param settings the values for the settings that the factory declares
 * @param types every type that the library will store, by name; a storage refuses others
 */
public record StorageContext(Settings settings, Map<String, EntityType> types) {

  /** A context. */
  public StorageContext {
    Objects.requireNonNull(settings, "settings");
    types = Map.copyOf(types);
  }

  /** A context from a set of types. */
  public static StorageContext of(Settings settings, Set<EntityType> types) {
    return new StorageContext(
        settings, types.stream().collect(Collectors.toMap(EntityType::name, Function.identity())));
  }

  /**
   * A declared type.
   *
   * @throws IllegalArgumentException if none of that name is declared
   */
  public EntityType type(String name) {
    EntityType type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "Entity type '" + name + "' is not declared.\nMaybe the storage was opened without it.");
    }
    return type;
  }
}
