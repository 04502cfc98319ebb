package org.educationcities.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.city.Distance;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.registry.Offers;
import org.educationcities.resource.TermId;

/**
 * What suits one learner best, and why; by the very rules and the formula that a round goes by.
 * Thread-safe.
 */
public final class Recommendations {
  private static final Comparator<Recommendation> BEST_FIRST =
      Comparator.comparingInt((Recommendation each) -> each.affinity().points())
          .reversed()
          .thenComparing(each -> each.distance().orElse(Distance.ZERO))
          .thenComparing(each -> each.opportunity().id().value());

  private final Snapshots snapshots;
  private final Offers offers;
  private final Eligibility eligibility;
  private final AffinityRule affinityRule;

  /** Recommendations from snapshots, by rules and weights. */
  public Recommendations(
      Snapshots snapshots, Offers offers, Eligibility eligibility, AffinityRule affinityRule) {
    this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
    this.offers = Objects.requireNonNull(offers, "offers");
    this.eligibility = Objects.requireNonNull(eligibility, "eligibility");
    this.affinityRule = Objects.requireNonNull(affinityRule, "affinityRule");
  }

  /**
   * The best opportunities of a term for a learner. Linear in the opportunities of the term.
   *
   * @param actor the learner, or a guardian, educator, planner, administrator or the system
   * @param most 1 to 100
   * @throws ForbiddenException if the actor may not ask for this learner
   * @throws NotFoundException if there is no such learner or term
   */
  public RecommendationList forLearner(Actor actor, LearnerId learner, TermId term, int most) {
    boolean self = actor.role() == Role.LEARNER && actor.id().equals(learner.value());
    if (!self
        && !actor.isOneOf(
            Role.GUARDIAN, Role.EDUCATOR, Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "see what is recommended to this learner");
    }
    if (most < 1 || most > 100) {
      throw new IllegalArgumentException("1 to 100 can be recommended, not " + most + ".");
    }
    Snapshot snapshot = snapshots.takeFor(offers.term(term), learner);
    TermLearner who =
        snapshot
            .learner(learner)
            .orElseThrow(() -> new NotFoundException("learner", learner.value()));
    AffinityFormula formula = new AffinityFormula(snapshot.taxonomy(), affinityRule);
    List<Recommendation> found = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    int withoutGain = 0;
    for (TermOpportunity offered : snapshot.opportunities()) {
      List<String> refusals = eligibility.refusals(who, offered);
      refusals.forEach(code -> refused.merge(code, 1, Integer::sum));
      if (!refusals.isEmpty()) {
        continue;
      }
      Affinity affinity = formula.between(who.profile(), offered.opportunity().profile());
      if (affinity.points() == 0) {
        withoutGain++;
        continue;
      }
      found.add(
          new Recommendation(
              offered.opportunity(),
              affinity,
              StandardRules.distanceOf(who, offered).orElse(null)));
    }
    found.sort(BEST_FIRST);
    return new RecommendationList(
        found.subList(0, Math.min(most, found.size())),
        refused,
        withoutGain,
        !who.profile().growthAreas().isEmpty());
  }
}
