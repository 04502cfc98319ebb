package org.educationcities.collaboration;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Activity;
import org.educationcities.safeguarding.Clearance;
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
    List<Activity> activities =
        store.<List<Activity>>inTransaction(unit -> activities(unit, moves, batch, present));
    List<ClearanceDecision> decisions = evaluator.evaluate(activities);
    int suspended = 0;
    for (int i = 0; i < activities.size(); i++) {
      CollaborationId id = new CollaborationId(activities.get(i).subjectId());
      ClearanceDecision decision = decisions.get(i);
      suspended += store.<Boolean>inTransaction(unit -> settle(unit, moves, id, decision)) ? 1 : 0;
    }
    return suspended;
  }

  /**
   * What some placements are about now; those without a session to come left out, since nobody goes
   * anywhere.
   *
   * @param present how many are confirmed or running in each opportunity
   */
  static List<Activity> activities(
      UnitOfWork unit,
      Moves moves,
      Collection<CollaborationId> ids,
      Map<OpportunityId, Integer> present) {
    List<Activity> now = new ArrayList<>();
    List<Stored<Collaboration>> found = Moves.seen(unit, ids);
    Confirmations.readAnchorsAhead(unit, found);
    for (Stored<Collaboration> seen : found) {
      Activity activity = Confirmations.activity(unit, seen, moves);
      if (activity != null && !activity.sessions().isEmpty()) {
        now.add(
            activity.withLearnersPresent(
                present.getOrDefault(new OpportunityId(activity.opportunityId()), 1)));
      }
    }
    return now;
  }

  /**
   * Suspends what is refused; what is still cleared, but for a shorter time or with fewer others,
   * is so from now on. Where it is by an override that it did not rest on before, that is used as
   * by a confirmation, so that whoever revokes it finds what goes on by it; where that has changed
   * meanwhile, it is suspended.
   *
   * @return whether it was suspended
   */
  static boolean settle(
      UnitOfWork unit, Moves moves, CollaborationId id, ClearanceDecision decision) {
    Stored<Collaboration> seen = Moves.seen(unit, id);
    if (!seen.value().state().mayBeInForce()) {
      return false;
    }
    if (!(decision instanceof ClearanceDecision.Granted granted)) {
      PlacementSuspension.suspend(unit, moves, seen, "no-longer-cleared");
      return true;
    }
    ClearanceNote newer = granted.clearance().note(moves.now());
    ClearanceNote note = seen.value().clearance().orElse(null);
    if (note == null || note.equals(note.narrowedBy(newer))) {
      return false;
    }
    ClearanceNote narrowed = note.narrowedBy(newer);
    if (narrowed.anchors().size() > note.anchors().size()) {
      Clearance.Footing footing = granted.clearance().footingIn(unit);
      if (footing == null) {
        PlacementSuspension.suspend(unit, moves, seen, "no-longer-cleared");
        return true;
      }
      footing.restIn(unit);
    }
    unit.update(
        CollaborationTypes.COLLABORATION,
        seen,
        seen.value().changed(builder -> builder.clearance = narrowed));
    return false;
  }
}
