package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.persistence.Upsert;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.resource.OpportunityId;

/**
 * Rounds: draft, edit by hand, publish, withdraw. Thread-safe; a planner or an administrator asks.
 *
 * <p>A round is written in parts and becomes visible by the one write of its head; each edit rests
 * on the head, so that two planners never undo each other in silence.
 */
public final class Rounds {
  private final Store store;
  private final Eligibility eligibility;
  private final AffinityRule affinityRule;
  private final InstantSource clock;

  /** Rounds in a store, by rules and weights. */
  public Rounds(
      Store store, Eligibility eligibility, AffinityRule affinityRule, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.eligibility = Objects.requireNonNull(eligibility, "eligibility");
    this.affinityRule = Objects.requireNonNull(affinityRule, "affinityRule");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Allocates a snapshot and keeps the result as a draft. Every placement is checked by the hard
   * rules, one pair at a time, apart from whatever the allocator went by.
   *
   * @throws ForbiddenException if the actor may not plan
   * @throws IllegalStateException if the allocator placed somebody where they may not be: a defect,
   *     and nothing is kept
   */
  public Round draft(Actor actor, RoundId id, Snapshot snapshot, Allocator allocator) {
    Draft draft = preview(actor, snapshot, allocator);
    List<RoundPart> parts = parts(id, draft);
    Round round =
        new Round(
            id,
            snapshot.term().id(),
            RoundState.DRAFT,
            snapshot.asOf(),
            draft.fairness(),
            snapshot.learners().size(),
            draft.placements().size(),
            draft.placements().stream().mapToLong(Placement::affinity).sum(),
            draft.proof(),
            parts.size());
    Upsert.all(store.as(actor), RoundTypes.PART, parts);
    store.run(
        actor,
        unit -> {
          unit.insert(RoundTypes.ROUND, round);
          tell(unit, round, 1);
        });
    return round;
  }

  /**
   * What {@link #draft} would give, checked alike; nothing is kept. Two of them, one of a changed
   * snapshot, tell what if.
   *
   * @throws ForbiddenException if the actor may not plan
   * @throws IllegalStateException if the allocator placed somebody where they may not be: a defect
   */
  public Draft preview(Actor actor, Snapshot snapshot, Allocator allocator) {
    mayPlan(actor);
    Draft draft = allocator.allocate(snapshot, eligibility, affinityRule);
    new RoundCheck(snapshot, eligibility, affinityRule).check(draft);
    return draft;
  }

  /** Repairs of rounds after something changed. */
  public RoundRepairs repairs() {
    return new RoundRepairs(this, eligibility, affinityRule);
  }

  /** The round of an id, if there is one. */
  public Optional<Round> find(RoundId id) {
    return store.find(RoundTypes.ROUND, id.value()).map(Stored::value);
  }

  /** The placements of a round, by learner unless edited. */
  public List<Placement> placements(Actor actor, RoundId id) {
    mayPlan(actor);
    return store
        .as(actor)
        .inTransaction(
            unit -> {
              unit.saw(RoundTypes.ROUND.type().name(), id.value(), "placements");
              return parts(unit, head(unit, id).value()).stream()
                  .flatMap(part -> part.value().placements().stream())
                  .collect(ImmutableList.toImmutableList());
            });
  }

  /** The prices of a round, by opportunity. */
  public List<PlacePrice> prices(Actor actor, RoundId id) {
    mayPlan(actor);
    return store.inTransaction(
        unit ->
            parts(unit, head(unit, id).value()).stream()
                .flatMap(part -> part.value().prices().stream())
                .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Moves a learner of a draft to an opportunity, from wherever they were.
   *
   * @throws RoundStateException if it is no draft
   * @throws RefusedEditException if a hard rule or the places refuse it
   */
  public Round place(
      Actor actor, RoundId id, Snapshot snapshot, LearnerId learner, OpportunityId opportunity) {
    mayPlan(actor);
    TermLearner who =
        snapshot
            .learner(learner)
            .orElseThrow(() -> new NotFoundException("learner", learner.value()));
    TermOpportunity where =
        snapshot
            .opportunity(opportunity)
            .orElseThrow(() -> new NotFoundException("opportunity", opportunity.value()));
    List<String> refusals = eligibility.refusals(who, where);
    if (!refusals.isEmpty()) {
      throw new RefusedEditException(learner, refusals);
    }
    int affinity =
        new AffinityFormula(snapshot.taxonomy(), affinityRule)
            .between(who.profile(), where.opportunity().profile())
            .points();
    return edit(
        actor,
        id,
        placements -> {
          placements.removeIf(each -> each.learner().equals(learner));
          long taken =
              placements.stream().filter(each -> each.opportunity().equals(opportunity)).count();
          if (taken >= where.opportunity().places()) {
            throw new RefusedEditException(learner, List.of("places"));
          }
          placements.add(new Placement(learner, opportunity, affinity, true));
        });
  }

  /**
   * Takes a learner of a draft out of their place; leaves the draft as it is if they have none.
   *
   * @throws RoundStateException if it is no draft
   */
  public Round remove(Actor actor, RoundId id, LearnerId learner) {
    mayPlan(actor);
    return edit(
        actor, id, placements -> placements.removeIf(each -> each.learner().equals(learner)));
  }

  /**
   * Publishes a draft.
   *
   * @throws RoundStateException if it is no draft
   */
  public Round publish(Actor actor, RoundId id) {
    return turn(actor, id, RoundState.PUBLISHED);
  }

  /**
   * Withdraws a round. What came of it is ended by its own rules.
   *
   * @throws RoundStateException if it was withdrawn already
   */
  public Round withdraw(Actor actor, RoundId id) {
    return turn(actor, id, RoundState.WITHDRAWN);
  }

  private Round turn(Actor actor, RoundId id, RoundState next) {
    mayPlan(actor);
    return store.inTransaction(
        actor,
        unit -> {
          Stored<Round> head = head(unit, id);
          Round turned = unit.update(RoundTypes.ROUND, head, head.value().inState(next)).value();
          tell(unit, turned, next == RoundState.PUBLISHED ? 2 : 3);
          return turned;
        });
  }

  private void tell(UnitOfWork unit, Round round, int sequence) {
    EventType type =
        switch (round.state()) {
          case DRAFT -> EventType.ROUND_DRAFTED;
          case PUBLISHED -> EventType.ROUND_PUBLISHED;
          case WITHDRAWN -> EventType.ROUND_WITHDRAWN;
        };
    Outbox.add(
        unit,
        DomainEvent.of(
            type,
            round.id().value(),
            sequence,
            clock.instant(),
            Map.of("term", round.term().value())));
  }

  private Round edit(Actor actor, RoundId id, java.util.function.Consumer<List<Placement>> change) {
    return store.inTransaction(
        actor,
        unit -> {
          Stored<Round> head = head(unit, id);
          if (head.value().state() != RoundState.DRAFT) {
            throw new RoundStateException(id, head.value().state());
          }
          List<Stored<RoundPart>> parts = parts(unit, head.value());
          List<Placement> placements = new ArrayList<>();
          parts.forEach(part -> placements.addAll(part.value().placements()));
          change.accept(placements);
          rewrite(unit, parts, placements);
          long total = placements.stream().mapToLong(Placement::affinity).sum();
          return unit.update(RoundTypes.ROUND, head, head.value().edited(placements.size(), total))
              .value();
        });
  }

  /** Lays the placements over the parts again; only parts that differ are written. */
  private static void rewrite(
      UnitOfWork unit, List<Stored<RoundPart>> parts, List<Placement> placements) {
    Set<Placement> left = new java.util.LinkedHashSet<>(placements);
    for (int i = 0; i < parts.size(); i++) {
      RoundPart part = parts.get(i).value();
      List<Placement> kept = new ArrayList<>(part.placements());
      kept.retainAll(left);
      left.removeAll(ImmutableSet.copyOf(kept));
      if (i == parts.size() - 1) {
        kept.addAll(left);
      }
      if (!kept.equals(part.placements())) {
        unit.update(RoundTypes.PART, parts.get(i), part.withPlacements(kept));
      }
    }
  }

  private static List<RoundPart> parts(RoundId id, Draft draft) {
    List<List<Placement>> placements =
        ImmutableList.copyOf(Iterables.partition(draft.placements(), RoundPart.SIZE));
    List<List<PlacePrice>> prices =
        ImmutableList.copyOf(Iterables.partition(draft.prices(), RoundPart.SIZE));
    return IntStream.range(0, Math.max(1, Math.max(placements.size(), prices.size())))
        .mapToObj(
            i ->
                new RoundPart(
                    id,
                    i,
                    i < placements.size() ? placements.get(i) : List.of(),
                    i < prices.size() ? prices.get(i) : List.of()))
        .toList();
  }

  private static List<Stored<RoundPart>> parts(UnitOfWork unit, Round round) {
    return IntStream.range(0, round.parts())
        .mapToObj(
            i ->
                unit.find(RoundTypes.PART, RoundPart.id(round.id(), i))
                    .orElseThrow(
                        () -> new NotFoundException("part of the round", round.id().value())))
        .toList();
  }

  private static Stored<Round> head(UnitOfWork unit, RoundId id) {
    return unit.find(RoundTypes.ROUND, id.value())
        .orElseThrow(() -> new NotFoundException("round", id.value()));
  }

  private static void mayPlan(Actor actor) {
    if (!actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "plan a round");
    }
  }
}
