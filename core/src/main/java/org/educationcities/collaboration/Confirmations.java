package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.Activity;
import org.educationcities.safeguarding.Clearance;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.ClearanceEvaluator;
import org.educationcities.safeguarding.Safeguarding;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a confirmed placement: ask the evaluator, then confirm by its clearance. The
 * transaction that confirms rests on everything that the clearance rests on. Thread-safe.
 */
public final class Confirmations {
  private static final int BATCH = 200;

  private final Store store;
  private final Moves moves;
  private final ClearanceEvaluator evaluator;
  private final HostChanges changes;

  Confirmations(Store store, Moves moves, ClearanceEvaluator evaluator, HostChanges changes) {
    this.changes = Objects.requireNonNull(changes, "changes");
    this.store = Objects.requireNonNull(store, "store");
    this.moves = Objects.requireNonNull(moves, "moves");
    this.evaluator = Objects.requireNonNull(evaluator, "evaluator");
  }

  /**
   * What became of many.
   *
   * @param confirmed those that are confirmed now
   * @param refused the others, each with the conditions that failed, for those who may know
   */
  public record Report(List<CollaborationId> confirmed, Map<CollaborationId, Set<String>> refused) {
    /** A report. */
    public Report {
      confirmed = ImmutableList.copyOf(confirmed);
      refused = ImmutableMap.copyOf(refused);
    }
  }

  /**
   * Asks whether a placement may be confirmed as it stands now.
   *
   * @param actor an organiser, an educator, the safeguarding lead or a provider; a provider or an
   *     educator is not told what failed
   * @throws NotFoundException if there is no such placement
   */
  public ClearanceDecision clear(Actor actor, CollaborationId placement) {
    mayAsk(actor);
    Activity activity =
        store
            .as(actor)
            .<@Nullable Activity>inTransaction(
                unit -> {
                  Activity about = activity(unit, Moves.seen(unit, placement));
                  if (about != null) {
                    unit.sawOf(Person.of(about.learner()), "clearance");
                  }
                  return about;
                });
    if (activity == null) {
      throw new NotFoundException("placement", placement.value());
    }
    ClearanceDecision decision = evaluator.evaluate(activity);
    return decision instanceof ClearanceDecision.Refused && !mayKnow(actor)
        ? new ClearanceDecision.Refused(Set.of("not-cleared"))
        : decision;
  }

  /**
   * Confirms a placement by its clearance. Suspended ones too are confirmed again only so.
   *
   * @param actor an organiser, an educator, the safeguarding lead or a provider
   * @throws NotClearedException if the clearance is of something else or of another version, has
   *     run out, or if anything it rests on is no longer as it was
   * @throws IllegalMoveException if the placement is not accepted or suspended
   */
  public Collaboration confirm(Actor actor, CollaborationId placement, Clearance clearance) {
    mayAsk(actor);
    return store
        .as(actor)
        .inTransaction(
            unit -> {
              Stored<Collaboration> seen = Moves.seen(unit, placement);
              if (!seen.value().state().leadsTo(CollaborationState.CONFIRMED)) {
                throw new IllegalMoveException(
                    placement, seen.value().state(), CollaborationState.CONFIRMED);
              }
              String refusal = refusal(unit, seen, clearance, new Company(unit, moves.now()));
              if (refusal != null) {
                throw new NotClearedException(placement, refusal);
              }
              return confirm(unit, seen, clearance);
            });
  }

