package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.educationcities.spi.storage.Query;

/**
 * Collaborations of every kind: put forward, answered, agreed, begun, ended. Thread-safe.
 *
 * <p>Placements are put forward by {@link Placements}, since they hold places, and are confirmed by
 * {@link Confirmations}, since they need a clearance.
 */
public final class Collaborations {
  private static final int BATCH = 250;
  private static final Set<CollaborationState> BY_MANY =
      Set.of(
          CollaborationState.ACCEPTED,
          CollaborationState.CONFIRMED,
          CollaborationState.RUNNING,
          CollaborationState.COMPLETED,
          CollaborationState.CANCELLED);

  private final Store store;
  private final Moves moves;
  private final Entitlements entitlements;

  Collaborations(Store store, Moves moves, Entitlements entitlements) {
    this.store = Objects.requireNonNull(store, "store");
    this.moves = Objects.requireNonNull(moves, "moves");
    this.entitlements = Objects.requireNonNull(entitlements, "entitlements");
  }

  /**
   * The collaboration of an id, if there is one. Takes no actor: for what the host or the library
   * computes with, and shows to nobody; what is shown goes by {@link Shown}.
   */
  public Optional<Collaboration> find(CollaborationId id) {
    return store.find(CollaborationTypes.COLLABORATION, id.value()).map(Stored::value);
  }

  /** All that came from an origin, such as a round, by id. Takes no actor, like {@link #find}. */
  public List<Collaboration> ofOrigin(String origin) {
    ImmutableList.Builder<Collaboration> found = ImmutableList.builder();
    forEach("origin", origin, found::add);
    return found.build();
  }

  /**
   * All of a kind, one after the other, by id: each page is read on its own. Takes no actor, like
   * {@link #find}.
   */
  public void forEach(CollaborationKind kind, Consumer<? super Collaboration> action) {
    forEach("kind", kind.name(), action);
  }

  /**
   * All in a state, one after the other, by id: each page is read on its own. Takes no actor, like
   * {@link #find}.
   */
  public void forEach(CollaborationState state, Consumer<? super Collaboration> action) {
    forEach("state", state.name(), action);
  }

  /** The placements of a learner. Takes no actor, like {@link #find}. */
  public List<Collaboration> placementsOf(LearnerId learner) {
    ImmutableList.Builder<Collaboration> found = ImmutableList.builder();
    forEach("learner", learner.value(), found::add);
    return found.build();
  }

  /** All placements in an opportunity, past ones included. Takes no actor, like {@link #find}. */
  public List<Collaboration> placementsIn(OpportunityId opportunity) {
    ImmutableList.Builder<Collaboration> found = ImmutableList.builder();
    forEach("opportunity", opportunity.value(), found::add);
    return found.build();
  }

  private void forEach(String index, String value, Consumer<? super Collaboration> action) {
    store.forEach(
        CollaborationTypes.COLLABORATION,
        Query.over(CollaborationTypes.COLLABORATION.type().name())
            .where(index, value)
            .limit(500)
            .build(),
        each -> action.accept(each.value()));
  }

  /**
   * Puts collaborations forward, in batches; one whose id is there already is left as it is, so
   * that an interrupted call is simply made again.
   *
   * @param actor an educator, a planner, an administrator or the system; a learner, a provider or a
   *     guardian for what they themselves take part in
   * @return how many were new
   * @throws IllegalArgumentException if one is a placement or is not new
   */
  public int propose(Actor actor, List<Collaboration> proposed) {
    for (Collaboration each : proposed) {
      if (each.kind() == CollaborationKind.PLACEMENT
          || each.state() != CollaborationState.PROPOSED) {
        throw new IllegalArgumentException(
            each + " cannot be put forward here.\nMaybe it is a placement, or not new.");
      }
      if (!actor.isOneOf(Role.EDUCATOR)
          && !Entitlements.organises(actor)
          && !entitlements.takesPart(actor, each)) {
        throw new ForbiddenException(actor, "put this collaboration forward");
      }
    }
    int inserted = 0;
    for (List<Collaboration> batch : Iterables.partition(proposed, BATCH)) {
      inserted +=
          store
              .as(actor)
              .<Integer>inTransaction(
                  unit -> {
                    Set<String> ids =
                        batch.stream().map(each -> each.id().value()).collect(Collectors.toSet());
                    Map<String, Stored<Collaboration>> known =
                        unit.find(CollaborationTypes.COLLABORATION, ids);
                    List<Collaboration> fresh =
                        batch.stream()
                            .filter(each -> !known.containsKey(each.id().value()))
                            .toList();
                    fresh.forEach(each -> moves.propose(unit, each));
                    return fresh.size();
                  });
    }
    return inserted;
  }

