package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.EducationCities;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.Goal;
import org.educationcities.collaboration.Proposal;
import org.educationcities.collaboration.Reflection;
import org.educationcities.collaboration.Side;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Recipient;
import org.educationcities.notification.RelayRule;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;
import org.educationcities.round.BestTotalAllocator;
import org.educationcities.round.RoundId;
import org.educationcities.safeguarding.Overridable;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;

/** What a host is told of: every type of event comes of something that happens. */
class EventsTest {
  private static final Recipient HOST = new Recipient("host/sis", Locale.ROOT);
  private static final RelayRule RULE =
      new RelayRule(
          3, Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(7));

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 1);
  private final EducationCities cities = stage.cities();
  private final Map<String, DomainEvent> happened = new LinkedHashMap<>();
  private final List<Message> told = new ArrayList<>();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final LearnerId amir = stage.learners("learner-amir").get(0);

  @Test
  void everyTypeOfEventComesOfWhatHappens() throws InterruptedException {
    aRound();
    CollaborationId id = aPlacementFromProposalToReflection();
    cities.learning().takeBack(Stage.guardianOf(noa), id);
    whatEndsOtherwise();
    anOverride();
    tell();

    assertThat(happened.values())
        .extracting(DomainEvent::type)
        .containsAll(List.of(EventType.values()));
  }

  @Test
  void theHostIsToldOfEverythingAndNobodyElseOfWhatIsNotTheirs() throws InterruptedException {
    aRound();
    CollaborationId id = aPlacementFromProposalToReflection();
    cities.learning().takeBack(Stage.guardianOf(noa), id);
    tell();

    assertThat(told.stream().filter(each -> each.recipient().equals(HOST.id())))
        .hasSize(happened.size());
    assertThat(told)
        .filteredOn(each -> each.kind().startsWith("round."))
        .extracting(Message::recipient)
        .containsOnly("role/planner", HOST.id());
    assertThat(told)
        .filteredOn(each -> each.kind().startsWith("policy."))
        .extracting(Message::recipient)
        .containsOnly("role/safeguarding-lead", HOST.id());
    // What has a learner as its subject reaches the learner's side alone.
    assertThat(told)
        .filteredOn(each -> each.parameters().containsValue(noa.value()))
        .isNotEmpty()
        .extracting(Message::recipient)
        .containsOnly("learner/learner-noa", guardian(), HOST.id());
    assertThat(told)
        .filteredOn(each -> each.kind().equals("reflection.given"))
        .extracting(Message::recipient)
        .contains("adult/mentor-1")
        .doesNotContain("learner/learner-noa");
  }

  private String guardian() {
    return "guardian/" + Stage.guardianOf(noa).id();
  }

  @Test
  void anAttendanceIsToldAsOfWhenItWasLogged() throws InterruptedException {
    CollaborationId id = running();
    Collaboration running = stage.now(id);
    clock.to(running.sessions().get(5).end().toString());
    cities.learning().log(Stage.self(noa), id, running.sessions().get(5).start(), 60);
    tell();

    // Weeks after it began, and yet not too old to be told.
    assertThat(happened.values())
        .filteredOn(each -> each.type() == EventType.ATTENDANCE_LOGGED)
        .extracting(DomainEvent::occurredAt)
        .containsExactly(clock.instant());
    assertThat(told).extracting(Message::kind).contains("attendance.logged");
  }

  @Test
  void aPermissionGivenTwiceIsToldOnceAndAgainAfterItWasWithdrawn() throws InterruptedException {
    stage.permit(noa);
    stage.permit(noa);
    cities.safeguarding().withdrawPermission(Stage.guardianOf(noa), noa, Stage.STAGE.value());
    stage.permit(noa);
    tell();

    assertThat(types())
        .filteredOn(each -> each.name().startsWith("PERMISSION"))
        .containsExactlyInAnyOrder(
            EventType.PERMISSION_GIVEN, EventType.PERMISSION_WITHDRAWN, EventType.PERMISSION_GIVEN);
  }

  private void anOverride() {
    cities
        .safeguarding()
        .install(Stage.LEAD, SamplePolicy.of(9).overrides(SamplePolicy.overrides()).build());
    String id =
        cities
            .overrides()
            .propose(
                Stage.LEAD,
                noa,
                Stage.STAGE,
                Set.of(Overridable.HOURS),
                "because",
                clock.instant().plusSeconds(60));
    cities.overrides().second(SmallCity.PLANNER, id);
    cities.overrides().revoke(SmallCity.PLANNER, id);
  }

  private Stream<EventType> types() {
    return happened.values().stream().map(DomainEvent::type);
  }

  private void aRound() {
    RoundId id = new RoundId("round-1");
    cities
        .rounds()
        .draft(
            SmallCity.PLANNER,
            id,
            cities.snapshots().take(SmallCity.TERM),
            new BestTotalAllocator());
    cities.rounds().publish(SmallCity.PLANNER, id);
    cities.rounds().withdraw(SmallCity.PLANNER, id);
  }

  private CollaborationId running() throws InterruptedException {
    stage.safe();
    stage.permit(noa);
    CollaborationId id = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    tell(); // what happens below is weeks later
    clock.to("2026-09-01T12:00:00Z");
    cities
        .collaborations()
        .start(Stage.MENTOR, id, List.of(Goal.of(new TopicId("theatre"), "scenes played", 3)));
    return id;
  }

  private CollaborationId aPlacementFromProposalToReflection() throws InterruptedException {
    CollaborationId id = running();
    cities.placements().join(Stage.self(amir), amir, Stage.STAGE);
    cities.placements().leave(Stage.self(amir), amir, Stage.STAGE);
    cities.placements().join(Stage.self(amir), amir, Stage.STAGE);
    Collaboration running = stage.now(id);
    var session = running.sessions().get(0);
    clock.to(session.end().toString());
    cities.arrivals().sweep(Stage.LEAD);
    cities.arrivals().arrived(Stage.MENTOR, id, session.start());
    cities.learning().log(Stage.self(noa), id, session.start(), 90);
    cities.learning().confirm(Stage.MENTOR, id, Set.of(session.start()));
    cities.collaborations().complete(Stage.MENTOR, id);
    cities.learning().reflect(Stage.self(noa), id, new Reflection(Side.LEARNER, 5, 5, 5));
    cities.learning().reflect(Stage.MENTOR, id, new Reflection(Side.PROVIDER, 4, 4, 5));
    return id;
  }

  /** Declined, withdrawn, cancelled, suspended, expired. */
  private void whatEndsOtherwise() throws InterruptedException {
    CollaborationId offered = cities.collaborations().placementsOf(amir).get(0).id();
    cities.collaborations().decline(Stage.self(amir), offered);
    CollaborationId withdrawn = propose("withdrawn");
    cities.collaborations().withdraw(Stage.self(amir), withdrawn);
    CollaborationId expired = propose("expired");
    tell();
    clock.pass(Duration.ofDays(14));
    cities.collaborations().sweep(SmallCity.PLANNER);
    assertThat(stage.now(expired).isInForce(clock.instant())).isFalse();
    stage.permit(amir);
    CollaborationId suspended = propose("suspended");
    cities.collaborations().accept(Stage.self(amir), suspended);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(suspended));
    cities.safeguarding().withdrawPermission(Stage.guardianOf(amir), amir, Stage.STAGE.value());
    cities.collaborations().cancel(SmallCity.PLANNER, suspended);
    stage.vet(Vetting.Decision.CLEARED);
    cities.concerns().raise(Stage.self(amir), amir, null, "Nobody listens.");
  }

  private CollaborationId propose(String origin) {
    return cities
        .placements()
        .propose(SmallCity.PLANNER, new Proposal(amir, Stage.STAGE, origin))
        .id();
  }

  private void tell() throws InterruptedException {
    NotificationChannel channel = new TakingChannel(told);
    while (!cities
        .relay(
            channel,
            RULE,
            event -> {
              happened.put(event.id(), event);
              return List.of(HOST);
            })
        .deliverDue(1000)
        .isIdle()) {
      assertThat(told).hasSizeLessThan(1000);
    }
  }
}
