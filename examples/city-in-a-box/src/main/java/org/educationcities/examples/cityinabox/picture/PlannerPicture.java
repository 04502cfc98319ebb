package org.educationcities.examples.cityinabox.picture;

import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.educationcities.city.Distance;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityTable;
import org.educationcities.report.ClearanceState;
import org.educationcities.report.PlannedPlacement;
import org.educationcities.report.PlannerView;
import org.educationcities.report.UnplacedLearner;
import org.educationcities.resource.Opportunity;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.TermLearner;
import org.educationcities.round.TermOpportunity;
import org.jspecify.annotations.Nullable;

/**
 * The planner's view of a finished job: single placements under pseudonyms, each with its reason
 * and the next best.
 */
public final class PlannerPicture {
  private final Outcome outcome;
  private final Lookup lookup;
  private final Function<LearnerId, String> pseudonym;
  private final AffinityFormula formula;
  private final AffinityTable table;
  private final Map<String, List<Offer>> offers;
  private final Map<LearnerId, Collaboration> collaborations = new HashMap<>();

  private record Offer(TermOpportunity offered, AffinityTable.Compiled profile, long price) {}

  private record Best(Opportunity opportunity, int affinity, long price) {
    long left() {
      return affinity - price;
    }
  }

  private PlannerPicture(Outcome outcome, Function<LearnerId, String> pseudonym) {
    this.outcome = outcome;
    this.lookup = new Lookup(outcome);
    this.pseudonym = pseudonym;
    this.formula = new AffinityFormula(outcome.snapshot().taxonomy(), outcome.affinityRule());
    this.table = new AffinityTable(outcome.snapshot().taxonomy(), outcome.affinityRule());
    this.offers =
        outcome.snapshot().opportunities().stream()
            .map(
                each ->
                    new Offer(
                        each,
                        table.compile(each.opportunity().profile()),
                        lookup.priceOf(each.opportunity().id()).map(PlacePrice::price).orElse(0L)))
            .collect(Collectors.groupingBy(each -> each.offered().opportunity().cityId().value()));
    outcome.collaborations().stream()
        .filter(
            each ->
                each.kind() == CollaborationKind.PLACEMENT
                    || each.kind() == CollaborationKind.SHARED_PLACE)
        .forEach(each -> each.learners().forEach(learner -> collaborations.put(learner, each)));
  }

  /**
   * The view of an outcome.
   *
   * @param title its title, in the page's language
   * @param pseudonym what stands for a learner; never an id of the host
   */
  public static PlannerView of(
      Outcome outcome, String title, Function<LearnerId, String> pseudonym) {
    return new PlannerPicture(outcome, pseudonym).view(title);
  }

  private PlannerView view(String title) {
    PlannerView.Builder view =
        PlannerView.builder(
            title, TermName.of(outcome.snapshot().term(), outcome.locale()), outcome.made());
    for (TermLearner learner : outcome.snapshot().learners()) {
      Optional<Placement> placement = lookup.placementOf(learner.learner().id());
      if (placement.isPresent()) {
        view.placement(placed(learner, placement.get()));
      } else {
        view.unplaced(unplaced(learner));
      }
    }
    return view.build();
  }

  private PlannedPlacement placed(TermLearner learner, Placement placement) {
    TermOpportunity offered = outcome.snapshot().opportunity(placement.opportunity()).orElseThrow();
    Opportunity opportunity = offered.opportunity();
    long price = lookup.priceOf(opportunity.id()).map(PlacePrice::price).orElse(0L);
    PlannedPlacement.Builder planned =
        PlannedPlacement.builder(
            lookup.city(learner.learner().cityId().value()),
            pseudonym.apply(learner.learner().id()),
            opportunity.names().in(outcome.locale()),
            lookup
                .resource(opportunity.resourceId().value())
                .map(each -> each.provider().names().in(outcome.locale()))
                .orElse(opportunity.providerId().value()),
            placement.affinity());
    Affinity affinity = formula.between(learner.profile(), opportunity.profile());
    FairnessFigures.points(affinity, lookup).forEach(planned::points);
    planned.price(price).slot(slot(opportunity));
    learner
        .position()
        .flatMap(from -> opportunity.position().map(to -> Distance.between(from, to)))
        .ifPresent(distance -> planned.distanceMetres(Math.round(distance.metres())));
    Collaboration collaboration = collaborations.get(learner.learner().id());
    planned.clearance(
        clearance(collaboration), collaboration == null ? "" : collaboration.state().name());
    long surplus = placement.affinity() - price;
    Best other = bestBut(learner, opportunity);
    if (other != null) {
      planned.whyNot(
          new PlannedPlacement.WhyNot(
              other.opportunity().names().in(outcome.locale()),
              other.affinity(),
              other.price(),
              Math.max(0, other.price() + surplus - other.affinity() + 1),
              ""));
    }
    return planned.build();
  }

  private UnplacedLearner unplaced(TermLearner learner) {
    Best best = bestBut(learner, null);
    String nearest =
        best == null
            ? ""
            : best.opportunity().names().in(outcome.locale())
                + ": "
                + best.affinity()
                + " / "
                + best.price();
    return new UnplacedLearner(
        lookup.city(learner.learner().cityId().value()),
        pseudonym.apply(learner.learner().id()),
        reason(learner, best),
        nearest);
  }

  private static String reason(TermLearner learner, @Nullable Best best) {
    if (learner.profile().growthAreas().isEmpty()) {
      return "Nothing is known of what they want to learn";
    }
    return best == null
        ? "No opportunity within reach teaches what they want to learn"
        : "At least " + (best.price() - best.affinity() + 1) + " more points for the nearest";
  }

  /** The eligible opportunity of the learner's city that the prices leave most for, but one. */
  private @Nullable Best bestBut(TermLearner learner, @Nullable Opportunity but) {
    AffinityTable.Compiled profile = table.compile(learner.profile());
    Best best = null;
    for (Offer offer : offers.getOrDefault(learner.learner().cityId().value(), List.of())) {
      Opportunity opportunity = offer.offered().opportunity();
      if (but != null && opportunity.id().equals(but.id())) {
        continue;
      }
      int points = table.points(profile, offer.profile());
      if (points == 0 || (best != null && points - offer.price() <= best.left())) {
        continue;
      }
      if (outcome.eligibility().isEligible(learner, offer.offered())) {
        best = new Best(opportunity, points, offer.price());
      }
    }
    return best;
  }

  private static ClearanceState clearance(@Nullable Collaboration collaboration) {
    if (collaboration == null) {
      return ClearanceState.WAITING;
    }
    return switch (collaboration.state()) {
      case CONFIRMED, RUNNING, COMPLETED, REFLECTED -> ClearanceState.CLEARED;
      case SUSPENDED -> ClearanceState.LAPSED;
      case CANCELLED, WITHDRAWN, DECLINED, EXPIRED -> ClearanceState.REFUSED;
      case PROPOSED, ACCEPTED -> ClearanceState.WAITING;
    };
  }

  private String slot(Opportunity opportunity) {
    return opportunity
            .schedule()
            .start()
            .getDayOfWeek()
            .getDisplayName(TextStyle.SHORT, outcome.locale())
        + " "
        + opportunity.schedule().start().toLocalTime();
  }
}
