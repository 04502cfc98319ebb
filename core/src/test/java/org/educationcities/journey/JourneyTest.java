package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.journey.Stage.MENTOR;
import static org.educationcities.journey.Stage.STAGE;
import static org.educationcities.journey.Stage.THEATRE;
import static org.educationcities.journey.Stage.guardianOf;
import static org.educationcities.journey.Stage.self;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.SmallCity;
import org.educationcities.city.Circle;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Goal;
import org.educationcities.collaboration.IllegalMoveException;
import org.educationcities.collaboration.NoPlaceException;
import org.educationcities.collaboration.Proposal;
import org.educationcities.collaboration.Reflection;
import org.educationcities.collaboration.Side;
import org.educationcities.notification.RelayRule;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.spi.source.LearnerRecord;
import org.junit.jupiter.api.Test;

/** One learner's way from a quest to a strength, as a story. */
class JourneyTest {
  private static final TopicId THEATRE_TOPIC = new TopicId("theatre");

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 1);
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final LearnerId amir = stage.learners("learner-amir").get(0);

  @Test
  void fromAQuestToAStrengthAndThePlaceGoesToTheNext() throws InterruptedException {
    // It starts with the child: a quest, and what the city answers it with.
    cities
        .quests()
        .put(
            self(noa),
            List.of(
                new Quest(
                    new QuestId("quest-1"), noa, "to stand on a stage", Set.of(THEATRE_TOPIC))));
    assertThat(
            cities
                .recommendations()
                .forLearner(self(noa), noa, SmallCity.TERM.id(), 3)
                .best()
                .get(0)
                .opportunity()
                .id())
        .isEqualTo(STAGE);

    // A proposal holds the one place there is; whoever comes later waits.
    Collaboration proposed =
        cities.placements().propose(self(noa), new Proposal(noa, STAGE, "quest-1"));
    assertThat(proposed.circle()).isEqualTo(Circle.CITY);
    assertThat(proposed.answerBy()).contains(clock.instant().plus(Duration.ofDays(14)));
    assertThatThrownBy(
            () -> cities.placements().propose(self(amir), new Proposal(amir, STAGE, "hand")))
        .isInstanceOf(NoPlaceException.class);
    cities.placements().join(self(amir), amir, STAGE);

    // The theatre accepts in time.
    CollaborationId id = proposed.id();
    clock.pass(Duration.ofDays(2));
    assertThat(cities.collaborations().accept(THEATRE, id).state())
        .isEqualTo(CollaborationState.ACCEPTED);

    // Nothing is confirmed before everything that guards a child is there.
    assertThat(cities.confirmations().clear(SmallCity.PLANNER, id))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("policy")));
    stage.safe();
    assertThat(cities.confirmations().clear(SmallCity.PLANNER, id))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("permission")));
    stage.permit(noa);
    ClearanceDecision decision = cities.confirmations().clear(SmallCity.PLANNER, id);
    assertThat(decision).isInstanceOf(ClearanceDecision.Granted.class);
    Collaboration confirmed =
        cities
            .confirmations()
            .confirm(SmallCity.PLANNER, id, ((ClearanceDecision.Granted) decision).clearance());
    assertThat(confirmed.isInForce(clock.instant())).isTrue();

    // It begins, with goals, on the schedule of the theatre.
    clock.to("2026-09-01T12:00:00Z");
    Collaboration running =
        cities
            .collaborations()
            .start(MENTOR, id, List.of(Goal.of(THEATRE_TOPIC, "scenes played", 3)));
    assertThat(running.sessions()).hasSizeGreaterThan(10);

    // The learner logs, the mentor confirms, and only that counts.
    List<Session> sessions = running.sessions();
    for (Session session : sessions.subList(0, 3)) {
      clock.to(session.end().toString());
      cities.learning().log(self(noa), id, session.start(), 90);
    }
    assertThat(stage.now(id).confirmedHours()).isZero();
    assertThatThrownBy(
            () -> cities.learning().confirm(self(noa), id, Set.of(sessions.get(0).start())))
        .isInstanceOf(ForbiddenException.class);
    cities
        .learning()
        .confirm(
            MENTOR, id, Set.copyOf(sessions.subList(0, 3).stream().map(Session::start).toList()));
    assertThat(stage.now(id).confirmedHours()).isEqualTo(Duration.ofMinutes(270));

    // It ends, and the place is offered to who waited, with a time to answer.
    Collaboration ended = cities.collaborations().complete(MENTOR, id);
    assertThat(ended.isInForce(clock.instant())).isFalse();
    Collaboration offered = cities.collaborations().placementsOf(amir).get(0);
    assertThat(offered.state()).isEqualTo(CollaborationState.PROPOSED);
    assertThat(offered.answerBy()).contains(clock.instant().plus(Duration.ofDays(3)));
    assertThat(cities.placements().placesOf(STAGE).orElseThrow().held()).isEqualTo(1);

    // Both sides look back, and a strength has grown.
    Party learner = Party.of(noa);
    assertThat(cities.profiles().of(learner).proficiencyIn(THEATRE_TOPIC))
        .isEqualTo(Proficiency.NONE);
    cities.learning().reflect(self(noa), id, new Reflection(Side.LEARNER, 5, 5, 5));
    assertThat(
            cities.learning().reflect(MENTOR, id, new Reflection(Side.PROVIDER, 4, 4, 5)).state())
        .isEqualTo(CollaborationState.REFLECTED);
    assertThat(cities.profiles().of(learner).proficiencyIn(THEATRE_TOPIC))
        .isEqualTo(Proficiency.STARTING);
    cities.learning().takeBack(guardianOf(noa), id);
    assertThat(cities.profiles().of(learner).proficiencyIn(THEATRE_TOPIC))
        .isEqualTo(Proficiency.NONE);

    // Those who take part were told, in codes and ids; nobody was told who the child is.
    List<Message> told = tell();
    assertThat(told)
        .extracting(Message::recipient)
        .contains(
            "learner/learner-noa", "guardian/guardian-of-learner-noa", "provider/provider-stage")
        .contains("learner/learner-amir");
    assertThat(told)
        .filteredOn(each -> each.recipient().startsWith("provider/"))
        .allSatisfy(each -> assertThat(each.parameters().toString()).doesNotContain("learner"));
  }

  @Test
  void anOfferThatIsNotAnsweredGoesOnToTheNext() {
    stage.learners("learner-lea");
    LearnerId lea = new LearnerId("learner-lea");
    Collaboration first =
        cities.placements().propose(SmallCity.PLANNER, new Proposal(noa, STAGE, "round-1"));
    cities.placements().join(self(amir), amir, STAGE);
    cities.placements().join(self(lea), lea, STAGE);

    clock.pass(Duration.ofDays(14));
    assertThatThrownBy(() -> cities.collaborations().accept(self(noa), first.id()))
        .isInstanceOf(IllegalMoveException.class);
    assertThat(cities.collaborations().sweep(SmallCity.PLANNER)).isEqualTo(1);
    assertThat(stage.now(first.id()).state()).isEqualTo(CollaborationState.EXPIRED);
    Collaboration second = cities.collaborations().placementsOf(amir).get(0);

    clock.pass(Duration.ofDays(3));
    assertThat(cities.collaborations().sweep(SmallCity.PLANNER)).isEqualTo(1);
    assertThat(stage.now(second.id()).state()).isEqualTo(CollaborationState.EXPIRED);
    Collaboration third = cities.collaborations().placementsOf(lea).get(0);
    assertThat(third.state()).isEqualTo(CollaborationState.PROPOSED);
    assertThat(cities.collaborations().accept(self(lea), third.id()).state())
        .isEqualTo(CollaborationState.ACCEPTED);
  }

  @Test
  void aClearanceRunsOutByThePassingOfTimeAlone() {
    stage.safe();
    stage.permit(noa);
    CollaborationId id = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    Instant end = stage.now(id).clearance().orElseThrow().expiresAt();

    assertThat(stage.now(id).isInForce(end.minusSeconds(1))).isTrue();
    assertThat(stage.now(id).isInForce(end)).isFalse();
    clock.to(end.toString());
    assertThatThrownBy(() -> cities.collaborations().start(MENTOR, id, List.of()))
        .isInstanceOf(IllegalMoveException.class);
    assertThat(cities.collaborations().sweep(SmallCity.PLANNER)).isEqualTo(1);
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  @Test
  void whatItRestedOnIsTakenAwayAndNothingIsInForce() {
    stage.safe();
    stage.permit(noa);
    CollaborationId id = stage.accepted(noa);
    confirm(id);

    assertThat(cities.confirmations().recheck(SmallCity.PLANNER)).isZero();
    stage.vet(Vetting.Decision.BARRED);
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
    stage.vet(Vetting.Decision.CLEARED);
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED); // not by itself
    confirm(id);

    cities.safeguarding().block(Stage.LEAD, noa, THEATRE.id());
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(cities.confirmations().clear(THEATRE, id))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("not-cleared")));
  }

  @Test
  void aLearnerWhoTurnsOutToBeAnotherIsNowhereUntilAskedAgain() {
    stage.safe();
    stage.permit(noa);
    CollaborationId id = stage.accepted(noa);
    confirm(id);
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .learners(
                    List.of(
                        LearnerRecord.builder(noa.value(), SmallCity.CITY.value())
                            .mergedInto(amir.value())
                            .build()))
                .build());

    assertThat(cities.confirmations().hostChanged(SmallCity.PLANNER, Set.of(amir))).isZero();
    assertThat(cities.confirmations().hostChanged(SmallCity.PLANNER, Set.of(noa))).isEqualTo(1);
    assertThat(stage.now(id).isInForce(clock.instant())).isFalse();
  }

  private void confirm(CollaborationId id) {
    assertThat(cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(id)).confirmed())
        .containsExactly(id);
    assertThat(stage.now(id).isInForce(clock.instant())).isTrue();
  }

  private List<Message> tell() throws InterruptedException {
    List<Message> told = new ArrayList<>();
    NotificationChannel channel = new TakingChannel(told);
    RelayRule rule =
        new RelayRule(
            3,
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofDays(60));
    while (!cities.relay(channel, rule).deliverDue(1000).isIdle()) {
      assertThat(told).hasSizeLessThan(1000);
    }
    return told;
  }
}
