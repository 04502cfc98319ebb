package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Kind;
import org.educationcities.privacy.Retention;
import org.educationcities.resource.Session;
import org.educationcities.round.BestTotalAllocator;
import org.educationcities.round.RoundId;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Query;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/** Whatever tells of people has a time in the policy, goes with something else, or says why not. */
class RetentionTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final Stage stage = Stage.open(clock, 3, storage, new MemoryKeys()).safe();
  private final EducationCities cities = stage.cities();

  @Test
  void everyKindThatTellsOfPeopleHasATimeOrSaysWhyNot() {
    for (Kind<?> kind : AllKinds.kinds()) {
      int rules =
          (kind.canBeOver() ? 1 : 0)
              + (kind.endsWith().isPresent() ? 1 : 0)
              + (kind.whyUntimed().isPresent() ? 1 : 0);
      if (kind.isPersonal()) {
        assertThat(rules).as("%s: over, endsWith or untimed", kind.type().name()).isEqualTo(1);
      }
      assertThat(rules).isLessThanOrEqualTo(1);
      kind.endsWith()
          .ifPresent(other -> assertThat(cities.privacy().retention().types()).contains(other));
    }
    assertThat(cities.privacy().retention().types())
        .containsExactlyInAnyOrder(
            "collaboration",
            "arrival",
            "concern",
            "clearance-override",
            "learner-anchor",
            "vetting",
            "provider-agreement",
            "round",
            "outbox-event",
            "outbox-delivery");
    assertThat(cities.privacy().retention().withoutTime())
        .containsOnlyKeys(
            "class",
            "learner",
            "guardian",
            "adult",
            "profile",
            "quest",
            "wishes",
            "legal-basis",
            "places",
            "learner-merge",
            "outbox-mailbox");
  }

  @Test
  void whatIsOverGoesAndWhatEndsWithItToo() {
    LearnerId noa = SmallCity.add(cities, "learner-noa", "theatre");
    cities
        .rounds()
        .draft(
            SmallCity.PLANNER,
            new RoundId("round-1"),
            cities.snapshots().take(SmallCity.TERM),
            new BestTotalAllocator());
    assertThat(count("round-part")).isEqualTo(1);
    stage.learners(noa.value());
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    Session session = stage.now(placement).sessions().get(0);
    clock.to(session.start().toString());
    cities.arrivals().arrived(Stage.LEAD, placement, session.start());

    cities.safeguarding().install(Stage.LEAD, policy());
    Retention.Report early = cities.privacy().retention().run(SmallCity.ADMINISTRATOR);
    assertThat(early.removed()).containsEntry("vetting", 1).containsEntry("arrival", 0);
    assertThat(early.removed().values().stream().mapToInt(each -> each).sum()).isEqualTo(1);
    assertThat(early.unknown()).isEmpty();

    clock.pass(Duration.ofDays(31));
    Retention.Report late = cities.privacy().retention().run(SmallCity.ADMINISTRATOR);
    assertThat(late.removed())
        .containsEntry("round", 1)
        .containsEntry("round-part", 1)
        .containsEntry("arrival", 1)
        .containsEntry("provider-agreement", 0)
        .containsEntry("learner-anchor", 0) // permitted until the end of the term
        .containsEntry("collaboration", 0); // still in force
    assertThat(count("round") + count("round-part") + count("arrival")).isZero();

    clock.pass(Duration.ofDays(2 * 365));
    assertThat(cities.privacy().retention().run(SmallCity.ADMINISTRATOR).removed())
        .containsEntry("provider-agreement", 1)
        .containsEntry("learner-anchor", 1);
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
  }

  private int count(String type) {
    return storage.inTransaction(
        Space.DEFAULT, unit -> unit.query(Query.over(type).build()).entities().size());
  }

  /** Thirty days for everything that a policy may give a time. */
  private SafeguardingPolicy policy() {
    SafeguardingPolicy.Builder policy = SamplePolicy.of(2);
    cities
        .privacy()
        .retention()
        .types()
        .forEach(each -> policy.retention(each, Duration.ofDays(30)));
    return policy.build();
  }
}
