package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.Actor;
import org.educationcities.NotFoundException;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.PlacementsBefore;
import org.educationcities.matching.RepairedAllocation;
import org.educationcities.matching.Repairs;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.AffinityRule;

/**
 * Repairs of rounds after cancellations, new learners, more places or a permission withdrawn: from
 * a stored round and a snapshot of now to a new draft. The round itself stays as it was. As many as
 * possible have a place of those who had one or are new; then the affinity less a cost of each
 * surviving placement changed is the greatest there is, proven. Thread-safe; a planner or an
 * administrator asks.
 */
public final class RoundRepairs {
  /** The key of the notion of fairness, in words by {@link Round#fairnessIn}. */
  public static final String FAIRNESS = "notion.repair.at-stated-cost";

  private final Rounds rounds;
  private final Eligibility eligibility;
  private final AffinityRule affinityRule;

  RoundRepairs(Rounds rounds, Eligibility eligibility, AffinityRule affinityRule) {
    this.rounds = Objects.requireNonNull(rounds, "rounds");
    this.eligibility = Objects.requireNonNull(eligibility, "eligibility");
    this.affinityRule = Objects.requireNonNull(affinityRule, "affinityRule");
  }

  /**
   * What each of several costs of change would give, side by side and in their order; nothing is
   * kept.
   *
   * @param now the snapshot to place in
   * @throws org.educationcities.ForbiddenException if the actor may not plan
   * @throws NotFoundException if there is no such round
   */
  public List<Repairs.Row> atCosts(
      Actor actor, RepairRequest request, Snapshot now, List<Long> costs) {
    PlacementsBefore before = before(actor, request, now);
    return Repairs.atCosts(problem(request, now, eligibility, affinityRule), before, costs);
  }

  /**
   * Repairs a round and keeps the result as a draft; every placement is checked by the hard rules.
   *
   * @param id of the new draft
   * @param now the snapshot to place in
   * @throws org.educationcities.ForbiddenException if the actor may not plan
   * @throws NotFoundException if there is no such round
   */
  public RoundRepair draft(Actor actor, RoundId id, RepairRequest request, Snapshot now) {
    PlacementsBefore before = before(actor, request, now);
    List<RepairedAllocation> found = new ArrayList<>();
    Round draft =
        rounds.draft(
            actor,
            id,
            now,
            (snapshot, rules, weights) -> {
              RepairedAllocation repaired =
                  Repairs.repair(
                      problem(request, snapshot, rules, weights), before, request.costOfChange());
              found.add(repaired);
              return draft(actor, request, snapshot, repaired);
            });
    return new RoundRepair(draft, found.get(0).moves());
  }

  private PlacementsBefore before(Actor actor, RepairRequest request, Snapshot now) {
    ImmutableMap.Builder<String, String> placeOf = ImmutableMap.builder();
    rounds
        .placements(actor, request.round())
        .forEach(each -> placeOf.put(each.learner().value(), each.opportunity().value()));
    ImmutableMap.Builder<String, Long> prices = ImmutableMap.builder();
    rounds
        .prices(actor, request.round())
        .forEach(each -> prices.put(each.opportunity().value(), each.price()));
    Map<String, String> placed = placeOf.buildOrThrow();
    ImmutableSet.Builder<String> withoutPlace = ImmutableSet.builder();
    for (TermLearner each : now.learners()) {
      LearnerId id = each.learner().id();
      if (!placed.containsKey(id.value()) && !request.isNew(id)) {
        withoutPlace.add(id.value());
      }
    }
    return new PlacementsBefore(placed, withoutPlace.build(), prices.buildOrThrow());
  }

  private static AllocationProblem problem(
      RepairRequest request, Snapshot snapshot, Eligibility rules, AffinityRule weights) {
    Eligibility permitted =
        new Eligibility(
            ImmutableList.<HardRule>builder()
                .addAll(rules.rules())
                .add(request.permission())
                .build());
    int all = Math.max(1, snapshot.opportunities().size());
    return TermCity.search(snapshot, permitted, weights).best(all, Runnable::run, 1);
  }

  private Draft draft(
      Actor actor, RepairRequest request, Snapshot snapshot, RepairedAllocation repaired) {
    Map<LearnerId, Placement> old =
        rounds.placements(actor, request.round()).stream()
            .collect(ImmutableMap.toImmutableMap(Placement::learner, each -> each));
    AllocationProblem problem = repaired.problem();
    ImmutableList.Builder<Placement> placements = ImmutableList.builder();
    for (int i = 0; i < problem.learnerCount(); i++) {
      int j = repaired.placeOf(i);
      if (j == Allocation.UNPLACED) {
        continue;
      }
      LearnerId learner = snapshot.learners().get(i).learner().id();
      boolean isKept = j == repaired.placeBefore(i);
      placements.add(
          new Placement(
              learner,
              snapshot.opportunities().get(j).opportunity().id(),
              problem.affinityOf(problem.pair(i, j)),
              isKept
                  && Optional.ofNullable(old.get(learner)).map(Placement::byHand).orElse(false)));
    }
    ImmutableList.Builder<PlacePrice> prices = ImmutableList.builder();
    for (int j = 0; j < problem.opportunityCount(); j++) {
      // What one more place would add in points, once as many as can be have one.
      prices.add(
          new PlacePrice(
              snapshot.opportunities().get(j).opportunity().id(),
              problem.places(j),
              repaired.taken(j),
              Math.max(0, repaired.pointsOfOneMore(j))));
    }
    return new Draft(placements.build(), prices.build(), FAIRNESS, Round.Proof.REPAIRED);
  }
}
