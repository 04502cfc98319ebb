package org.educationcities;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.educationcities.collaboration.CollaborationTypes;
import org.educationcities.notification.NotificationTypes;
import org.educationcities.persistence.KeyCheck;
import org.educationcities.persistence.Kind;
import org.educationcities.privacy.Audit;
import org.educationcities.registry.RegistryTypes;
import org.educationcities.round.RoundTypes;
import org.educationcities.safeguarding.SafeguardingTypes;
import org.educationcities.spi.storage.EntityType;

/**
 * Every kind of thing that the library keeps: what is exported and erased of a person is looked for
 * in each.
 */
final class AllKinds {
  private static final List<Kind<?>> KINDS =
      ImmutableList.<Kind<?>>builder()
          .addAll(RegistryTypes.kinds())
          .addAll(RoundTypes.kinds())
          .addAll(SafeguardingTypes.kinds())
          .addAll(CollaborationTypes.kinds())
          .addAll(NotificationTypes.kinds())
          .addAll(KeyCheck.kinds())
          .addAll(Audit.kinds())
          .build();

  private AllKinds() {}

  static List<Kind<?>> kinds() {
    return KINDS;
  }

  static Set<EntityType> types() {
    return KINDS.stream().map(Kind::type).collect(ImmutableSet.toImmutableSet());
  }
}
