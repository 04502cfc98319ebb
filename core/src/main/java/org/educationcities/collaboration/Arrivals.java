package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.safeguarding.SafeguardingPolicy;

/**
 * The day itself: who is expected where and when, who is there, and who is missed. Thread-safe.
 *
 * <p>Whoever is in force for a session and was not marked as there by the policy's delay after its
 * start is missed once: an alarm goes to their guardians and their school through the outbox, in
 * the transaction that records it, and is withdrawn when they arrive after all. Somebody marked as
 * there in time is never missed. A host's scheduler calls {@link #sweep} every minute or so.
 */
public final class Arrivals {
  private static final int BATCH = 200;

  /** What began longer ago is for attendance and reflection to settle, not for an alarm. */
  private static final Duration LOOKED_BACK = Duration.ofHours(24);

  /** A mentor may mark somebody as there a little before it begins. */
  private static final Duration EARLY = Duration.ofHours(1);

  private final Store store;
  private final Moves moves;
  private final Entitlements entitlements;
  private final Safeguarding safeguarding;

  Arrivals(Store store, Moves moves, Entitlements entitlements, Safeguarding safeguarding) {
    this.store = Objects.requireNonNull(store, "store");
    this.moves = Objects.requireNonNull(moves, "moves");
    this.entitlements = Objects.requireNonNull(entitlements, "entitlements");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
  }

  /**
   * Who is expected at sessions that begin in a stretch of time, by time and placement; told in the
   * audit. Linear in what is in force.
   *
   * @param actor an organiser or the safeguarding lead for everybody; a mentor, an educator or a
   *     provider for those they are responsible for
   * @param from the first moment
   * @param until the moment after the last
   * @throws ForbiddenException for any other role
   */
  public List<ExpectedArrival> expected(Actor actor, Instant from, Instant until) {
    if (!seesEverybody(actor) && !actor.isOneOf(Role.MENTOR, Role.EDUCATOR, Role.PROVIDER)) {
      throw new ForbiddenException(actor, "see who is expected");
    }
    List<Collaboration> theirs = new ArrayList<>();
    inForce(
        from,
        until,
        (placement, sessions) -> {
          if (seesEverybody(actor) || isResponsible(actor, placement)) {
            theirs.add(placement);
          }
        });
    List<ExpectedArrival> expected = new ArrayList<>();
    for (List<Collaboration> some : Iterables.partition(theirs, BATCH)) {
      Map<String, ExpectedArrival.State> known = known(some, from, until);
      for (Collaboration each : some) {
        for (Session session : beginning(each, from, until)) {
          expected.add(
              new ExpectedArrival(
                  each.id(),
                  Moves.learnerOf(each),
                  each.opportunity().orElseThrow(),
                  session,
                  adultsOf(each),
                  known.getOrDefault(
                      Arrival.idOf(each.id(), session.start()), ExpectedArrival.State.EXPECTED)));
        }
      }
    }
    told(actor, from, until, theirs);
    expected.sort(
        Comparator.comparing((ExpectedArrival each) -> each.session().start())
            .thenComparing(each -> each.placement().value()));
    return ImmutableList.copyOf(expected);
  }

  /** Tells the audit: one by one what somebody sees of theirs, as one what is seen of everybody. */
  private void told(Actor actor, Instant from, Instant until, List<Collaboration> placements) {
    store
        .as(actor)
        .run(
            unit -> {
              if (seesEverybody(actor)) {
                unit.saw(CollaborationTypes.ARRIVAL.type().name(), from + "/" + until, "expected");
              } else {
                placements.forEach(
                    each -> unit.sawOf(Person.of(Moves.learnerOf(each)), "expected"));
              }
            });
  }

  /**
   * Marks a learner as there. An alarm that was raised is withdrawn in the same transaction; to
   * mark somebody twice changes nothing.
   *
   * @param actor an organiser, the safeguarding lead, or a mentor, an educator or a provider who is
   *     responsible
   * @param session when the session began
   * @throws NotFoundException if there is no such session of a placement in force, or it is not yet
   *     within an hour of its start
   */
  public void arrived(Actor actor, CollaborationId placement, Instant session) {
    Collaboration about =
        store
            .find(CollaborationTypes.COLLABORATION, placement.value())
            .map(Stored::value)
            .filter(each -> each.kind() == CollaborationKind.PLACEMENT)
            .orElseThrow(() -> new NotFoundException("placement", placement.value()));
    if (!seesEverybody(actor) && !isResponsible(actor, about)) {
      throw new ForbiddenException(actor, "mark who is there");
    }
    store.as(actor).run(unit -> arrived(unit, placement, session));
  }

  private void arrived(UnitOfWork unit, CollaborationId placement, Instant session) {
    Instant now = moves.now();
    Stored<Collaboration> seen = Moves.seen(unit, placement);
    boolean held =
        seen.value().isInForce(now)
            && seen.value().sessions().stream().anyMatch(each -> each.start().equals(session))
            && !now.isBefore(session.minus(EARLY));
    if (!held) {
      throw new NotFoundException("session of a placement in force", placement.value());
    }
    unit.require(seen);
    Optional<Stored<Arrival>> known =
        unit.find(CollaborationTypes.ARRIVAL, Arrival.idOf(placement, session));
    if (known.isEmpty()) {
      unit.insert(
          CollaborationTypes.ARRIVAL,
          new Arrival(placement, Moves.learnerOf(seen.value()), session, now, null));
    } else if (known.get().value().arrivedAt() == null) {
      unit.update(CollaborationTypes.ARRIVAL, known.get(), known.get().value().arrived(now));
      tell(unit, EventType.ARRIVAL_SETTLED, seen.value(), known.get().value().id());
    }
  }

