package org.educationcities.round;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.resource.OpportunityId;

/**
 * Checks a draft against the snapshot by the rules themselves, one placement at a time. Shares no
 * code with the engine: neither its indexes nor its arithmetic.
 */
final class RoundCheck {
  private final Snapshot snapshot;
  private final Eligibility eligibility;
  private final AffinityFormula formula;

  RoundCheck(Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    this.snapshot = snapshot;
    this.eligibility = eligibility;
    this.formula = new AffinityFormula(snapshot.taxonomy(), affinityRule);
  }

  /**
   * Checks everything that a draft says.
   *
   * @throws IllegalStateException with the ids and rules of the first thing that does not hold
   */
  void check(Draft draft) {
    Set<LearnerId> placed = new HashSet<>();
    Map<OpportunityId, Integer> taken = new HashMap<>();
    for (Placement each : draft.placements()) {
      TermLearner learner = snapshot.learner(each.learner()).orElseThrow(() -> unknown(each));
      TermOpportunity offered =
          snapshot.opportunity(each.opportunity()).orElseThrow(() -> unknown(each));
      List<String> refusals = eligibility.refusals(learner, offered);
      if (!refusals.isEmpty()) {
        throw defect(each, "is refused by " + refusals);
      }
      int affinity = formula.between(learner.profile(), offered.opportunity().profile()).points();
      if (affinity != each.affinity() || affinity == 0) {
        throw defect(each, "is told an affinity of " + each.affinity() + " and has " + affinity);
      }
      if (!placed.add(each.learner())) {
        throw defect(each, "is that learner's second");
      }
      if (taken.merge(each.opportunity(), 1, Integer::sum) > offered.opportunity().places()) {
        throw defect(each, "is one more than there are places");
      }
    }
    for (PlacePrice price : draft.prices()) {
      if (taken.getOrDefault(price.opportunity(), 0) != price.taken()) {
        throw new IllegalStateException(
            "Opportunity " + price.opportunity() + " is told another number of places taken.");
      }
    }
  }

  private static IllegalStateException unknown(Placement each) {
    return defect(each, "is of somebody or something that the snapshot lacks");
  }

  private static IllegalStateException defect(Placement each, String what) {
    return new IllegalStateException(
        "The placement of learner "
            + each.learner()
            + " in "
            + each.opportunity()
            + " "
            + what
            + ".\nThis is a defect of the allocator; nothing was kept.");
  }
}
