package org.educationcities.registry;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class RegistryTypes {

  private RegistryTypes() {}

  /** The entity types of roster and knowledge. */
  public static Set<EntityType> all() {
    return Stream.concat(RosterKinds.ALL.stream(), KnowledgeKinds.ALL.stream())
        .map(Kind::type)
        .collect(ImmutableSet.toImmutableSet());
  }
}
