package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.people.LearnerId;
import org.educationcities.safeguarding.Concern;
import org.junit.jupiter.api.Test;

/** Concerns reach the safeguarding lead alone, never whom they are about. */
class ConcernsTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 5).safe();
  private final LearnerId learner = stage.learners("learner-1").get(0);

  private CollaborationId confirmed() {
    stage.permit(learner);
    CollaborationId id = stage.accepted(learner);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.CONFIRMED);
    return id;
  }

  @Test
  void anybodyMayRaiseOneAndOnlyTheLeadReadsIt() {
    String id =
        stage.cities().concerns().raise(Stage.self(learner), learner, "mentor-1", "He shouts.");

    assertThat(stage.cities().concerns().open(Stage.LEAD))
        .extracting(Concern::id, Concern::words, Concern::raisedBy)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(id, "He shouts.", "learner-1"));
    for (Actor other :
        List.of(
            Stage.MENTOR,
            Stage.THEATRE,
            Stage.self(learner),
            SmallCity.ADMINISTRATOR,
            SmallCity.PLANNER)) {
      assertThatThrownBy(() -> stage.cities().concerns().open(other))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(stage.cities().concerns().open(Stage.LEAD).toString()).doesNotContain("shouts");
  }

  @Test
  void aLeadWhomItIsAboutNeitherSeesNorClosesIt() {
    String id =
        stage
            .cities()
            .concerns()
            .raise(Stage.guardianOf(learner), learner, Stage.LEAD.id(), "Too close.");
    assertThat(stage.cities().concerns().open(Stage.LEAD)).isEmpty();
    assertThatThrownBy(() -> stage.cities().concerns().close(Stage.LEAD, id))
        .isInstanceOf(NotFoundException.class);

    Actor second = new Actor("lead-2", Role.SAFEGUARDING_LEAD);
    assertThat(stage.cities().concerns().open(second)).hasSize(1);
    stage.cities().concerns().close(second, id);
    assertThat(stage.cities().concerns().open(second)).isEmpty();
  }

  @Test
  void aChildCanKeepThemApartAtOnce() {
    CollaborationId placement = confirmed();
    stage
        .cities()
        .concerns()
        .raiseAndBlock(Stage.self(learner), learner, Stage.MENTOR.id(), "I am afraid.");

    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(
            stage
                .cities()
                .confirmations()
                .confirmAll(SmallCity.PLANNER, List.of(placement))
                .confirmed())
        .isEmpty();
  }

  @Test
  void whoMayNotBlockIsHeardAllTheSame() {
    CollaborationId placement = confirmed();
    assertThatThrownBy(
            () ->
                stage
                    .cities()
                    .concerns()
                    .raiseAndBlock(Stage.THEATRE, learner, Stage.MENTOR.id(), "Something is off."))
        .isInstanceOf(ForbiddenException.class);

    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.CONFIRMED);
    assertThat(stage.cities().concerns().open(Stage.LEAD)).hasSize(1);
  }
}
