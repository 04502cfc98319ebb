package org.educationcities.collaboration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.persistence.Store;

/** The placements that are confirmed or running: all that may be in force. */
final class ConfirmedPlacements {
  private ConfirmedPlacements() {}

  /** Hands on each one once, also one that begins to run meanwhile. Linear in what there is. */
  static void forEach(Store store, Consumer<? super Collaboration> action) {
    Set<CollaborationId> met = new HashSet<>();
    for (CollaborationState state :
        List.of(CollaborationState.CONFIRMED, CollaborationState.RUNNING)) {
      store.forEach(
          CollaborationTypes.COLLABORATION,
          CollaborationTypes.inState(state),
          each -> {
            if (each.value().kind() == CollaborationKind.PLACEMENT && met.add(each.value().id())) {
              action.accept(each.value());
            }
          });
    }
  }
}
