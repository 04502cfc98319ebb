package org.educationcities.collaboration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.resource.OpportunityId;

/**
 * What is kept of collaborations, as it is kept: of a placement to those who answer for everything,
 * administrators, the safeguarding lead and the system, alone; of other collaborations to those who
 * take part too. Whatever is shown of a learner is told in the audit. Whoever else asks about
 * placements has a view of their own, such as {@link ProviderViews}. Thread-safe.
 */
public final class Shown {
  private final Store store;
  private final Collaborations collaborations;
  private final Entitlements entitlements;

  Shown(Store store, Collaborations collaborations, Entitlements entitlements) {
    this.store = Objects.requireNonNull(store, "store");
    this.collaborations = Objects.requireNonNull(collaborations, "collaborations");
    this.entitlements = Objects.requireNonNull(entitlements, "entitlements");
  }

  /**
   * A collaboration.
   *
   * @param actor an administrator, the safeguarding lead or the system; unless it is a placement
   *     also a planner, and who takes part and is no provider
   * @throws NotFoundException if there is none
   * @throws ForbiddenException if the actor may not see it
   */
  public Collaboration collaboration(Actor actor, CollaborationId id) {
    Collaboration found =
        collaborations
            .find(id)
            .orElseThrow(() -> new NotFoundException("collaboration", id.value()));
    boolean mayJoinIn =
        found.kind() != CollaborationKind.PLACEMENT
            && (actor.role() == Role.PLANNER
                || (actor.role() != Role.PROVIDER && entitlements.takesPart(actor, found)));
    if (!mayJoinIn && !seesEverything(actor)) {
      throw new ForbiddenException(actor, "see this collaboration");
    }
    store
        .as(actor)
        .run(
            unit -> found.learners().forEach(each -> unit.sawOf(Person.of(each), "collaboration")));
    return found;
  }

  /**
   * A learner's placements, past ones included.
   *
   * @param actor an administrator, the safeguarding lead or the system
   * @throws ForbiddenException if the actor may not see them
   */
  public List<Collaboration> placementsOf(Actor actor, LearnerId learner) {
    if (!seesEverything(actor)) {
      throw new ForbiddenException(actor, "see the placements of this learner as they are kept");
    }
    collaborations.shown(actor, learner, "placements");
    return collaborations.placementsOf(learner);
  }

  /**
   * How what both sides said of a placement moved the learner's profile, if it did.
   *
   * @param actor the learner, a guardian of theirs, an administrator, the safeguarding lead or the
   *     system
   * @throws ForbiddenException if the actor may not see it
   */
  public Optional<ProfileMove> profileMove(Actor actor, CollaborationId placement) {
    Optional<ProfileMove> move =
        store.find(CollaborationTypes.PROFILE_MOVE, placement.value()).map(each -> each.value());
    move.ifPresent(
        each -> {
          LearnerId learner = new LearnerId(each.learner());
          checkSpeaksFor(actor, learner, "see how this profile moved");
          collaborations.shown(actor, learner, "profile-move");
        });
    return move;
  }

  /**
   * Who holds the places of an opportunity and who waits for one.
   *
   * @param actor an administrator, the safeguarding lead or the system
   * @throws ForbiddenException for anybody else
   */
  public Optional<Places> places(Actor actor, OpportunityId opportunity) {
    if (!seesEverything(actor)) {
      throw new ForbiddenException(actor, "see who holds these places");
    }
    return store
        .as(actor)
        .<Optional<Places>>inTransaction(
            unit -> {
              unit.saw(CollaborationTypes.PLACES.type().name(), opportunity.value(), "places");
              return unit.find(CollaborationTypes.PLACES, opportunity.value()).map(Stored::value);
            });
  }

  private void checkSpeaksFor(Actor actor, LearnerId learner, String act) {
    if (!seesEverything(actor) && !entitlements.speaksFor(actor, learner)) {
      throw new ForbiddenException(actor, act);
    }
  }

  private static boolean seesEverything(Actor actor) {
    return actor.isOneOf(Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD, Role.SYSTEM);
  }
}
