package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.notification.EventType;
import org.educationcities.people.AdultId;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.registry.Offers;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.jspecify.annotations.Nullable;

/**
 * Places, and the proposals and waitlists that go for them. Thread-safe: a place is a number in the
 * anchor of its opportunity, so none is ever given twice.
 */
public final class Placements {
  private static final int BATCH = 250;
  private static final int LONGEST_WAITLIST = 500;

  private final Store store;
  private final Offers offers;
  private final Homes homes;
  private final Moves moves;
  private final Entitlements entitlements;
  private final PlacementSuspension suspension;

  Placements(
      Store store,
      Offers offers,
      Homes homes,
      Moves moves,
      Entitlements entitlements,
      PlacementSuspension suspension) {
    this.suspension = Objects.requireNonNull(suspension, "suspension");
    this.store = Objects.requireNonNull(store, "store");
    this.offers = Objects.requireNonNull(offers, "offers");
    this.homes = Objects.requireNonNull(homes, "homes");
    this.moves = Objects.requireNonNull(moves, "moves");
    this.entitlements = Objects.requireNonNull(entitlements, "entitlements");
  }

  /**
   * The places of an opportunity; empty until they were opened or proposed for. Takes no actor: for
   * what the host or the library computes with, and shows to nobody; what is shown goes by {@link
   * Shown}.
   */
  public Optional<Places> placesOf(OpportunityId opportunity) {
    return store.find(CollaborationTypes.PLACES, opportunity.value()).map(Stored::value);
  }

  /**
   * Opens the places of opportunities, or changes who is with the learners there, in batches. Where
   * other adults are named than before, be it fewer or more, what was confirmed there is suspended:
   * it was cleared with those before, and needs a new clearance.
   *
   * @param actor an organiser, or a provider for what it offers itself
   * @param mentors for each opportunity the adults who are there at every session
   * @throws NotFoundException if there is no such opportunity; nothing was opened
   */
  public void open(Actor actor, Map<OpportunityId, Set<AdultId>> mentors) {
    Map<OpportunityId, Opportunity> known = offers.find(mentors.keySet());
    for (OpportunityId each : mentors.keySet()) {
      Opportunity opportunity = known.get(each);
      if (opportunity == null) {
        throw new NotFoundException("opportunity", each.value());
      }
      if (!Entitlements.organises(actor)
          && !entitlements.speaksForProvider(actor, opportunity.providerId().value())) {
        throw new ForbiddenException(actor, "open these places");
      }
    }
    Set<OpportunityId> changed = new HashSet<>();
    for (List<OpportunityId> batch : Iterables.partition(mentors.keySet(), BATCH)) {
      changed.addAll(
          store
              .as(actor)
              .<Set<OpportunityId>>inTransaction(
                  unit -> {
                    Set<OpportunityId> withOthers = new HashSet<>();
                    for (OpportunityId each : batch) {
                      int capacity = Objects.requireNonNull(known.get(each)).places();
                      Set<AdultId> adults = mentors.getOrDefault(each, Set.of());
                      Stored<Places> seen = find(unit, each);
                      Places before = seen == null ? Places.empty(each, capacity) : seen.value();
                      put(unit, seen, before.withCapacity(capacity).withMentors(adults));
                      if (!adults.equals(before.mentors())) {
                        withOthers.add(each);
                      }
                    }
                    return withOthers;
                  }));
    }
    // After the commit: whatever was confirmed before it is seen, whatever comes after rests on it.
    changed.forEach(each -> suspension.suspendAll(store.as(actor), each, "mentors-changed"));
  }

  /**
   * Proposes a placement.
   *
   * @param actor an organiser, an educator, the provider; or the learner or their guardian
   * @throws NoPlaceException if every place is held; the learner may join the waitlist
   * @throws NotFoundException if the learner or the opportunity is not known, or nothing is left of
   *     it
   */
  public Collaboration propose(Actor actor, Proposal proposal) {
    Proposal.Outcome outcome = proposeAll(actor, List.of(proposal)).get(0);
    switch (outcome.answer()) {
      case NO_PLACE ->
          throw new NoPlaceException(
              proposal.opportunity(),
              placesOf(proposal.opportunity()).map(Places::capacity).orElse(0));
      case UNKNOWN ->
          throw new NotFoundException("learner or opportunity", proposal.opportunity().value());
      default -> {}
    }
    return store
        .find(CollaborationTypes.COLLABORATION, proposal.placement().value())
        .map(Stored::value)
        .orElseThrow(
            () ->
                new IllegalMoveException(
                    proposal.placement(),
                    "propose a second place of one opportunity to a learner",
                    "Maybe they hold one by another proposal."));
  }

