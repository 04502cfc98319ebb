package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.city.Names;
import org.educationcities.matching.PairReason;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Relations;
import org.educationcities.resource.OpportunityId;
import org.jspecify.annotations.Nullable;

/**
 * Why this, why not that: for any learner and opportunity, what a stored round decided, by its own
 * placements and prices and by the rules and the formula it went by. Thread-safe.
 *
 * <p>A published round is explained to the learner, guardians, educators and who plans; any other
 * to who plans only.
 */
public final class Explanations {
  private static final Comparator<Explanation> NEAREST_FIRST =
      Comparator.comparingInt(Explanations::rank)
          .thenComparingLong(each -> each.reason().missing())
          .thenComparing(each -> each.reason().opportunity());

  private final Store store;
  private final Relations relations;
  private final Snapshots snapshots;
  private final Offers offers;
  private final Eligibility eligibility;
  private final AffinityRule affinityRule;

  /** Explanations of stored rounds, by rules and weights. */
  public Explanations(
      Store store,
      Snapshots snapshots,
      Offers offers,
      Eligibility eligibility,
      AffinityRule affinityRule,
      Relations relations) {
    this.relations = Objects.requireNonNull(relations, "relations");
    this.store = Objects.requireNonNull(store, "store");
    this.snapshots = Objects.requireNonNull(snapshots, "snapshots");
    this.offers = Objects.requireNonNull(offers, "offers");
    this.eligibility = Objects.requireNonNull(eligibility, "eligibility");
    this.affinityRule = Objects.requireNonNull(affinityRule, "affinityRule");
  }

  /**
   * The reason for a pair, by what is known of the learner and the opportunity now. Linear in the
   * round's placements and the opportunities of its term.
   *
   * @param actor the learner, a guardian of theirs, an educator of theirs, a planner, an
   *     administrator, the safeguarding lead or the system
   * @throws ForbiddenException if the actor may not ask for this learner or this round
   * @throws NotFoundException if there is no such round, learner or opportunity
   */
  public Explanation why(Actor actor, RoundId round, LearnerId learner, OpportunityId opportunity) {
    Round head = headFor(actor, round, learner);
    return why(head, snapshots.takeFor(offers.term(head.term()), learner), learner, opportunity);
  }

  /**
   * The reason for a pair, by the snapshot that the round was made from, or a later one.
   *
   * @throws ForbiddenException if the actor may not ask for this learner or this round
   * @throws NotFoundException if there is no such round, or no such learner or opportunity in the
   *     snapshot
   */
  public Explanation why(
      Actor actor, RoundId round, Snapshot snapshot, LearnerId learner, OpportunityId opportunity) {
    return why(headFor(actor, round, learner), snapshot, learner, opportunity);
  }

  /**
   * The reasons for a learner: their placement first, then what was nearest to being chosen, what
   * is not possible last.
   *
   * @param most 1 to 100
   * @throws ForbiddenException if the actor may not ask for this learner or this round
   * @throws NotFoundException if there is no such round or learner
   */
  public List<Explanation> ofLearner(Actor actor, RoundId round, LearnerId learner, int most) {
    if (most < 1 || most > 100) {
      throw new IllegalArgumentException("1 to 100 can be explained, not " + most + ".");
    }
    Round head = headFor(actor, round, learner);
    Snapshot snapshot = snapshots.takeFor(offers.term(head.term()), learner);
    Known known = known(head, snapshot, learner);
    List<Explanation> all = new ArrayList<>();
    snapshot.opportunities().forEach(each -> all.add(known.explain(each)));
    all.sort(NEAREST_FIRST);
    return ImmutableList.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static int rank(Explanation explanation) {
    if (explanation.reason().held().equals(explanation.reason().opportunity())) {
      return 0;
    }
    return switch (explanation.reason().outcome()) {
      case EXCLUDED -> 3;
      case NO_PLACES, NOT_OFFERED -> 2;
      default -> 1;
    };
  }

  private Explanation why(
      Round head, Snapshot snapshot, LearnerId learner, OpportunityId opportunity) {
    TermOpportunity offered =
        snapshot
            .opportunity(opportunity)
            .orElseThrow(() -> new NotFoundException("opportunity", opportunity.value()));
    return known(head, snapshot, learner).explain(offered);
  }

  private Round headFor(Actor actor, RoundId round, LearnerId learner) {
    relations.checkMaySee(
        actor, learner, "ask why this learner was placed as they were", Role.PLANNER);
    boolean plans = actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM);
    Round head =
        store
            .find(RoundTypes.ROUND, round.value())
            .orElseThrow(() -> new NotFoundException("round", round.value()))
            .value();
    if (head.state() != RoundState.PUBLISHED && !plans) {
      throw new ForbiddenException(actor, "see a round that is not published");
    }
    store.as(actor).run(unit -> unit.sawOf(Person.of(learner), "explanation"));
    return head;
  }

  /** Reads a round once, part after part: its prices and the one placement asked about. */
  private Known known(Round head, Snapshot snapshot, LearnerId learner) {
    TermLearner who =
        snapshot
            .learner(learner)
            .orElseThrow(() -> new NotFoundException("learner", learner.value()));
    ImmutableMap.Builder<OpportunityId, PlacePrice> prices = ImmutableMap.builder();
    List<Placement> held = new ArrayList<>();
    for (int i = 0; i < head.parts(); i++) {
      RoundPart part =
          store
              .find(RoundTypes.PART, RoundPart.id(head.id(), i))
              .orElseThrow(() -> new NotFoundException("part of the round", head.id().value()))
              .value();
      part.prices().forEach(each -> prices.put(each.opportunity(), each));
      part.placements().stream().filter(each -> each.learner().equals(learner)).forEach(held::add);
    }
    return new Known(
        head, snapshot, who, prices.buildOrThrow(), held.isEmpty() ? null : held.get(0));
  }