  /**
   * Raises the alarm for everybody who should be there by now and is not marked as there.
   *
   * @param actor an organiser or the safeguarding lead
   * @return how many are missed that were not before
   */
  public int sweep(Actor actor) {
    if (!seesEverybody(actor)) {
      throw new ForbiddenException(actor, "look who is missing");
    }
    SafeguardingPolicy policy = safeguarding.policy().orElse(null);
    if (policy == null) {
      return 0; // without a policy nobody is in force
    }
    Instant now = moves.now();
    Instant until = now.minus(policy.arrivalDelay()).plusNanos(1);
    List<Due> due = new ArrayList<>();
    inForce(
        now.minus(LOOKED_BACK),
        until,
        (placement, sessions) ->
            sessions.forEach(each -> due.add(new Due(placement.id(), each.start()))));
    int missed = 0;
    for (List<Due> some : Iterables.partition(due, BATCH)) {
      missed += store.as(actor).<Integer>inTransaction(unit -> miss(unit, some));
    }
    return missed;
  }

  private record Due(CollaborationId placement, Instant session) {}

  private int miss(UnitOfWork unit, List<Due> due) {
    Set<String> ids = new TreeSet<>();
    Set<String> placements = new TreeSet<>();
    due.forEach(each -> ids.add(Arrival.idOf(each.placement(), each.session())));
    due.forEach(each -> placements.add(each.placement().value()));
    Set<String> known = unit.find(CollaborationTypes.ARRIVAL, ids).keySet();
    Map<String, Stored<Collaboration>> seen =
        unit.find(CollaborationTypes.COLLABORATION, placements);
    int missed = 0;
    Instant now = moves.now();
    for (Due each : due) {
      Stored<Collaboration> placement = seen.get(each.placement().value());
      String id = Arrival.idOf(each.placement(), each.session());
      if (known.contains(id) || placement == null || !placement.value().isInForce(now)) {
        continue;
      }
      unit.require(placement);
      unit.insert(
          CollaborationTypes.ARRIVAL,
          new Arrival(
              each.placement(), Moves.learnerOf(placement.value()), each.session(), null, now));
      tell(unit, EventType.ARRIVAL_MISSED, placement.value(), id);
      missed++;
    }
    return missed;
  }

  private void tell(UnitOfWork unit, EventType type, Collaboration placement, String arrival) {
    Outbox.add(
        unit,
        DomainEvent.of(
            type,
            placement.id().value(),
            placement.revision(),
            moves.now(),
            Map.of(
                "arrival",
                arrival,
                "opportunity",
                placement.opportunity().map(OpportunityId::value).orElseThrow())));
  }

  /** Every placement in force with sessions that begin in a stretch of time. */
  private void inForce(Instant from, Instant until, BiConsumer<Collaboration, List<Session>> each) {
    Instant now = moves.now();
    ConfirmedPlacements.forEach(
        store,
        it -> {
          List<Session> sessions = it.isInForce(now) ? beginning(it, from, until) : List.of();
          if (!sessions.isEmpty()) {
            each.accept(it, sessions);
          }
        });
  }

  private static List<Session> beginning(Collaboration placement, Instant from, Instant until) {
    return placement.sessions().stream()
        .filter(each -> !each.start().isBefore(from) && each.start().isBefore(until))
        .toList();
  }

  private Map<String, ExpectedArrival.State> known(
      List<Collaboration> placements, Instant from, Instant until) {
    Set<String> ids = new TreeSet<>();
    for (Collaboration each : placements) {
      beginning(each, from, until).forEach(it -> ids.add(Arrival.idOf(each.id(), it.start())));
    }
    Map<String, ExpectedArrival.State> known = new HashMap<>();
    store
        .inTransaction(unit -> unit.find(CollaborationTypes.ARRIVAL, ids))
        .forEach((id, arrival) -> known.put(id, arrival.value().state()));
    return known;
  }

  /** Whether an alarm still stands; asked again when it is sent. */
  static boolean isStillMissed(Store store, String arrival) {
    return store
        .find(CollaborationTypes.ARRIVAL, arrival)
        .map(each -> each.value().state() == ExpectedArrival.State.MISSED)
        .orElse(false);
  }

  private static Set<String> adultsOf(Collaboration placement) {
    Set<String> adults = new TreeSet<>();
    placement.withPart(Part.MENTORS).forEach((Party each) -> adults.add(each.id()));
    return adults;
  }

  private static boolean seesEverybody(Actor actor) {
    return Entitlements.organises(actor) || actor.role() == Role.SAFEGUARDING_LEAD;
  }

  /** Never the learner's own word, nor a guardian's: they are not where the child should be. */
  private boolean isResponsible(Actor actor, Collaboration placement) {
    return actor.isOneOf(Role.MENTOR, Role.EDUCATOR, Role.PROVIDER)
        && entitlements.takesPart(actor, placement);
  }
}
