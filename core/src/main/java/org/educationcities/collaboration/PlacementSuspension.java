package org.educationcities.collaboration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.ClearanceEvaluator;
import org.educationcities.safeguarding.Suspension;
import org.educationcities.spi.storage.Query;

/** Suspends placements, whatever of them is confirmed or running. */
final class PlacementSuspension implements Suspension {
  private final Moves moves;
  private final ClearanceEvaluator evaluator;

  /** Suspends by moves, and asks an evaluator where something may go on. */
  PlacementSuspension(Moves moves, ClearanceEvaluator evaluator) {
    this.moves = moves;
    this.evaluator = evaluator;
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
  public InForce inForceWith(Store store, Set<String> ended, Set<String> changed) {
    return new PartiesInForce(store, moves, evaluator, ended, changed);
  }

  /** Suspends everything of an opportunity, each on its own. */
  void suspendAll(Store store, OpportunityId opportunity, String reason) {
    store.run(unit -> suspend(unit, "opportunity", opportunity.value(), each -> true, reason));
  }

  private void suspend(
      UnitOfWork unit, String index, String value, Predicate<Collaboration> which, String reason) {
    for (Stored<Collaboration> each : all(unit, index, value)) {
      if (each.value().state().mayBeInForce() && which.test(each.value())) {
        suspend(unit, moves, each, reason);
      }
    }
  }

  /** Suspends one that is confirmed or running. */
  static void suspend(UnitOfWork unit, Moves moves, Stored<Collaboration> seen, String reason) {
    moves.move(
        unit, seen, CollaborationState.SUSPENDED, Map.of("reason", told(reason)), builder -> {});
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