  /**
   * Proposes many placements, in batches of {@value #BATCH} to a transaction, by the same rules. An
   * interrupted call is simply made again.
   *
   * @return what became of each, by opportunity
   */
  public List<Proposal.Outcome> proposeAll(Actor actor, List<Proposal> proposals) {
    proposals.forEach(each -> mayPropose(actor, each));
    List<Proposal> sorted =
        proposals.stream()
            .sorted(
                Comparator.comparing((Proposal each) -> each.opportunity().value())
                    .thenComparing(each -> each.learner().value()))
            .toList();
    ImmutableList.Builder<Proposal.Outcome> outcomes = ImmutableList.builder();
    for (List<Proposal> batch : Iterables.partition(sorted, BATCH)) {
      Facts facts = facts(batch);
      outcomes.addAll(
          store
              .as(actor)
              .<List<Proposal.Outcome>>inTransaction(unit -> propose(unit, batch, facts)));
    }
    return outcomes.build();
  }

  private void mayPropose(Actor actor, Proposal proposal) {
    if (Entitlements.organises(actor)
        || entitlements.speaksFor(actor, proposal.learner())
        || entitlements.educates(actor, proposal.learner())) {
      return;
    }
    boolean provider =
        actor.role() == Role.PROVIDER
            && offers
                .find(proposal.opportunity())
                .map(each -> entitlements.speaksForProvider(actor, each.providerId().value()))
                .orElse(false);
    if (!provider) {
      throw new ForbiddenException(actor, "propose this placement");
    }
  }

  /** What is read before the transaction, since the host may be asked. */
  private record Facts(
      Map<LearnerId, Home> homes,
      Map<OpportunityId, Opportunity> opportunities,
      Map<OpportunityId, List<Session>> sessions,
      Map<String, String> countries) {
    /** Counts only. */
    @Override
    public String toString() {
      return "Facts[" + homes.size() + " learners]";
    }
  }

  private Facts facts(List<Proposal> batch) {
    Map<OpportunityId, Opportunity> opportunities =
        offers.find(batch.stream().map(Proposal::opportunity).collect(Collectors.toSet()));
    Map<OpportunityId, List<Session>> sessions = new HashMap<>();
    opportunities
        .values()
        .forEach(each -> sessions.put(each.id(), moves.toCome(offers.sessionsOf(each))));
    Set<String> cities =
        opportunities.values().stream()
            .map(each -> each.cityId().value())
            .collect(Collectors.toSet());
    return new Facts(
        homes.of(batch.stream().map(Proposal::learner).collect(Collectors.toSet())),
        opportunities,
        sessions,
        homes.countries(cities));
  }

  private List<Proposal.Outcome> propose(UnitOfWork unit, List<Proposal> batch, Facts facts) {
    Set<String> ids = new HashSet<>();
    Set<String> anchors = new HashSet<>();
    batch.forEach(each -> ids.add(each.placement().value()));
    batch.forEach(each -> anchors.add(each.opportunity().value()));
    Set<String> known = new HashSet<>(unit.find(CollaborationTypes.COLLABORATION, ids).keySet());
    Map<String, Stored<Places>> seen = unit.find(CollaborationTypes.PLACES, anchors);
    Map<OpportunityId, Places> places = new LinkedHashMap<>();
    ImmutableList.Builder<Proposal.Outcome> outcomes = ImmutableList.builder();
    for (Proposal each : batch) {
      Opportunity opportunity = facts.opportunities.get(each.opportunity());
      Home home = facts.homes.get(each.learner());
      Proposal.Answer answer;
      if (opportunity == null
          || home == null
          || facts.sessions.getOrDefault(each.opportunity(), List.of()).isEmpty()
          || !facts.countries.containsKey(opportunity.cityId().value())) {
        answer = Proposal.Answer.UNKNOWN;
      } else {
        Places before =
            places.computeIfAbsent(
                each.opportunity(), id -> placesBefore(seen.get(id.value()), opportunity));
        if (!known.add(each.placement().value()) || before.isHeldBy(each.learner())) {
          answer = Proposal.Answer.THERE_ALREADY;
        } else if (before.free() < 1) {
          answer = Proposal.Answer.NO_PLACE;
        } else {
          places.put(each.opportunity(), before.heldBy(each.learner()));
          moves.propose(unit, placement(each, opportunity, home, facts));
          answer = Proposal.Answer.PROPOSED;
        }
      }
      outcomes.add(new Proposal.Outcome(each, answer));
    }
    places.forEach((id, after) -> put(unit, seen.get(id.value()), after));
    return outcomes.build();
  }

