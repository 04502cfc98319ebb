package org.educationcities.collaboration;

import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Activity;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.ClearanceEvaluator;
import org.educationcities.safeguarding.HostAnswer;
import org.educationcities.safeguarding.Suspension;

/** What is confirmed or running with some adults and providers, and what the host told of it. */
final class PartiesInForce implements Suspension.InForce {
  private static final int BATCH = 200;

  private final Moves moves;
  private final ClearanceEvaluator evaluator;
  private final Set<String> ended;
  private final SetMultimap<String, CollaborationId> byParty = LinkedHashMultimap.create();
  private final Map<OpportunityId, Integer> present = new HashMap<>();
  private final HostAnswer told;

  /** Looks through everything that is confirmed or running once, and then asks the host. */
  PartiesInForce(
      Store store,
      Moves moves,
      ClearanceEvaluator evaluator,
      Set<String> ended,
      Set<String> changed) {
    this.moves = moves;
    this.evaluator = evaluator;
    this.ended = Set.copyOf(ended);
    Set<CollaborationId> toAsk = new LinkedHashSet<>();
    ConfirmedPlacements.forEach(
        store,
        each -> {
          each.opportunity().ifPresent(it -> present.merge(it, 1, Integer::sum));
          for (Participant participant : each.participants()) {
            String party = participant.party().id();
            if (changed.contains(party)) {
              toAsk.add(each.id());
            }
            if (changed.contains(party) || ended.contains(party)) {
              byParty.put(party, each.id());
            }
          }
        });
    List<Activity> asked = new ArrayList<>();
    for (List<CollaborationId> batch : Iterables.partition(toAsk, BATCH)) {
      asked.addAll(
          store.<List<Activity>>inTransaction(
              unit -> Recheck.activities(unit, moves, batch, present)));
    }
    this.told = evaluator.askHost(asked);
  }

  @Override
  public void settle(UnitOfWork unit, String partyId, String reason) {
    Set<CollaborationId> with = byParty.get(partyId);
    if (ended.contains(partyId)) {
      for (CollaborationId id : with) {
        Stored<Collaboration> seen = Moves.seen(unit, id);
        if (seen.value().state().mayBeInForce()) {
          PlacementSuspension.suspend(unit, moves, seen, reason);
        }
      }
      return;
    }
    if (with.isEmpty()) {
      return;
    }
    List<Activity> activities = Recheck.activities(unit, moves, with, present);
    List<ClearanceDecision> decisions = evaluator.decideWithin(unit, activities, told);
    for (int i = 0; i < activities.size(); i++) {
      CollaborationId id = new CollaborationId(activities.get(i).subjectId());
      Recheck.settle(unit, moves, id, decisions.get(i));
    }
  }
}