  /**
   * Asks and confirms many, in batches of {@value #BATCH} to a transaction, by the same rules: each
   * by a clearance of its own.
   *
   * @param actor an organiser
   */
  public Report confirmAll(Actor actor, Collection<CollaborationId> placements) {
    if (!Entitlements.organises(actor)) {
      throw new ForbiddenException(actor, "confirm many placements");
    }
    ImmutableList.Builder<CollaborationId> confirmed = ImmutableList.builder();
    ImmutableMap.Builder<CollaborationId, Set<String>> refused = ImmutableMap.builder();
    for (List<CollaborationId> batch :
        Iterables.partition(ImmutableSortedSet.copyOf(BY_ID, placements), BATCH)) {
      List<Activity> activities = activities(batch);
      List<ClearanceDecision> decisions = evaluator.evaluate(activities);
      Map<CollaborationId, Clearance> granted = new HashMap<>();
      for (int i = 0; i < activities.size(); i++) {
        CollaborationId id = new CollaborationId(activities.get(i).subjectId());
        if (decisions.get(i) instanceof ClearanceDecision.Granted yes) {
          granted.put(id, yes.clearance());
        } else if (decisions.get(i) instanceof ClearanceDecision.Refused no) {
          refused.put(id, no.conditions());
        }
      }
      Map<CollaborationId, String> late = new HashMap<>();
      confirmed.addAll(
          store
              .as(actor)
              .<List<CollaborationId>>inTransaction(unit -> confirm(unit, granted, late)));
      late.forEach((id, why) -> refused.put(id, Set.of(why)));
    }
    return new Report(confirmed.build(), refused.buildOrThrow());
  }

  /**
   * Asks again about everything in force, and suspends what is no longer cleared. For a host's
   * scheduler, every day or oftener.
   *
   * @param actor an organiser or the safeguarding lead
   * @return how many were suspended
   */
  public int recheck(Actor actor) {
    mayRecheck(actor);
    return new Recheck(store.as(actor), moves, evaluator).run(each -> true);
  }

  /**
   * The host tells that something about some learners has changed: what they have in force is asked
   * about again at once, and suspended where it is no longer cleared; then {@link HostChanges}
   * follows what else changed.
   *
   * @param actor an organiser or the safeguarding lead
   * @return how many placements were suspended
   */
  public int hostChanged(Actor actor, Set<LearnerId> learners) {
    return changes.follow(actor, learners).suspended();
  }

  static void mayRecheck(Actor actor) {
    if (!Entitlements.organises(actor) && actor.role() != Role.SAFEGUARDING_LEAD) {
      throw new ForbiddenException(actor, "recheck what is in force");
    }
  }

  private static final Comparator<CollaborationId> BY_ID =
      Comparator.comparing(CollaborationId::value);

  private List<Activity> activities(List<CollaborationId> batch) {
    Set<String> ids = batch.stream().map(CollaborationId::value).collect(Collectors.toSet());
    return store.<List<Activity>>inTransaction(
        unit -> {
          List<Activity> activities = new ArrayList<>();
          Collection<Stored<Collaboration>> found =
              unit.find(CollaborationTypes.COLLABORATION, ids).values();
          readAnchorsAhead(unit, found);
          for (Stored<Collaboration> each : found) {
            Activity activity = activity(unit, each);
            if (activity != null && each.value().state().leadsTo(CollaborationState.CONFIRMED)) {
              activities.add(activity);
            }
          }
          return activities;
        });
  }

  /** Confirms those whose clearance still holds; the batch runs again as a whole on conflict. */
  private List<CollaborationId> confirm(
      UnitOfWork unit, Map<CollaborationId, Clearance> granted, Map<CollaborationId, String> late) {
    late.clear();
    readAnchorsAhead(unit, Moves.seen(unit, granted.keySet()));
    Clearance.readAhead(unit, granted.values());
    Company company = new Company(unit, moves.now());
    List<CollaborationId> done = new ArrayList<>();
    granted.forEach(
        (id, clearance) -> {
          Stored<Collaboration> seen = Moves.seen(unit, id);
          String refusal = refusal(unit, seen, clearance, company);
          if (refusal == null && seen.value().state().leadsTo(CollaborationState.CONFIRMED)) {
            confirm(unit, seen, clearance);
            done.add(id);
          } else {
            late.put(id, "changed-meanwhile");
          }
        });
    return done;
  }

  /** In one find a kind what {@link #activity} asks for placement by placement. */
  static void readAnchorsAhead(UnitOfWork unit, Collection<Stored<Collaboration>> placements) {
    Set<String> opportunities = new HashSet<>();
    Set<LearnerId> learners = new HashSet<>();
    for (Stored<Collaboration> each : placements) {
      each.value().opportunity().ifPresent(it -> opportunities.add(it.value()));
      learners.addAll(each.value().learners());
    }
    unit.readAhead(CollaborationTypes.PLACES, opportunities);
    Clearance.readLearnersAhead(unit, learners);
  }