  private Collaboration placement(
      Proposal proposal, Opportunity opportunity, Home home, Facts facts) {
    Instant now = moves.now();
    String country = Objects.requireNonNull(facts.countries.get(opportunity.cityId().value()));
    return Collaboration.builder(proposal.placement(), CollaborationKind.PLACEMENT, now)
        .origin(proposal.origin())
        .opportunity(opportunity.id())
        .participant(Party.of(proposal.learner()), Part.LEARNS, home)
        .participant(
            new Party(Party.Kind.PROVIDER, opportunity.providerId().value()),
            Part.PROVIDES,
            Homes.ofProvider(opportunity, country, home))
        .sessions(Objects.requireNonNull(facts.sessions.get(opportunity.id())))
        .answerBy(now.plus(moves.times().proposal()))
        .build();
  }

  /**
   * Puts a learner at the end of the waitlist of an opportunity; one who waits or holds a place
   * already stays where they are. When a place becomes free, it is offered to the first, with a
   * time to answer.
   *
   * @throws IllegalMoveException if a place is free, or the waitlist is full
   */
  public void join(Actor actor, LearnerId learner, OpportunityId opportunity) {
    maySpeak(actor, learner, "join this waitlist");
    Home home = homes.of(Set.of(learner)).get(learner);
    if (home == null) {
      throw new NotFoundException("learner", learner.value());
    }
    store.run(
        actor,
        unit -> {
          Stored<Places> seen = Moves.places(unit, opportunity);
          Places places = seen.value();
          if (places.isHeldBy(learner) || places.isAwaitedBy(learner)) {
            return;
          }
          if (places.free() > places.waiting() || places.waiting() >= LONGEST_WAITLIST) {
            throw new IllegalMoveException(
                CollaborationId.of("waitlist", opportunity.value()),
                "wait",
                "Maybe a place is free, or too many wait already.");
          }
          unit.update(CollaborationTypes.PLACES, seen, places.awaitedBy(learner, home));
          tell(unit, EventType.WAITLIST_JOINED, learner, seen);
        });
  }

  /** Takes a learner off a waitlist; one who does not wait stays so. */
  public void leave(Actor actor, LearnerId learner, OpportunityId opportunity) {
    maySpeak(actor, learner, "leave this waitlist");
    store.run(
        actor,
        unit -> {
          Stored<Places> seen = Moves.places(unit, opportunity);
          if (seen.value().isAwaitedBy(learner)) {
            unit.update(CollaborationTypes.PLACES, seen, seen.value().givenUpBy(learner));
            tell(unit, EventType.WAITLIST_LEFT, learner, seen);
          }
        });
  }

  private void tell(UnitOfWork unit, EventType type, LearnerId learner, Stored<Places> before) {
    moves.tellLearner(
        unit,
        type,
        learner,
        before.version(),
        Map.of("opportunity", before.value().opportunity().value()));
  }

  private void maySpeak(Actor actor, LearnerId learner, String act) {
    if (!Entitlements.organises(actor)
        && !entitlements.speaksFor(actor, learner)
        && !entitlements.educates(actor, learner)) {
      throw new ForbiddenException(actor, act);
    }
  }

  private static Places placesBefore(@Nullable Stored<Places> seen, Opportunity opportunity) {
    return seen == null ? Places.empty(opportunity.id(), opportunity.places()) : seen.value();
  }

  private static @Nullable Stored<Places> find(UnitOfWork unit, OpportunityId id) {
    return unit.find(CollaborationTypes.PLACES, id.value()).orElse(null);
  }

  private static void put(UnitOfWork unit, @Nullable Stored<Places> seen, Places after) {
    if (seen == null) {
      unit.insert(CollaborationTypes.PLACES, after);
    } else if (!seen.value().equals(after)) {
      unit.update(CollaborationTypes.PLACES, seen, after);
    }
  }
}
