package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.ExpectedArrival;
import org.educationcities.notification.RelayRule;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Session;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

/** The day itself: expected, there, missed; every absence told, and none of who had arrived. */
class ArrivalsTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 40).safe();
  private final List<Message> sent = new ArrayList<>();

  private CollaborationId confirmed(LearnerId learner) {
    stage.permit(learner);
    CollaborationId id = stage.accepted(learner);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    return id;
  }

  private Session first(CollaborationId placement) {
    return stage.now(placement).sessions().get(0);
  }

  private void at(Session session, Duration after) {
    clock.to(session.start().plus(after).toString());
  }

  private int sweep() {
    return stage.cities().arrivals().sweep(Stage.LEAD);
  }

  private void arrived(CollaborationId placement) {
    stage.cities().arrivals().arrived(Stage.MENTOR, placement, first(placement).start());
  }

  private List<String> told(String kind) throws InterruptedException {
    NotificationChannel channel = new TakingChannel(sent);
    var relay = stage.cities().relay(channel, RelayRule.STANDARD);
    while (relay.deliverDue(500).sent() > 0) {
      // until nothing is due
    }
    return sent.stream()
        .filter(each -> each.kind().equals(kind))
        .map(Message::recipient)
        .sorted()
        .toList();
  }

  @Test
  void whoIsNotThereIsMissedOnceAndGuardianAndSchoolAreTold() throws InterruptedException {
    CollaborationId placement = confirmed(stage.learners("learner-1").get(0));
    at(first(placement), Duration.ofMinutes(14));
    assertThat(sweep()).isZero();
    at(first(placement), Duration.ofMinutes(15));
    assertThat(sweep()).isEqualTo(1);
    assertThat(sweep()).isZero();

    assertThat(told("arrival.missed"))
        .containsExactly("guardian/guardian-of-learner-1", "school/school-1");
    assertThat(sent.toString()).doesNotContain("2026-09-01");
  }

  @Test
  void whoArrivesLateIsNoLongerMissed() throws InterruptedException {
    CollaborationId placement = confirmed(stage.learners("learner-1").get(0));
    at(first(placement), Duration.ofMinutes(16));
    sweep();
    assertThat(told("arrival.missed")).hasSize(2);
    arrived(placement);
    arrived(placement);

    assertThat(told("arrival.settled"))
        .containsExactly("guardian/guardian-of-learner-1", "school/school-1");
  }

  @Test
  void nobodyIsFrightenedForWhoArrivedBeforeTheAlarmWentOut() throws InterruptedException {
    CollaborationId placement = confirmed(stage.learners("learner-1").get(0));
    at(first(placement), Duration.ofMinutes(16));
    sweep();
    arrived(placement);

    assertThat(told("arrival.missed")).isEmpty();
  }

  @Test
  void whoIsThereInTimeIsNotMissed() {
    CollaborationId placement = confirmed(stage.learners("learner-1").get(0));
    at(first(placement), Duration.ofMinutes(-10));
    arrived(placement);
    at(first(placement), Duration.ofMinutes(40));

    assertThat(sweep()).isZero();
    assertThat(
            stage
                .cities()
                .arrivals()
                .expected(Stage.MENTOR, first(placement).start(), first(placement).end()))
        .extracting(ExpectedArrival::state)
        .containsExactly(ExpectedArrival.State.ARRIVED);
  }

  @Test
  void whoIsNoLongerInForceIsNeitherExpectedNorMissed() {
    LearnerId learner = stage.learners("learner-1").get(0);
    CollaborationId placement = confirmed(learner);
    Session session = first(placement);
    stage
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(learner), learner, Stage.STAGE.value());
    at(session, Duration.ofMinutes(30));

    assertThat(sweep()).isZero();
    assertThat(stage.cities().arrivals().expected(Stage.LEAD, session.start(), session.end()))
        .isEmpty();
    assertThatThrownBy(
            () -> stage.cities().arrivals().arrived(Stage.MENTOR, placement, session.start()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void onlyWhoIsResponsibleMarksAndSees() {
    LearnerId learner = stage.learners("learner-1").get(0);
    CollaborationId placement = confirmed(learner);
    Session session = first(placement);
    at(session, Duration.ZERO);
    for (Actor other :
        List.of(
            Stage.self(learner),
            Stage.guardianOf(learner),
            new Actor("mentor-2", Role.MENTOR),
            new Actor("provider-pitch", Role.PROVIDER))) {
      assertThatThrownBy(() -> stage.cities().arrivals().arrived(other, placement, session.start()))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(
            stage
                .cities()
                .arrivals()
                .expected(new Actor("mentor-2", Role.MENTOR), session.start(), session.end()))
        .isEmpty();
    assertThatThrownBy(
            () ->
                stage
                    .cities()
                    .arrivals()
                    .expected(Stage.self(learner), session.start(), session.end()))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void everyAbsenceIsToldAndNoneOfThoseWhoWereThere() throws InterruptedException {
    List<LearnerId> learners =
        stage.learners(
            java.util.stream.IntStream.range(0, 15)
                .mapToObj(i -> "learner-" + i)
                .toArray(String[]::new));
    List<CollaborationId> placements = learners.stream().map(this::confirmed).toList();
    SplittableRandom random = new SplittableRandom(7);
    List<String> absent = new ArrayList<>();
    Session session = first(placements.get(0));
    for (int i = 0; i < placements.size(); i++) {
      int minute = random.nextInt(31);
      if (minute < 15) {
        at(session, Duration.ofMinutes(minute));
        sweep();
        arrived(placements.get(i));
      } else {
        absent.add("guardian/guardian-of-" + learners.get(i).value());
      }
    }
    at(session, Duration.ofMinutes(15));

    assertThat(sweep()).isEqualTo(absent.size());
    assertThat(told("arrival.missed"))
        .filteredOn(each -> each.startsWith("guardian/"))
        .containsExactlyInAnyOrderElementsOf(absent);
  }
}
