package org.educationcities.collaboration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.notification.EventType;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.registry.Profiles;

/**
 * What comes of a placement while it runs and after: attendance, hours, reflections by both sides,
 * and the profile that these move. Thread-safe.
 */
public final class Learning {
  private final Store store;
  private final Moves moves;
  private final Entitlements entitlements;
  private final Profiles profiles;

  Learning(Store store, Moves moves, Entitlements entitlements, Profiles profiles) {
    this.store = Objects.requireNonNull(store, "store");
    this.moves = Objects.requireNonNull(moves, "moves");
    this.entitlements = Objects.requireNonNull(entitlements, "entitlements");
    this.profiles = Objects.requireNonNull(profiles, "profiles");
  }

  /**
   * Logs that the learner was at a session that has begun; in the place of what they logged for it
   * before, unless that is confirmed.
   *
   * @param actor the learner
   * @param session when the session began
   * @param minutes how long they were there, 1 to the length of the session
   * @throws IllegalMoveException if it does not run, there is no such session, it has not begun, or
   *     its attendance is confirmed already
   */
  public Collaboration log(Actor actor, CollaborationId id, Instant session, int minutes) {
    if (known(id).learners().stream().noneMatch(each -> isSelf(actor, each))) {
      throw new ForbiddenException(actor, "log this attendance");
    }
    return store.inTransaction(
        actor,
        unit -> {
          Stored<Collaboration> seen = Moves.seen(unit, id);
          Collaboration running = seen.value();
          if (running.state() != CollaborationState.RUNNING) {
            throw new IllegalMoveException(id, running.state(), "log attendance");
          }
          boolean begun =
              running.sessions().stream()
                  .anyMatch(
                      each ->
                          each.start().equals(session)
                              && !each.start().isAfter(moves.now())
                              && minutes <= each.duration().toMinutes());
          boolean confirmed =
              running.attendance().stream()
                  .anyMatch(each -> each.session().equals(session) && each.isConfirmed());
          if (!begun || confirmed) {
            throw new IllegalMoveException(
                id,
                "log this attendance",
                "Maybe the session has not begun, is shorter, or is confirmed already.");
          }
          List<Attendance> attendance = new ArrayList<>(running.attendance());
          attendance.removeIf(each -> each.session().equals(session));
          attendance.add(new Attendance(session, minutes, moves.now(), null));
          return moves.change(
              unit,
              seen,
              EventType.ATTENDANCE_LOGGED,
              Map.of(),
              each -> each.attendance = attendance);
        });
  }

  /**
   * Confirms what the learner logged for some sessions; what is confirmed already stays so.
   *
   * @param actor a mentor of this placement
   * @throws IllegalMoveException if nothing was logged for one of them
   */
  public Collaboration confirm(Actor actor, CollaborationId id, Set<Instant> sessions) {
    if (!Entitlements.isMentor(actor, known(id))) {
      throw new ForbiddenException(actor, "confirm this attendance");
    }
    return store.inTransaction(
        actor,
        unit -> {
          Stored<Collaboration> seen = Moves.seen(unit, id);
          Collaboration value = seen.value();
          if (value.state() != CollaborationState.RUNNING
              && value.state() != CollaborationState.COMPLETED) {
            throw new IllegalMoveException(id, value.state(), "confirm attendance");
          }
          List<Instant> logged = value.attendance().stream().map(Attendance::session).toList();
          if (!logged.containsAll(sessions)) {
            throw new IllegalMoveException(
                id, "confirm what was not logged", "Maybe the learner logs it first.");
          }
          List<Attendance> attendance =
              value.attendance().stream()
                  .map(
                      each ->
                          sessions.contains(each.session()) && !each.isConfirmed()
                              ? each.confirmed(actor.id())
                              : each)
                  .toList();
          return moves.change(
              unit,
              seen,
              EventType.ATTENDANCE_CONFIRMED,
              Map.of(),
              each -> each.attendance = attendance);
        });
  }