  private Collaboration confirm(UnitOfWork unit, Stored<Collaboration> seen, Clearance clearance) {
    Instant now = moves.now();
    Home home = seen.value().participants().get(0).home();
    return moves.move(
        unit,
        seen,
        CollaborationState.CONFIRMED,
        Map.of(),
        builder -> {
          builder.clearance = clearance.note(now);
          builder.mentors(clearance.activity().adultIds(), providerHome(seen.value(), home));
        });
  }

  private static Home providerHome(Collaboration placement, Home otherwise) {
    return placement.participants().stream()
        .filter(each -> each.part() == Part.PROVIDES)
        .map(Participant::home)
        .findFirst()
        .orElse(otherwise);
  }

  /** Why a clearance confirms nothing here and now; null if it does. */
  private @Nullable String refusal(
      UnitOfWork unit, Stored<Collaboration> seen, Clearance clearance, Company company) {
    Instant now = moves.now();
    Activity cleared = clearance.activity();
    Clearance.Footing footing = clearance.footingIn(unit); // before what else is in force is read
    Activity actual = activity(unit, seen);
    if (actual == null || !actual.subjectId().equals(cleared.subjectId())) {
      return "the clearance is of something else";
    }
    if (actual.subjectVersion() != cleared.subjectVersion()) {
      return "it has changed since it was cleared";
    }
    if (!now.isBefore(clearance.usableUntil()) || !now.isBefore(clearance.expiresAt())) {
      return "the clearance has run out";
    }
    if (actual.learnersPresent() > cleared.learnersPresent()
        || !cleared.otherSessions().containsAll(actual.otherSessions())
        || !actual
            .withLearnersPresent(cleared.learnersPresent())
            .withOtherSessions(cleared.otherSessions())
            .equals(cleared)) {
      return "who is there, or when, has changed since it was cleared";
    }
    if (!company.admits(actual)) {
      return "for who is there already there would be too many to an adult";
    }
    if (footing == null) {
      return "what it rests on is no longer as it was";
    }
    footing.restIn(unit);
    return null;
  }

  /** What a placement is about, from what is stored alone; rests the transaction on its places. */
  private @Nullable Activity activity(UnitOfWork unit, Stored<Collaboration> seen) {
    return activity(unit, seen, moves);
  }

  static @Nullable Activity activity(UnitOfWork unit, Stored<Collaboration> seen, Moves moves) {
    Collaboration placement = seen.value();
    OpportunityId opportunity = placement.opportunity().orElse(null);
    List<Party> providers = placement.withPart(Part.PROVIDES);
    if (placement.kind() != CollaborationKind.PLACEMENT
        || opportunity == null
        || providers.isEmpty()) {
      return null;
    }
    Stored<Places> places = Moves.places(unit, opportunity);
    unit.require(places);
    return new Activity(
        placement.id().value(),
        seen.version(),
        Moves.learnerOf(placement),
        opportunity.value(),
        providers.get(0).id(),
        places.value().mentorIds(),
        places.value().held(),
        moves.toCome(placement.sessions()),
        otherSessions(unit, placement, moves));
  }

  /** What else of the learner's may be in force and is still to come. */
  private static List<Session> otherSessions(
      UnitOfWork unit, Collaboration placement, Moves moves) {
    LearnerId learner = Moves.learnerOf(placement);
    if (!Safeguarding.hasEverBeenConfirmedFor(unit, learner)) {
      return List.of();
    }
    return PlacementSuspension.all(unit, "learner", learner.value()).stream()
        .map(Stored::value)
        .filter(each -> each.state().mayBeInForce() && !each.id().equals(placement.id()))
        .flatMap(each -> moves.toCome(each.sessions()).stream())
        .sorted(Comparator.comparing(Session::start))
        .toList();
  }

  private static void mayAsk(Actor actor) {
    if (!Entitlements.organises(actor)
        && !actor.isOneOf(Role.EDUCATOR, Role.SAFEGUARDING_LEAD, Role.PROVIDER)) {
      throw new ForbiddenException(actor, "ask for this clearance");
    }
  }

  private static boolean mayKnow(Actor actor) {
    return Entitlements.organises(actor) || actor.role() == Role.SAFEGUARDING_LEAD;
  }
}