  /**
   * Accepts what was proposed, for those who were asked. From then on it waits as long again to be
   * confirmed.
   *
   * @param actor the learner, a guardian, or who takes part on the other side; an organiser, for
   *     those who answered elsewhere
   * @throws IllegalMoveException if it waits for no answer, or its time to answer is over
   */
  public Collaboration accept(Actor actor, CollaborationId id) {
    mayAnswer(actor, id, "accept this");
    return store.as(actor).inTransaction(unit -> accept(Moves.seen(unit, id), unit));
  }

  private Collaboration accept(Stored<Collaboration> seen, UnitOfWork unit) {
    Collaboration proposed = seen.value();
    if (proposed.state() == CollaborationState.PROPOSED
        && proposed.answerBy().map(by -> !moves.now().isBefore(by)).orElse(false)) {
      throw new IllegalMoveException(
          proposed.id(),
          "accept after the time to answer",
          "Maybe ask for it to be proposed again.");
    }
    return moves.move(
        unit,
        seen,
        CollaborationState.ACCEPTED,
        Map.of(),
        builder ->
            builder.answerBy(
                proposed.answerBy().isEmpty() ? null : moves.now().plus(moves.times().proposal())));
  }

  /** Declines what was proposed or accepted, for those who were asked; its place is free again. */
  public Collaboration decline(Actor actor, CollaborationId id) {
    mayAnswer(actor, id, "decline this");
    return move(actor, id, CollaborationState.DECLINED);
  }

  /** Gives up, for a side that takes part; its place is free again. */
  public Collaboration withdraw(Actor actor, CollaborationId id) {
    mayAnswer(actor, id, "withdraw from this");
    return move(actor, id, CollaborationState.WITHDRAWN);
  }

  /**
   * Calls off; its place is free again.
   *
   * @param actor an organiser, the safeguarding lead, or the provider
   */
  public Collaboration cancel(Actor actor, CollaborationId id) {
    Collaboration collaboration = known(id);
    boolean isProvider =
        collaboration.participants().stream()
            .map(Participant::party)
            .filter(each -> each.kind() == Party.Kind.PROVIDER)
            .anyMatch(each -> entitlements.speaksForProvider(actor, each.id()));
    if (!isProvider
        && !Entitlements.organises(actor)
        && actor.role() != Role.SAFEGUARDING_LEAD
        && !entitlements.educatesIn(actor, collaboration)) {
      throw new ForbiddenException(actor, "cancel this");
    }
    return move(actor, id, CollaborationState.CANCELLED);
  }

  /**
   * Moves many at once, in batches, for those who organise: what does not lead there, or needs a
   * clearance to, is left as it is.
   *
   * @param actor an organiser
   * @param next accepted, confirmed, running, completed or cancelled
   * @return how many moved
   */
  public int moveAll(Actor actor, Collection<CollaborationId> ids, CollaborationState next) {
    if (!Entitlements.organises(actor)) {
      throw new ForbiddenException(actor, "move many collaborations");
    }
    if (!BY_MANY.contains(next)) {
      throw new IllegalArgumentException("Many are not moved to " + next + " at once.");
    }
    int moved = 0;
    for (List<CollaborationId> batch : Iterables.partition(ids, BATCH)) {
      Set<String> values = batch.stream().map(CollaborationId::value).collect(Collectors.toSet());
      moved +=
          store
              .as(actor)
              .<Integer>inTransaction(
                  unit -> {
                    List<Stored<Collaboration>> movable =
                        unit.find(CollaborationTypes.COLLABORATION, values).values().stream()
                            .filter(each -> mayMove(each.value(), next))
                            .toList();
                    for (Stored<Collaboration> each : movable) {
                      if (next == CollaborationState.ACCEPTED) {
                        accept(each, unit);
                      } else {
                        moves.move(unit, each, next);
                      }
                    }
                    return movable.size();
                  });
    }
    return moved;
  }

  private boolean mayMove(Collaboration each, CollaborationState next) {
    boolean inTime =
        next != CollaborationState.ACCEPTED
            || each.answerBy().map(by -> moves.now().isBefore(by)).orElse(true);
    boolean cleared =
        switch (next) {
          case CONFIRMED -> !each.needsClearance();
          case RUNNING -> each.isInForce(moves.now());
          default -> true;
        };
    return each.state().leadsTo(next) && inTime && cleared;
  }

