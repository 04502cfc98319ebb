package org.educationcities.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Suspension;
import org.educationcities.spi.storage.Query;

/** Suspends placements, whatever of them is confirmed or running. */
final class PlacementSuspension implements Suspension {
  private final Moves moves;
  private final BiConsumer<Store, Predicate<Collaboration>> recheck;

  /**
   * Suspends by moves.
   *
   * @param recheck asks again about what is in force and of interest
   */
  PlacementSuspension(Moves moves, BiConsumer<Store, Predicate<Collaboration>> recheck) {
    this.moves = moves;
    this.recheck = recheck;
  }

  @Override
  public void suspend(UnitOfWork unit, LearnerId learner, String opportunityId, String reason) {
    suspend(
        unit,
        "learner",
        learner.value(),
        each -> each.opportunity().map(it -> it.value().equals(opportunityId)).orElse(false),
        reason);
  }

  @Override
  public void suspendWith(UnitOfWork unit, LearnerId learner, String partyId, String reason) {
    suspend(
        unit,
        "learner",
        learner.value(),
        each -> each.participants().stream().anyMatch(it -> it.party().id().equals(partyId)),
        reason);
  }

  @Override
  public void suspendEverywhere(Store store, Set<String> partyIds, String reason) {
    if (partyIds.isEmpty()) {
      return;
    }
    List<CollaborationId> found = new ArrayList<>();
    ConfirmedPlacements.forEach(
        store,
        each -> {
          if (isWithOneOf(each, partyIds)) {
            found.add(each.id());
          }
        });
    found.forEach(id -> store.run(unit -> suspend(unit, id, reason)));
  }

  @Override
  public void lookAgain(Store store, Set<String> partyIds) {
    if (!partyIds.isEmpty()) {
      recheck.accept(store, each -> isWithOneOf(each, partyIds));
    }
  }

  private static boolean isWithOneOf(Collaboration each, Set<String> partyIds) {
    return each.participants().stream().anyMatch(it -> partyIds.contains(it.party().id()));
  }

  private void suspend(UnitOfWork unit, CollaborationId id, String reason) {
    Stored<Collaboration> seen = Moves.seen(unit, id);
    if (seen.value().state().mayBeInForce()) {
      moves.move(
          unit, seen, CollaborationState.SUSPENDED, Map.of("reason", told(reason)), builder -> {});
    }
  }

  /** Suspends everything of an opportunity, each on its own. */
  void suspendAll(Store store, OpportunityId opportunity, String reason) {
    store.run(unit -> suspend(unit, "opportunity", opportunity.value(), each -> true, reason));
  }

  private void suspend(
      UnitOfWork unit, String index, String value, Predicate<Collaboration> which, String reason) {
    for (Stored<Collaboration> each : all(unit, index, value)) {
      if (each.value().state().mayBeInForce() && which.test(each.value())) {
        moves.move(
            unit,
            each,
            CollaborationState.SUSPENDED,
            Map.of("reason", told(reason)),
            builder -> {});
      }
    }
  }

  /** What may be told to everybody: never that, or by whom, somebody is kept apart. */
  private static String told(String reason) {
    return reason.equals("mentors-changed") ? reason : "no-longer-cleared";
  }

  /** Every placement that an index finds, within a transaction. */
  static List<Stored<Collaboration>> all(UnitOfWork unit, String index, String value) {
    return unit.all(
        CollaborationTypes.COLLABORATION,
        Query.over(CollaborationTypes.COLLABORATION.type().name())
            .where(index, value)
            .limit(Query.MAX_LIMIT)
            .build());
  }
}
