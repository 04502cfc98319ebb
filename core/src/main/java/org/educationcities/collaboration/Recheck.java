package org.educationcities.collaboration;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Activity;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.ClearanceEvaluator;

/**
 * Asks the evaluator again about what is in force, and suspends what it no longer clears: a host's
 * change, a vetting that lapsed, a policy that became stricter. It only ever takes away.
 */
final class Recheck {
  private static final int BATCH = 200;

  private final Store store;
  private final Moves moves;
  private final ClearanceEvaluator evaluator;
  private final Map<OpportunityId, Integer> present = new HashMap<>();

  Recheck(Store store, Moves moves, ClearanceEvaluator evaluator) {
    this.store = store;
    this.moves = moves;
    this.evaluator = evaluator;
  }

  /** Checks what is confirmed or running and of interest; returns how many were suspended. */
  int run(Predicate<Collaboration> ofInterest) {
    Set<CollaborationId> inForce = new LinkedHashSet<>();
    ConfirmedPlacements.forEach(
        store,
        each -> {
          each.opportunity().ifPresent(it -> present.merge(it, 1, Integer::sum));
          if (ofInterest.test(each)) {
            inForce.add(each.id());
          }
        });
    int suspended = 0;
    for (List<CollaborationId> batch : Iterables.partition(inForce, BATCH)) {
      suspended += check(batch);
    }
    return suspended;
  }

  private int check(List<CollaborationId> batch) {
    List<Activity> activities =
        store.<List<Activity>>inTransaction(
            unit -> {
              List<Activity> now = new ArrayList<>();
              for (CollaborationId id : batch) {
                Stored<Collaboration> seen = Moves.seen(unit, id);
                Activity activity = Confirmations.activity(unit, seen, moves);
                // Without a session to come nobody goes anywhere.
                if (activity != null && !activity.sessions().isEmpty()) {
                  now.add(
                      activity.withLearnersPresent(
                          present.getOrDefault(new OpportunityId(activity.opportunityId()), 1)));
                }
              }
              return now;
            });
    List<ClearanceDecision> decisions = evaluator.evaluate(activities);
    int suspended = 0;
    for (int i = 0; i < activities.size(); i++) {
      if (decisions.get(i) instanceof ClearanceDecision.Refused && suspend(activities.get(i))) {
        suspended++;
      }
    }
    return suspended;
  }

  private boolean suspend(Activity refused) {
    return store.<Boolean>inTransaction(
        unit -> {
          Stored<Collaboration> seen = Moves.seen(unit, new CollaborationId(refused.subjectId()));
          if (!seen.value().state().mayBeInForce()) {
            return false;
          }
          moves.move(
              unit,
              seen,
              CollaborationState.SUSPENDED,
              Map.of("reason", "no-longer-cleared"),
              builder -> {});
          return true;
        });
  }
}
