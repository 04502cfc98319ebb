package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class RegistryTypes {

  private RegistryTypes() {}

  /** The entity types of roster and knowledge. */
  public static Set<EntityType> all() {
    return kinds().stream().map(Kind::type).collect(ImmutableSet.toImmutableSet());
  }

  /** The kinds behind them. */
  public static List<Kind<?>> kinds() {
    return ImmutableList.<Kind<?>>builder()
        .addAll(RosterKinds.ALL)
        .addAll(KnowledgeKinds.ALL)
        .build();
  }
}