  /**
   * Confirms what needs no clearance: no learner of it meets others than their own school.
   *
   * @throws NotClearedException if it needs one
   */
  public Collaboration confirm(Actor actor, CollaborationId id) {
    Collaboration collaboration = known(id);
    if (!Entitlements.organises(actor) && !entitlements.educatesIn(actor, collaboration)) {
      throw new ForbiddenException(actor, "confirm this");
    }
    if (collaboration.needsClearance()) {
      throw new NotClearedException(id, "it needs a clearance");
    }
    return move(actor, id, CollaborationState.CONFIRMED);
  }

  /**
   * Begins what is in force, with goals; without new ones, those it has stay.
   *
   * @throws IllegalMoveException if it is not confirmed, or its clearance has lapsed
   */
  public Collaboration start(Actor actor, CollaborationId id, List<Goal> goals) {
    mayRun(actor, id, "start this");
    return store
        .as(actor)
        .inTransaction(
            unit -> {
              Stored<Collaboration> seen = Moves.seen(unit, id);
              if (seen.value().state() == CollaborationState.CONFIRMED
                  && !seen.value().isInForce(moves.now())) {
                throw new IllegalMoveException(
                    id, "start what is not in force", "Maybe its clearance has lapsed.");
              }
              return moves.move(
                  unit,
                  seen,
                  CollaborationState.RUNNING,
                  Map.of(),
                  builder -> {
                    if (!goals.isEmpty()) {
                      builder.goals(goals);
                    }
                  });
            });
  }

  /** Tells what a common goal has reached, while it runs. */
  public Collaboration reach(Actor actor, CollaborationId id, int goal, int figure) {
    mayRun(actor, id, "tell what is reached");
    return store
        .as(actor)
        .inTransaction(
            unit -> {
              Stored<Collaboration> seen = Moves.seen(unit, id);
              if (seen.value().state() != CollaborationState.RUNNING) {
                throw new IllegalMoveException(id, seen.value().state(), "tell what is reached");
              }
              List<Goal> goals = new ArrayList<>(seen.value().goals());
              goals.set(goal, goals.get(goal).reaching(figure));
              Collaboration after = seen.value().changed(builder -> builder.goals(goals));
              unit.update(CollaborationTypes.COLLABORATION, seen, after);
              return after;
            });
  }

  /** Ends as planned; the place is free for the next on the waitlist. */
  public Collaboration complete(Actor actor, CollaborationId id) {
    mayRun(actor, id, "end this");
    return move(actor, id, CollaborationState.COMPLETED);
  }

  /**
   * What time alone has brought about: what was not answered or confirmed in time expires, what
   * lost its clearance is suspended. Each on its own; what somebody moves meanwhile is left to
   * them.
   *
   * @param actor an organiser
   * @return how many were moved
   */
  public int sweep(Actor actor) {
    if (!Entitlements.organises(actor)) {
      throw new ForbiddenException(actor, "sweep");
    }
    return new Sweep(store.as(actor), moves).run();
  }

  private Collaboration move(Actor actor, CollaborationId id, CollaborationState next) {
    return store.as(actor).inTransaction(unit -> moves.move(unit, Moves.seen(unit, id), next));
  }

  /** Tells the audit that somebody was shown something of a learner. */
  void shown(Actor actor, LearnerId learner, String what) {
    store.as(actor).run(unit -> unit.sawOf(Person.of(learner), what));
  }

  private Collaboration known(CollaborationId id) {
    return find(id).orElseThrow(() -> new NotFoundException("collaboration", id.value()));
  }

  private void mayAnswer(Actor actor, CollaborationId id, String act) {
    if (!Entitlements.organises(actor) && !entitlements.takesPart(actor, known(id))) {
      throw new ForbiddenException(actor, act);
    }
  }

  private void mayRun(Actor actor, CollaborationId id, String act) {
    Collaboration collaboration = known(id);
    boolean runs =
        Entitlements.isMentor(actor, collaboration)
            || entitlements.educatesIn(actor, collaboration)
            || collaboration.withPart(Part.PROVIDES).stream()
                .anyMatch(each -> entitlements.speaksForProvider(actor, each.id()));
    if (!runs && !Entitlements.organises(actor)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
