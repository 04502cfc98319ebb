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
import org.educationcities.safeguarding.ClearanceNote;

/**
 * Asks the evaluator again about what is in force, and suspends what it no longer clears: a host's
 * change, a vetting that lapsed, a policy that became stricter. It only ever takes away: what is
 * cleared for less than before is in force for less from then on.
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
    Map<String, ClearanceNote> notes = new HashMap<>();
    List<Activity> activities =
        store.<List<Activity>>inTransaction(
            unit -> {
              List<Activity> now = new ArrayList<>();
              List<Stored<Collaboration>> found = Moves.seen(unit, batch);
              Confirmations.readAnchorsAhead(unit, found);
              for (Stored<Collaboration> seen : found) {
                seen.value()
                    .clearance()
                    .ifPresent(note -> notes.put(seen.value().id().value(), note));
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
      if (decisions.get(i) instanceof ClearanceDecision.Granted granted) {
        ClearanceNote note = notes.get(granted.clearance().subjectId());
        ClearanceNote newer = granted.clearance().note(moves.now());
        if (note != null && !note.equals(note.narrowedBy(newer))) {
          narrow(granted.clearance().subjectId(), newer);
        }
      } else if (suspend(activities.get(i))) {
        suspended++;
      }
    }
    return suspended;
  }

  /** What is still cleared, but for a shorter time or with fewer others, is so from now on. */
  private void narrow(String id, ClearanceNote newer) {
    store.run(
        unit -> {
          Stored<Collaboration> seen = Moves.seen(unit, new CollaborationId(id));
          ClearanceNote note = seen.value().clearance().orElse(null);
          if (note != null && seen.value().state().mayBeInForce()) {
            unit.update(
                CollaborationTypes.COLLABORATION,
                seen,
                seen.value().changed(builder -> builder.clearance = note.narrowedBy(newer)));
          }
        });
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
