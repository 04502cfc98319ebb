package org.educationcities.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.registry.LegalBasis.Purpose;
import org.educationcities.spi.storage.Query;

/**
 * For whom a purpose has no legal basis any more: asked by what processes data, and given to no
 * caller, since it tells of many at once. Thread-safe.
 */
public final class ProcessingStops {
  private final Store store;
  private final InstantSource clock;

  /** The stops kept in a store. */
  public ProcessingStops(Store store, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Whether a learner's data may be processed for a purpose now. */
  public boolean lets(LearnerId learner, Purpose purpose) {
    return store
        .find(KnowledgeKinds.BASIS, LegalBases.id(learner, purpose))
        .map(each -> each.value().holdsAt(clock.instant()))
        .orElse(true);
  }

  /** Everybody whose data may not be processed for a purpose now. Linear in what was stated. */
  public Set<LearnerId> leftOut(Purpose purpose) {
    Instant now = clock.instant();
    Set<LearnerId> leftOut = new HashSet<>();
    store.forEach(
        KnowledgeKinds.BASIS,
        Query.over(KnowledgeKinds.BASIS.type().name()).limit(500).build(),
        each -> {
          if (each.value().purpose() == purpose && !each.value().holdsAt(now)) {
            leftOut.add(each.value().learner());
          }
        });
    return leftOut;
  }
}
