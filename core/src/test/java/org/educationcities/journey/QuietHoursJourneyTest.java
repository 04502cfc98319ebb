package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayRule;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.Test;

/** The quiet hours of the policy, 21:00 to 07:00, by the clocks of the learners' city. */
class QuietHoursJourneyTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 5);
  private final List<Message> sent = new ArrayList<>();

  private List<String> told() throws InterruptedException {
    sent.clear();
    Relay relay = stage.cities().relay(new TakingChannel(sent), RelayRule.STANDARD);
    while (relay.deliverDue(500).sent() > 0) {
      // until nothing is due
    }
    return sent.stream().map(each -> each.kind() + " " + each.recipient()).toList();
  }

  @Test
  void aChildThatMayNoLongerGoIsToldOfAtNightAndEverythingElseInTheMorning()
      throws InterruptedException {
    stage.safe();
    LearnerId learner = stage.learners("learner-1").get(0);
    stage.permit(learner);
    CollaborationId id = stage.accepted(learner);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    assertThat(told()).isNotEmpty();

    clock.to("2026-08-20T19:30:00Z"); // 22:30 there
    stage
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(learner), learner, Stage.STAGE.value());
    assertThat(told())
        .isNotEmpty()
        .allMatch(each -> each.startsWith("collaboration.suspended "))
        .contains(
            "collaboration.suspended learner/learner-1", "collaboration.suspended adult/mentor-1");

    clock.to("2026-08-21T03:59:00Z");
    assertThat(told()).isEmpty();
    clock.to("2026-08-21T04:00:00Z"); // 07:00 there
    assertThat(told()).contains("permission.withdrawn learner/learner-1");
  }

  @Test
  void whereNoPolicyIsInForceThereAreNone() throws InterruptedException {
    clock.to("2026-08-20T19:30:00Z");
    LearnerId learner = stage.learners("learner-1").get(0);
    stage.permit(learner);
    assertThat(told()).contains("permission.given learner/learner-1");
  }
}