  /**
   * Looks back from one side, once. When both sides have, the learner's profile moves by {@link
   * ProfileMove}, in the same transaction.
   *
   * @param actor the learner, or for the other side a mentor or the provider
   * @throws IllegalMoveException if it has not ended, or this side has looked back already
   */
  public Collaboration reflect(Actor actor, CollaborationId id, Reflection reflection) {
    mayReflect(actor, known(id), reflection.side());
    return store.inTransaction(
        actor,
        unit -> {
          Stored<Collaboration> seen = Moves.seen(unit, id);
          Collaboration ended = seen.value();
          boolean again =
              ended.reflections().stream().anyMatch(each -> each.side() == reflection.side());
          if (ended.state() != CollaborationState.COMPLETED || again) {
            throw new IllegalMoveException(id, ended.state(), "look back from this side");
          }
          List<Reflection> both = new ArrayList<>(ended.reflections());
          both.add(reflection);
          if (both.size() < Side.values().length) {
            return moves.change(
                unit,
                seen,
                EventType.REFLECTION_GIVEN,
                Map.of("side", reflection.side().name()),
                each -> each.reflections = both);
          }
          ended.learners().forEach(each -> movesProfile(unit, ended, each, both));
          return moves.move(
              unit, seen, CollaborationState.REFLECTED, Map.of(), each -> each.reflections = both);
        });
  }

  private void movesProfile(
      UnitOfWork unit, Collaboration ended, LearnerId learner, List<Reflection> reflections) {
    if (ended.kind() != CollaborationKind.PLACEMENT) {
      return; // a team's figure moves no single member
    }
    profiles.change(
        unit,
        Party.of(learner),
        profile -> {
          ProfileMove move =
              ProfileMove.of(
                  ended.id(),
                  learner.value(),
                  ended.goals(),
                  ended.confirmedHours(),
                  reflections,
                  profile);
          unit.insert(CollaborationTypes.PROFILE_MOVE, move);
          return move.madeIn(profile);
        });
    moves.tellLearner(
        unit,
        EventType.PROFILE_MOVED,
        learner,
        ended.revision(),
        Map.of("collaboration", ended.id().value()));
  }

  /**
   * How the reflections of a placement moved the learner's profile, if they did. Takes no actor:
   * for what the host or the library computes with, and shows to nobody; what is shown goes by
   * {@link Shown}.
   */
  public Optional<ProfileMove> moveOf(CollaborationId id) {
    return store.find(CollaborationTypes.PROFILE_MOVE, id.value()).map(Stored::value);
  }

  /**
   * Takes back how a placement moved the learner's profile, in the topics that still stand where it
   * left them.
   *
   * @param actor the learner, a guardian of theirs, or an educator of their school
   * @return the profile as it is now
   * @throws NotFoundException if nothing moved
   */
  public Profile takeBack(Actor actor, CollaborationId id) {
    Collaboration collaboration = known(id);
    boolean speaks =
        collaboration.learners().stream().anyMatch(each -> entitlements.speaksFor(actor, each));
    if (!speaks && !entitlements.educatesIn(actor, collaboration)) {
      throw new ForbiddenException(actor, "take this back");
    }
    LearnerId learner = collaboration.learners().get(0);
    store.run(
        actor,
        unit -> {
          Stored<ProfileMove> move =
              unit.find(CollaborationTypes.PROFILE_MOVE, id.value())
                  .orElseThrow(() -> new NotFoundException("profile move", id.value()));
          profiles.change(unit, Party.of(learner), move.value()::takenBackIn);
          unit.delete(move);
          moves.tellLearner(
              unit,
              EventType.PROFILE_RESTORED,
              learner,
              move.version(),
              Map.of("collaboration", id.value()));
        });
    return profiles.of(Party.of(learner));
  }

  /** Whether both sides of a collaboration want their bond to go on. */
  public static boolean isBondToGoOn(Collaboration collaboration) {
    return collaboration.reflections().size() == Side.values().length
        && collaboration.reflections().stream().allMatch(Reflection::wantsToGoOn);
  }

  private void mayReflect(Actor actor, Collaboration collaboration, Side side) {
    boolean may =
        switch (side) {
          case LEARNER -> collaboration.learners().stream().anyMatch(each -> isSelf(actor, each));
          case PROVIDER ->
              Entitlements.isMentor(actor, collaboration)
                  || collaboration.withPart(Part.PROVIDES).stream()
                      .anyMatch(each -> entitlements.speaksForProvider(actor, each.id()));
        };
    if (!may) {
      throw new ForbiddenException(actor, "look back from this side");
    }
  }

  private static boolean isSelf(Actor actor, LearnerId learner) {
    return actor.role() == Role.LEARNER && actor.id().equals(learner.value());
  }

  private Collaboration known(CollaborationId id) {
    return store
        .find(CollaborationTypes.COLLABORATION, id.value())
        .map(Stored::value)
        .orElseThrow(() -> new NotFoundException("collaboration", id.value()));
  }
}
