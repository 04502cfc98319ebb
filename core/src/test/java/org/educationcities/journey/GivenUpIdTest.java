package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.educationcities.SmallCity.ADMINISTRATOR;
import static org.educationcities.SmallCity.PLANNER;
import static org.educationcities.journey.Stage.LEAD;
import static org.educationcities.journey.Stage.MENTOR;
import static org.educationcities.journey.Stage.STAGE;
import static org.educationcities.journey.Stage.THEATRE;
import static org.educationcities.journey.Stage.guardianOf;
import static org.educationcities.journey.Stage.self;

import java.util.List;
import java.util.Set;
import org.educationcities.EducationCities;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.people.LearnerId;
import org.educationcities.registry.Roster;
import org.educationcities.spi.source.LearnerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who still speaks of a child by an id that was given up means the same child: what is taken away
 * under it is taken away at once, not with the next sweep. Found by the random machine.
 */
class GivenUpIdTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 2).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId first = stage.learners("noa-written-first").get(0);
  private final LearnerId second = stage.learners("noa-written-second").get(0);
  private final LearnerId noa = stage.learners("noa").get(0);
  private CollaborationId placement = new CollaborationId("none");

  @BeforeEach
  void theSurvivingIdHasAPlace() {
    merge(first, second);
    merge(second, noa);
    stage.permit(noa);
    placement = stage.accepted(noa);
    assertThat(cities.confirmations().confirmAll(PLANNER, List.of(placement)).confirmed())
        .hasSize(1);
  }

  private void merge(LearnerId from, LearnerId into) {
    take(LearnerRecord.builder(from.value(), "hadera").mergedInto(into.value()).build());
    cities.hostChanges().follow(PLANNER, Set.of(from));
  }

  private void take(LearnerRecord record) {
    cities.registry().take(ADMINISTRATOR, Roster.builder().learners(List.of(record)).build());
  }

  private CollaborationState state() {
    return stage.now(placement).state();
  }

  @Test
  void aBlockUnderItHoldsForTheChild() {
    cities.safeguarding().block(LEAD, first, THEATRE.id());
    assertThat(state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(cities.confirmations().confirmAll(PLANNER, List.of(placement)).refused())
        .containsEntry(placement, Set.of("block"));
  }

  @Test
  void aConcernUnderItBlocksAtOnce() {
    cities.concerns().raiseAndBlock(self(first), first, MENTOR.id(), "Something is wrong.");
    assertThat(state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  @Test
  void aPermissionIsWithdrawnUnderItToo() {
    cities.safeguarding().withdrawPermission(guardianOf(first), first, STAGE.value());
    assertThat(state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(cities.safeguarding().permissionsOf(LEAD, noa)).isEmpty();
  }

  @Test
  void whoTurnedOutToBeTwoAfterAllTakesNothingFromTheOther() {
    take(SmallCity.learner(second.value()));
    cities.hostChanges().follow(PLANNER, Set.of(second));
    cities.safeguarding().block(LEAD, second, THEATRE.id());
    cities.safeguarding().withdrawPermission(guardianOf(second), second, STAGE.value());
    assertThat(state()).isEqualTo(CollaborationState.CONFIRMED);
  }
}
