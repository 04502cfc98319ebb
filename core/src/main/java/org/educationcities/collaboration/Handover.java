package org.educationcities.collaboration;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.profile.Party;
import org.educationcities.registry.LegalBases;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.spi.storage.Query;

/**
 * Passes on what is kept of a learner, within one transaction: to another id that turned out to be
 * the same person, or to the same id in another school. Nothing is in force afterwards that was not
 * cleared for the very id it is in force for.
 */
final class Handover {
  private final Moves moves;
  private final Safeguarding safeguarding;
  private final Profiles profiles;
  private final Quests quests;

  Handover(Moves moves, Safeguarding safeguarding, Profiles profiles, Quests quests) {
    this.moves = moves;
    this.safeguarding = safeguarding;
    this.profiles = profiles;
    this.quests = quests;
  }

  /** Where a learner is found without an index: on waitlists, and in groups of every kind. */
  record Traces(Set<OpportunityId> waits, Set<CollaborationId> groups) {
    static final Traces NONE = new Traces(Set.of(), Set.of());

    private static Traces empty() {
      return new Traces(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  /**
   * What a merge did.
   *
   * @param stopped how many placements are not in force any more
   * @param toPermitAgain the activities of which the permission did not pass to the surviving id
   */
  record Merged(int stopped, Set<String> toPermitAgain) {}

  /** The traces of some learners, by one reading of all waitlists and all groups. */
  static Map<LearnerId, Traces> traces(Store store, Set<LearnerId> learners) {
    Map<LearnerId, Traces> traces = new HashMap<>();
    store.forEach(
        CollaborationTypes.PLACES,
        Query.over(CollaborationTypes.PLACES.type().name()).limit(500).build(),
        each ->
            each.value().waitlist().stream()
                .map(Places.Waiting::learner)
                .filter(learners::contains)
                .forEach(
                    learner ->
                        traces
                            .computeIfAbsent(learner, id -> Traces.empty())
                            .waits()
                            .add(each.value().opportunity())));
    for (CollaborationKind kind : CollaborationKind.values()) {
      if (kind != CollaborationKind.PLACEMENT) {
        store.forEach(
            CollaborationTypes.COLLABORATION,
            Query.over(CollaborationTypes.COLLABORATION.type().name())
                .where("kind", kind.name())
                .limit(500)
                .build(),
            each ->
                each.value().learners().stream()
                    .filter(learners::contains)
                    .forEach(
                        learner ->
                            traces
                                .computeIfAbsent(learner, id -> Traces.empty())
                                .groups()
                                .add(each.value().id())));
      }
    }
    return traces;
  }

  /** Makes one learner of two. Doing it again changes nothing. */
  Merged merge(UnitOfWork unit, LearnerId from, LearnerId into, Home home, Traces traces) {
    Merges.remember(unit, from, into);
    int before = inForce(unit, from) + inForce(unit, into);
    Set<String> toPermitAgain = safeguarding.merge(unit, from, into);
    profiles.merge(unit, Party.of(from), Party.of(into));
    quests.merge(unit, from, into);
    LegalBases.merge(unit, from, into);
    for (Stored<Collaboration> each : PlacementSuspension.all(unit, "learner", from.value())) {
      if (each.value().state().holdsPlace()) {
        passPlace(unit, each, from, into, home);
      }
      replace(unit, each.value().id(), from, into, home);
      unit.find(CollaborationTypes.PROFILE_MOVE, each.value().id().value())
          .ifPresent(
              move ->
                  unit.update(
                      CollaborationTypes.PROFILE_MOVE,
                      move,
                      new ProfileMove(
                          move.value().collaboration(), into.value(), move.value().steps())));
    }
    traces.waits().forEach(each -> passPlaces(unit, each, from, into, home));
    traces.groups().forEach(each -> mergeIn(unit, each, from, into, home));
    return new Merged(before - inForce(unit, into), toPermitAgain);
  }

  private static int inForce(UnitOfWork unit, LearnerId learner) {
    return (int)
        PlacementSuspension.all(unit, "learner", learner.value()).stream()
            .filter(each -> each.value().state().mayBeInForce())
            .count();
  }

  /** Suspends, and passes the place on; of two places in one opportunity one is given up. */
  private void passPlace(
      UnitOfWork unit, Stored<Collaboration> seen, LearnerId from, LearnerId into, Home home) {
    OpportunityId opportunity = seen.value().opportunity().orElseThrow();
    Optional<Stored<Collaboration>> theirs =
        PlacementSuspension.all(unit, "learner", into.value()).stream()
            .filter(each -> each.value().opportunity().equals(Optional.of(opportunity)))
            .filter(each -> each.value().state().holdsPlace())
            .findFirst();
    if (theirs.isPresent()) {
      // Hours that were lived are worth more than a proposal; else the surviving id's own stands.
      boolean keep =
          !seen.value().attendance().isEmpty() && theirs.get().value().attendance().isEmpty();
      moves.move(unit, keep ? theirs.get() : seen, CollaborationState.CANCELLED);
      if (!keep) {
        return;
      }
    }
    if (seen.value().state().mayBeInForce() && !moves.toCome(seen.value().sessions()).isEmpty()) {
      suspend(unit, Moves.seen(unit, seen.value().id()));
    }
    passPlaces(unit, opportunity, from, into, home);
  }

  private void suspend(UnitOfWork unit, Stored<Collaboration> seen) {
    moves.move(
        unit,
        seen,
        CollaborationState.SUSPENDED,
        Map.of("reason", "no-longer-cleared"),
        builder -> {});
  }

  private static void passPlaces(
      UnitOfWork unit, OpportunityId opportunity, LearnerId from, LearnerId into, Home home) {
    Stored<Places> seen = Moves.places(unit, opportunity);
    Places after = seen.value().passedOn(from, into, home);
    if (!after.equals(seen.value())) {
      unit.update(CollaborationTypes.PLACES, seen, after);
    }
  }

  private static Collaboration replace(
      UnitOfWork unit, CollaborationId id, LearnerId from, LearnerId into, Home home) {
    Stored<Collaboration> seen = Moves.seen(unit, id);
    Collaboration after =
        seen.value().changed(builder -> builder.replace(Party.of(from), Party.of(into), home));
    unit.update(CollaborationTypes.COLLABORATION, seen, after);
    return after;
  }

  private void mergeIn(
      UnitOfWork unit, CollaborationId id, LearnerId from, LearnerId into, Home home) {
    Stored<Collaboration> seen = Moves.seen(unit, id);
    Collaboration group = seen.value();
    if (!group.has(Party.of(from))) {
      return; // passed on before
    }
    if (group.participants().size() == 2 && group.has(Party.of(into))) {
      // Nobody collaborates with themselves.
      if (group.state().leadsTo(CollaborationState.CANCELLED)) {
        moves.move(unit, seen, CollaborationState.CANCELLED);
      }
      return;
    }
    suspendUncleared(unit, replace(unit, id, from, into, home));
  }

  /** A group that meets others than its own school now is in force by a clearance only. */
  private void suspendUncleared(UnitOfWork unit, Collaboration group) {
    boolean cleared = !group.needsClearance() || group.clearance().isPresent();
    if (group.state().mayBeInForce() && !cleared) {
      suspend(unit, Moves.seen(unit, group.id()));
    }
  }

  /** Writes a learner's new home into all that has not ended; returns whether anything changed. */
  boolean rehome(UnitOfWork unit, LearnerId learner, Home home, Traces traces) {
    safeguarding.part(unit, learner);
    boolean changed = false;
    Set<CollaborationId> all = new LinkedHashSet<>(traces.groups());
    PlacementSuspension.all(unit, "learner", learner.value())
        .forEach(each -> all.add(each.value().id()));
    for (CollaborationId id : all) {
      Collaboration each = Moves.seen(unit, id).value();
      if (!each.state().isFinal() && isElsewhere(each, learner, home)) {
        suspendUncleared(unit, replace(unit, id, learner, learner, home));
        changed = true;
      }
    }
    traces.waits().forEach(each -> passPlaces(unit, each, learner, learner, home));
    return changed;
  }

  /** Whether a collaboration has a learner in another city or school; classes come and go. */
  private static boolean isElsewhere(Collaboration each, LearnerId learner, Home home) {
    return each.participants().stream()
        .filter(it -> it.party().equals(Party.of(learner)))
        .anyMatch(
            it ->
                !it.home().city().equals(home.city())
                    || !it.home().country().equals(home.country())
                    || !it.home().school().equals(home.school()));
  }
}
