package org.educationcities.collaboration;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.educationcities.NotFoundException;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;

/**
 * Moves within a transaction, with what must commit together: the event, the place that is held or
 * freed, and the offer of a freed place to the next on the waitlist.
 */
final class Moves {
  private final InstantSource clock;
  private final AnswerTimes times;

  Moves(InstantSource clock, AnswerTimes times) {
    this.clock = clock;
    this.times = times;
  }

  AnswerTimes times() {
    return times;
  }

  Instant now() {
    return clock.instant();
  }

  static Stored<Collaboration> seen(UnitOfWork unit, CollaborationId id) {
    return unit.find(CollaborationTypes.COLLABORATION, id.value())
        .orElseThrow(() -> new NotFoundException("collaboration", id.value()));
  }

  /** Those of a batch, read in one find; each of them is at hand in this transaction then. */
  static List<Stored<Collaboration>> seen(UnitOfWork unit, Collection<CollaborationId> batch) {
    unit.readAhead(
        CollaborationTypes.COLLABORATION,
        batch.stream().map(CollaborationId::value).collect(Collectors.toSet()));
    return batch.stream().map(each -> seen(unit, each)).toList();
  }

  static Stored<Places> places(UnitOfWork unit, OpportunityId opportunity) {
    return unit.find(CollaborationTypes.PLACES, opportunity.value())
        .orElseThrow(() -> new NotFoundException("open opportunity", opportunity.value()));
  }

  /** Puts a collaboration forward; its place, if it holds one, is held by the caller. */
  void propose(UnitOfWork unit, Collaboration proposed) {
    unit.insert(CollaborationTypes.COLLABORATION, proposed);
    tell(unit, proposed, EventType.COLLABORATION_PROPOSED, proposed.since(), Map.of());
  }

  Collaboration move(UnitOfWork unit, Stored<Collaboration> seen, CollaborationState next) {
    return move(unit, seen, next, Map.of(), builder -> {});
  }

  Collaboration move(
      UnitOfWork unit,
      Stored<Collaboration> seen,
      CollaborationState next,
      Map<String, String> told,
      Consumer<Collaboration.Builder> change) {
    Collaboration before = seen.value();
    Collaboration after = before.moved(next, now(), change);
    unit.update(CollaborationTypes.COLLABORATION, seen, after);
    tell(unit, after, eventOf(next), after.since(), told);
    if (before.kind() == CollaborationKind.PLACEMENT
        && before.state().holdsPlace()
        && !next.holdsPlace()) {
      free(unit, after);
    }
    return after;
  }

  /** Changes a collaboration where it stands. */
  Collaboration change(
      UnitOfWork unit,
      Stored<Collaboration> seen,
      EventType type,
      Map<String, String> told,
      Consumer<Collaboration.Builder> change) {
    Collaboration after = seen.value().changed(change);
    unit.update(CollaborationTypes.COLLABORATION, seen, after);
    tell(unit, after, type, now(), told);
    return after;
  }

  /** Tells a learner's side; the sequence tells two changes of one moment apart. */
  void tellLearner(
      UnitOfWork unit, EventType type, LearnerId learner, long sequence, Map<String, String> told) {
    Outbox.add(
        unit,
        DomainEvent.of(
            type, learner.value(), Math.floorMod(sequence, Integer.MAX_VALUE), now(), told));
  }

  private void free(UnitOfWork unit, Collaboration ended) {
    OpportunityId opportunity = ended.opportunity().orElseThrow();
    Stored<Places> seen = places(unit, opportunity);
    Places places = seen.value().freedBy(ended.learners().get(0));
    unit.update(CollaborationTypes.PLACES, seen, fill(unit, places, ended));
  }

  /** Offers the free places of an opportunity to those who wait, modelled on a placement there. */
  private Places fill(UnitOfWork unit, Places places, Collaboration model) {
    Places filled = places;
    List<Session> sessions = toCome(model.sessions());
    if (sessions.isEmpty()) {
      return filled; // nothing is left to take part in
    }
    for (Optional<Places.Waiting> next = filled.next(); next.isPresent(); next = filled.next()) {
      Collaboration offered = offer(next.get(), model, sessions);
      propose(unit, offered);
      Outbox.add(
          unit,
          DomainEvent.of(
              EventType.WAITLIST_OFFERED,
              places.opportunity().value(),
              offered.revision(),
              now(),
              Map.of("collaboration", offered.id().value())));
      filled = filled.heldBy(next.get().learner());
    }
    return filled;
  }

  private Collaboration offer(Places.Waiting next, Collaboration model, List<Session> sessions) {
    Collaboration.Builder offered =
        Collaboration.builder(
                CollaborationId.of(
                    "waitlist",
                    model.id().value(),
                    Integer.toString(model.revision()),
                    next.learner().value()),
                CollaborationKind.PLACEMENT,
                now())
            .origin("waitlist")
            .opportunity(model.opportunity().orElseThrow())
            .sessions(sessions)
            .answerBy(now().plus(times.waitlist()))
            .participant(Party.of(next.learner()), Part.LEARNS, next.home());
    model.participants().stream()
        .filter(each -> each.part() == Part.PROVIDES)
        .forEach(offered::participant);
    return offered.build();
  }

  /** The sessions that are not over. */
  List<Session> toCome(List<Session> sessions) {
    Instant now = now();
    return sessions.stream().filter(each -> each.end().isAfter(now)).toList();
  }

  /** The learner of a placement. */
  static LearnerId learnerOf(Collaboration placement) {
    return placement.learners().get(0);
  }

  private static void tell(
      UnitOfWork unit,
      Collaboration each,
      EventType type,
      Instant occurredAt,
      Map<String, String> more) {
    ImmutableMap.Builder<String, String> data = ImmutableMap.builder();
    if (type.data().contains("kind")) {
      data.put("kind", each.kind().name()).put("circle", each.circle().name());
    }
    each.opportunity().ifPresent(it -> data.put("opportunity", it.value()));
    Outbox.add(
        unit,
        DomainEvent.of(
            type,
            each.id().value(),
            each.revision(),
            occurredAt,
            data.putAll(more).buildOrThrow()));
  }

  private static EventType eventOf(CollaborationState state) {
    return switch (state) {
      case PROPOSED -> EventType.COLLABORATION_PROPOSED;
      case ACCEPTED -> EventType.COLLABORATION_ACCEPTED;
      case CONFIRMED -> EventType.COLLABORATION_CONFIRMED;
      case RUNNING -> EventType.COLLABORATION_STARTED;
      case COMPLETED -> EventType.COLLABORATION_COMPLETED;
      case REFLECTED -> EventType.COLLABORATION_REFLECTED;
      case DECLINED -> EventType.COLLABORATION_DECLINED;
      case EXPIRED -> EventType.COLLABORATION_EXPIRED;
      case WITHDRAWN -> EventType.COLLABORATION_WITHDRAWN;
      case SUSPENDED -> EventType.COLLABORATION_SUSPENDED;
      case CANCELLED -> EventType.COLLABORATION_CANCELLED;
    };
  }
}
