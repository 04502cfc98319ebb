package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.EducationCitiesException;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Places;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.safeguarding.Clearance;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Vetting;
import org.jspecify.annotations.Nullable;

/**
 * Whatever people do in whatever order, through the services as they are: never overbooked, never
 * in force without a clearance that holds and a permission that stands, and no state but by a move
 * that the lifecycle knows.
 */
class LifecycleProperties {
  private static final int PLACES = 2;

  @Property(tries = 12)
  void noRandomSequenceBreaksAnything(@ForAll Random chance) {
    MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
    Stage stage = Stage.open(clock, PLACES).safe();
    List<LearnerId> learners = stage.learners("learner-1", "learner-2", "learner-3", "learner-4");
    Clearance kept = null;
    for (int step = 0; step < 60; step++) {
      LearnerId learner = learners.get(chance.nextInt(learners.size()));
      Proposal proposal = new Proposal(learner, Stage.STAGE, "round-" + chance.nextInt(2));
      List<Collaboration> before = all(stage, learners);
      try {
        kept = act(stage, clock, chance, learner, proposal, kept);
      } catch (EducationCitiesException refused) {
        assertThat(refused.getMessage()).doesNotContain(learner.value());
      }
      check(stage, clock, learners, before);
    }
  }

  private static @Nullable Clearance act(
      Stage stage,
      MovingClock clock,
      Random chance,
      LearnerId learner,
      Proposal proposal,
      @Nullable Clearance kept) {
    List<Collaboration> own = stage.cities().collaborations().placementsOf(learner);
    CollaborationId id =
        own.isEmpty() ? proposal.placement() : own.get(chance.nextInt(own.size())).id();
    switch (chance.nextInt(16)) {
      case 0, 1 -> stage.cities().placements().propose(SmallCity.PLANNER, proposal);
      case 2, 3 -> stage.cities().collaborations().accept(Stage.self(learner), id);
      case 4 -> stage.cities().collaborations().decline(Stage.self(learner), id);
      case 5 -> stage.cities().collaborations().withdraw(Stage.guardianOf(learner), id);
      case 6 -> stage.cities().placements().join(Stage.self(learner), learner, Stage.STAGE);
      case 7 -> stage.permit(learner);
      case 8 ->
          stage
              .cities()
              .safeguarding()
              .withdrawPermission(Stage.guardianOf(learner), learner, Stage.STAGE.value());
      case 9 -> {
        // A clearance is kept and used later, perhaps for something else, perhaps too late.
        if (stage.cities().confirmations().clear(SmallCity.PLANNER, id)
            instanceof ClearanceDecision.Granted granted) {
          return granted.clearance();
        }
      }
      case 10, 11 -> {
        if (kept != null) {
          stage.cities().confirmations().confirm(SmallCity.PLANNER, id, kept);
        }
      }
      case 12 -> stage.cities().collaborations().start(Stage.MENTOR, id, List.of());
      case 13 -> stage.cities().collaborations().complete(Stage.MENTOR, id);
      case 14 -> {
        clock.pass(Duration.ofDays(chance.nextInt(8)));
        stage.cities().collaborations().sweep(SmallCity.PLANNER);
      }
      default -> {
        stage.vet(chance.nextInt(3) == 0 ? Vetting.Decision.BARRED : Vetting.Decision.CLEARED);
        stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
      }
    }
    return kept;
  }

  private static void check(
      Stage stage, MovingClock clock, List<LearnerId> learners, List<Collaboration> before) {
    List<Collaboration> after = all(stage, learners);
    Places places = stage.cities().placements().placesOf(Stage.STAGE).orElseThrow();
    assertThat(after.stream().filter(each -> each.state().holdsPlace()).count())
        .isEqualTo(places.held())
        .isLessThanOrEqualTo(PLACES);
    for (Collaboration each : after) {
      if (each.isInForce(clock.instant())) {
        assertThat(each.clearance()).isPresent();
        assertThat(
                stage
                    .cities()
                    .safeguarding()
                    .permissionsOf(SmallCity.ADMINISTRATOR, each.learners().get(0)))
            .isNotEmpty();
      }
      CollaborationState was =
          before.stream()
              .filter(it -> it.id().equals(each.id()))
              .map(Collaboration::state)
              .findFirst()
              .orElse(CollaborationState.PROPOSED);
      assertThat(was == each.state() || was.leadsTo(each.state())).isTrue();
    }
  }

  private static List<Collaboration> all(Stage stage, List<LearnerId> learners) {
    return learners.stream()
        .flatMap(each -> stage.cities().collaborations().placementsOf(each).stream())
        .toList();
  }
}