  /** What is known of one learner in one round. */
  private final class Known {
    private final Round round;
    private final Snapshot snapshot;
    private final TermLearner who;
    private final Map<OpportunityId, PlacePrice> prices;
    private final @Nullable Placement placement;
    private final String held;
    private final AffinityFormula formula;
    private final Map<String, Names> topicNames;

    private Known(
        Round round,
        Snapshot snapshot,
        TermLearner who,
        Map<OpportunityId, PlacePrice> prices,
        @Nullable Placement placement) {
      this.round = round;
      this.snapshot = snapshot;
      this.who = who;
      this.prices = prices;
      this.placement = placement;
      this.held = placement == null ? "" : placement.opportunity().value();
      this.formula = new AffinityFormula(snapshot.taxonomy(), affinityRule);
      ImmutableMap.Builder<String, Names> names = ImmutableMap.builder();
      snapshot.taxonomy().topics().forEach(each -> names.put(each.id().value(), each.names()));
      this.topicNames = names.buildOrThrow();
    }

    private Explanation explain(TermOpportunity offered) {
      Affinity affinity = formula.between(who.profile(), offered.opportunity().profile());
      PairReason reason = reason(offered, affinity);
      Map<String, Names> opportunityNames = new HashMap<>();
      opportunityNames.put(offered.opportunity().id().value(), offered.opportunity().names());
      if (placement != null) {
        snapshot
            .opportunity(placement.opportunity())
            .ifPresent(each -> opportunityNames.put(held, each.opportunity().names()));
      }
      return new Explanation(
          reason, affinity, round.asOf(), snapshot.asOf(), opportunityNames, topicNames);
    }

    private PairReason reason(TermOpportunity offered, Affinity affinity) {
      String learner = who.learner().id().value();
      String opportunity = offered.opportunity().id().value();
      List<String> codes = exclusions(offered, affinity);
      PlacePrice price = prices.get(offered.opportunity().id());
      if (placement != null && held.equals(opportunity)) {
        return ofTheirOwn(placement, price, codes);
      }
      if (!codes.isEmpty()) {
        return PairReason.excluded(learner, opportunity, held, codes);
      }
      if (placement != null && placement.byHand()) {
        return without(PairReason.Outcome.BY_HAND, opportunity, affinity);
      }
      if (!isPriced()) {
        return without(PairReason.Outcome.UNPRICED, opportunity, affinity);
      }
      if (price == null) {
        return without(PairReason.Outcome.NOT_OFFERED, opportunity, affinity);
      }
      if (price.places() == 0) {
        return without(PairReason.Outcome.NO_PLACES, opportunity, affinity);
      }
      return PairReason.byPrice(
          learner, opportunity, held, affinity.points(), price.price(), surplus());
    }

    /** Whether the prices are of a greatest total: those of a repair weigh places too. */
    private boolean isPriced() {
      return round.proof() == Round.Proof.OPTIMAL || round.proof() == Round.Proof.EDITED;
    }

    private PairReason ofTheirOwn(Placement own, @Nullable PlacePrice price, List<String> codes) {
      String learner = own.learner().value();
      String opportunity = own.opportunity().value();
      if (own.byHand()) {
        return PairReason.without(
            PairReason.Outcome.BY_HAND, learner, opportunity, held, own.affinity());
      }
      if (!isPriced() || price == null) {
        return PairReason.without(
            PairReason.Outcome.UNPRICED, learner, opportunity, held, own.affinity());
      }
      long lead = surplus() - leftElsewhere(own.opportunity());
      if (!codes.isEmpty() || lead < 0) {
        return new PairReason(
            learner,
            opportunity,
            PairReason.Outcome.CHANGED_SINCE,
            codes,
            own.affinity(),
            price.price(),
            surplus(),
            held,
            0,
            0);
      }
      return PairReason.placed(
          learner, opportunity, own.affinity(), price.price(), surplus(), lead);
    }

    private PairReason without(PairReason.Outcome outcome, String opportunity, Affinity affinity) {
      return PairReason.without(
          outcome, who.learner().id().value(), opportunity, held, affinity.points());
    }

    private List<String> exclusions(TermOpportunity offered, Affinity affinity) {
      List<String> codes = new ArrayList<>(eligibility.refusals(who, offered));
      if (affinity.points() == 0) {
        codes.add("nothing-to-learn");
      }
      return codes;
    }

    /** What the placement leaves beyond its price: by its certificate never below 0. */
    private long surplus() {
      return placement == null
          ? 0
          : Math.max(0, placement.affinity() - priceOf(placement.opportunity()));
    }

    private long priceOf(OpportunityId id) {
      PlacePrice price = prices.get(id);
      return price == null ? 0 : price.price();
    }

    /** The most that anything else of the round leaves the learner after its price. */
    private long leftElsewhere(OpportunityId own) {
      return snapshot.opportunities().stream()
          .filter(each -> !each.opportunity().id().equals(own))
          .filter(each -> prices.containsKey(each.opportunity().id()))
          .filter(each -> eligibility.isEligible(who, each))
          .mapToLong(
              each ->
                  formula.between(who.profile(), each.opportunity().profile()).points()
                      - priceOf(each.opportunity().id()))
          .reduce(0, Math::max);
    }
  }
}
