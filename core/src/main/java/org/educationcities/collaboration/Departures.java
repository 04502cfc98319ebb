package org.educationcities.collaboration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.educationcities.Actor;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/**
 * Ends what somebody takes part in before they are erased: the others are told, and places are free
 * again. Thread-safe; done again it ends what came since.
 */
public final class Departures {
  private final Store store;
  private final Moves moves;

  Departures(Store store, Moves moves) {
    this.store = Objects.requireNonNull(store, "store");
    this.moves = Objects.requireNonNull(moves, "moves");
  }

  /**
   * Calls off a learner's placements and whatever is left with fewer than two parties; suspends
   * what is in force with an adult. What others go on with without them is left as it is.
   *
   * @param actor in whose name
   * @param also what commits with each that is ended
   * @return how many were ended
   */
  public int endAll(Actor actor, Person person, Consumer<? super UnitOfWork> also) {
    Store own = store.as(actor);
    List<CollaborationId> found = new ArrayList<>();
    own.forEach(
        CollaborationTypes.COLLABORATION,
        Query.over(CollaborationTypes.COLLABORATION.type().name()).limit(500).build(),
        each -> {
          if (next(each.value(), person) != null) {
            found.add(each.value().id());
          }
        });
    int ended = 0;
    for (CollaborationId id : found) {
      ended +=
          own.<Boolean>inTransaction(
                  unit -> {
                    boolean done = end(unit, id, person);
                    if (done) {
                      also.accept(unit);
                    }
                    return done;
                  })
              ? 1
              : 0;
    }
    return ended;
  }

  private boolean end(UnitOfWork unit, CollaborationId id, Person person) {
    Stored<Collaboration> seen = Moves.seen(unit, id);
    CollaborationState next = next(seen.value(), person);
    if (next == null) {
      return false;
    }
    moves.move(
        unit,
        seen,
        next,
        next == CollaborationState.SUSPENDED ? Map.of("reason", "mentors-changed") : Map.of(),
        builder -> {});
    return true;
  }

  /** Where a collaboration goes when somebody leaves; null if it stays where it is. */
  private static @Nullable CollaborationState next(Collaboration each, Person person) {
    boolean takesPart =
        each.participants().stream()
            .map(Participant::party)
            .anyMatch(party -> party.person().map(person::equals).orElse(false));
    if (!takesPart || !each.state().leadsTo(CollaborationState.CANCELLED)) {
      return null;
    }
    boolean ownPlacement =
        each.kind() == CollaborationKind.PLACEMENT && person.kind() == Person.Kind.LEARNER;
    if (ownPlacement || others(each, person) < 2) {
      return CollaborationState.CANCELLED;
    }
    boolean mentored =
        each.kind() == CollaborationKind.PLACEMENT
            && person.kind() == Person.Kind.ADULT
            && each.state().mayBeInForce();
    return mentored ? CollaborationState.SUSPENDED : null;
  }

  private static long others(Collaboration each, Person person) {
    Set<Party> others = new HashSet<>();
    each.participants().stream()
        .map(Participant::party)
        .filter(party -> !party.person().map(person::equals).orElse(false))
        .filter(party -> !Personal.isStandIn(party.id()))
        .forEach(others::add);
    return others.size();
  }
}
