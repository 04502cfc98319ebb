package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.Collaborations;
import org.educationcities.collaboration.Placements;
import org.educationcities.collaboration.Places;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Store;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Pseudonyms;

/** What planners see of the places of an opportunity. Thread-safe. */
public final class PlannerViews {
  private final Store store;
  private final Collaborations collaborations;
  private final Placements placements;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;

  PlannerViews(
      Store store,
      Collaborations collaborations,
      Placements placements,
      Pseudonyms pseudonyms,
      InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.collaborations = Objects.requireNonNull(collaborations, "collaborations");
    this.placements = Objects.requireNonNull(placements, "placements");
    this.pseudonyms = Objects.requireNonNull(pseudonyms, "pseudonyms");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * An opportunity with its placements, by pseudonym; each learner is told of in the audit. Linear
   * in the placements there ever were. Nothing was opened or proposed yet: 0 of everything.
   *
   * @param actor a planner, an administrator or the system
   * @throws ForbiddenException if it is none of them
   */
  public PlannerView of(Actor actor, OpportunityId opportunity) {
    if (!actor.isOneOf(Role.PLANNER, Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, "see this opportunity as a planner");
    }
    Instant now = clock.instant();
    List<LearnerId> shown = new ArrayList<>();
    ImmutableList.Builder<PlannerView.Line> lines = ImmutableList.builder();
    for (Collaboration each : collaborations.placementsIn(opportunity)) {
      if (each.state().holdsPlace() && !each.learners().isEmpty()) {
        LearnerId learner = each.learners().get(0);
        shown.add(learner);
        lines.add(
            new PlannerView.Line(
                each.id(), pseudonyms.forPlanners(learner), each.state(), each.isInForce(now)));
      }
    }
    store.as(actor).run(unit -> shown.forEach(each -> unit.sawOf(Person.of(each), "planner-view")));
    Places places = placements.placesOf(opportunity).orElse(null);
    return places == null
        ? new PlannerView(opportunity, 0, 0, 0, lines.build())
        : new PlannerView(
            opportunity, places.capacity(), places.held(), places.waiting(), lines.build());
  }
}
