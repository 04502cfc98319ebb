package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.SmallCity.PLANNER;
import static org.educationcities.journey.Stage.LEAD;
import static org.educationcities.journey.Stage.STAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.NotClearedException;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.RelayRule;
import org.educationcities.people.AdultId;
import org.educationcities.people.LearnerId;
import org.educationcities.registry.Roster;
import org.educationcities.safeguarding.Clearance;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.ClearanceOverride;
import org.educationcities.safeguarding.Overridable;
import org.educationcities.safeguarding.OverrideRefusedException;
import org.educationcities.safeguarding.OverrideRule;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.Relation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people, a reason and an expiry; and the evaluator alone makes the clearance. */
class OverridesTest {
  private static final Actor EDUCATOR = new Actor("educator-1", Role.EDUCATOR);
  private static final String REASON = "canary-reason";

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 5).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private CollaborationId placement = new CollaborationId("none");

  @BeforeEach
  void noaIsTooYoung() {
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .adults(
                    List.of(
                        AdultRecord.builder(EDUCATOR.id()).schoolId("school-1").build(),
                        AdultRecord.builder("stranger").schoolId("school-2").build(),
                        AdultRecord.builder("works-there")
                            .organizationId("provider-stage")
                            .build()))
                .build());
    cities.safeguarding().install(LEAD, tooYoung(2).overrides(SamplePolicy.overrides()).build());
    stage.permit(noa);
    placement = stage.accepted(noa);
  }

  /** Noa is twelve. */
  private static SafeguardingPolicy.Builder tooYoung(int version) {
    return SamplePolicy.of(version).minimumAge(13);
  }

  private Instant in(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  private String proposed(Actor actor) {
    return cities.overrides().propose(actor, noa, STAGE, Set.of(Overridable.AGE), REASON, in(20));
  }

  private String agreed() {
    String id = proposed(EDUCATOR);
    cities.overrides().second(LEAD, id);
    return id;
  }

  private ClearanceDecision decision() {
    return cities.confirmations().clear(PLANNER, placement);
  }

  private Clearance clearance() {
    return ((ClearanceDecision.Granted) decision()).clearance();
  }

  @Test
  void oneAloneChangesNothingAndTwoLetTheEvaluatorClear() {
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
    String id = proposed(EDUCATOR);
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
    assertThat(cities.overrides().waiting(LEAD))
        .extracting(ClearanceOverride::id)
        .containsExactly(id);

    cities.overrides().second(LEAD, id);

    Clearance clearance = clearance();
    assertThat(clearance.overrideIds()).containsExactly(id);
    assertThat(clearance.expiresAt()).isEqualTo(in(20));
    cities.confirmations().confirm(PLANNER, placement, clearance);
    assertThat(stage.now(placement).isInForce(in(20).minusSeconds(1))).isTrue();
    assertThat(stage.now(placement).isInForce(in(20))).isFalse();
    assertThat(stage.now(placement).clearance().orElseThrow().anchors())
        .filteredOn(each -> each.kind().equals("clearance-override"))
        .extracting(each -> each.id())
        .containsExactly(id);
    ClearanceOverride used = cities.overrides().of(LEAD, noa).get(0);
    assertThat(used.uses()).isEqualTo(1);
    assertThat(used.state()).isEqualTo(ClearanceOverride.State.SECONDED);
    assertThat(cities.overrides().waiting(LEAD)).isEmpty();
  }

  @Test
  void theSecondIsSomebodyElseAndOneOfThemALead() {
    String byEducator = proposed(EDUCATOR);
    assertForbidden(() -> cities.overrides().second(EDUCATOR, byEducator));
    assertForbidden(() -> cities.overrides().second(PLANNER, byEducator));
    // The same person in another role is still the same person.
    assertForbidden(
        () ->
            cities
                .overrides()
                .second(new Actor(EDUCATOR.id(), Role.SAFEGUARDING_LEAD), byEducator));
    assertThat(decision()).isInstanceOf(ClearanceDecision.Refused.class);

    String byLead = proposed(LEAD);
    assertForbidden(() -> cities.overrides().second(LEAD, byLead));
    cities.overrides().second(PLANNER, byLead);
    assertThat(decision()).isInstanceOf(ClearanceDecision.Granted.class);
  }

  @Test
  void nobodyOfASideThatItBenefitsAndNoStrangerTakesPart() {
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .guardians(
                    List.of(
                        GuardianRecord.builder("a-parent")
                            .relations(List.of(new Relation(noa.value(), true, null, null)))
                            .build()))
                .build());
    List<Actor> none =
        List.of(
            Stage.self(noa),
            Stage.guardianOf(noa),
            Stage.MENTOR,
            Stage.THEATRE,
            SmallCity.ADMINISTRATOR,
            Actor.system("sweep"),
            new Actor(noa.value(), Role.SAFEGUARDING_LEAD),
            new Actor("a-parent", Role.SAFEGUARDING_LEAD),
            new Actor("works-there", Role.SAFEGUARDING_LEAD),
            new Actor("provider-stage", Role.SAFEGUARDING_LEAD),
            new Actor("stranger", Role.EDUCATOR));
    String id = proposed(EDUCATOR);
    for (Actor each : none) {
      assertForbidden(() -> proposed(each));
      assertForbidden(() -> cities.overrides().second(each, id));
    }
  }

  @Test
  void whoWouldBeThereCountsForNothing() {
    cities.overrides().second(LEAD, proposed(EDUCATOR));
    assertThat(decision()).isInstanceOf(ClearanceDecision.Granted.class);
    cities
        .safeguarding()
        .vet(
            LEAD,
            List.of(
                new Vetting(
                    LEAD.id(),
                    "cleared",
                    Vetting.Decision.CLEARED,
                    java.time.LocalDate.of(2026, 2, 1),
                    "lead-2")));
    cities.placements().open(PLANNER, Map.of(STAGE, Set.of(new AdultId(LEAD.id()))));
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
  }

  @Test
  void thePolicySaysWhatAndHowLongAndNoneSaysNothing() {
    OverrideRule onlyHours =
        new OverrideRule(
            Set.of(Overridable.HOURS), Set.of(Role.SAFEGUARDING_LEAD), Duration.ofDays(10));
    agreed();
    assertThat(decision()).isInstanceOf(ClearanceDecision.Granted.class);

    // What was agreed under one policy has no force under another that does not let it.
    cities.safeguarding().install(LEAD, tooYoung(3).overrides(onlyHours).build());
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
    assertThatThrownBy(() -> proposed(LEAD)).isInstanceOf(OverrideRefusedException.class);
    assertForbidden(() -> proposed(EDUCATOR));
    assertThatThrownBy(
            () ->
                cities
                    .overrides()
                    .propose(LEAD, noa, STAGE, Set.of(Overridable.HOURS), REASON, in(11)))
        .isInstanceOf(OverrideRefusedException.class);
    assertThatThrownBy(
            () ->
                cities
                    .overrides()
                    .propose(LEAD, noa, STAGE, Set.of(Overridable.HOURS), REASON, in(0)))
        .isInstanceOf(OverrideRefusedException.class);
    for (String reason : List.of("", " ", "x".repeat(2001))) {
      assertThatThrownBy(
              () ->
                  cities
                      .overrides()
                      .propose(LEAD, noa, STAGE, Set.of(Overridable.HOURS), reason, in(5)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    cities.safeguarding().install(LEAD, tooYoung(4).build());
    assertForbidden(() -> proposed(LEAD));
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
  }

  @Test
  void aShorterTimeOfALaterPolicyShortensIt() {
    agreed();
    OverrideRule shorter =
        new OverrideRule(
            Set.of(Overridable.AGE),
            Set.of(Role.EDUCATOR, Role.SAFEGUARDING_LEAD),
            Duration.ofDays(3));
    cities.safeguarding().install(LEAD, tooYoung(3).overrides(shorter).build());
    assertThat(clearance().expiresAt()).isEqualTo(in(3));
  }

  @Test
  void whatNobodyCanOverrideStaysANo() {
    agreed();
    cities.safeguarding().block(LEAD, noa, Stage.MENTOR.id());
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age", "block")));
  }

  @Test
  void noOverrideOfAVettingEverCoversTheBarredOrTheWithdrawn() {
    cities
        .overrides()
        .second(
            LEAD,
            cities
                .overrides()
                .propose(
                    EDUCATOR,
                    noa,
                    STAGE,
                    Set.of(Overridable.VETTING, Overridable.AGE),
                    REASON,
                    in(20)));
    vetted("not-counted", Vetting.Decision.CLEARED);
    assertThat(decision()).isInstanceOf(ClearanceDecision.Granted.class);
    for (Vetting.Decision each : List.of(Vetting.Decision.BARRED, Vetting.Decision.NONE)) {
      vetted("not-counted", each);
      assertThat(((ClearanceDecision.Refused) decision()).conditions()).contains("vetting");
    }
  }

  private void vetted(String kind, Vetting.Decision decision) {
    cities
        .safeguarding()
        .vet(
            LEAD,
            List.of(
                new Vetting(
                    Stage.MENTOR.id(),
                    kind,
                    decision,
                    java.time.LocalDate.of(2026, 2, 1),
                    LEAD.id())));
  }

  @Test
  void aClearanceWhoseOverrideIsRevokedMeanwhileConfirmsNothing() {
    String id = agreed();
    Clearance clearance = clearance();
    cities.overrides().revoke(EDUCATOR, id);
    assertThatThrownBy(() -> cities.confirmations().confirm(PLANNER, placement, clearance))
        .isInstanceOf(NotClearedException.class);
    assertThat(decision()).isEqualTo(new ClearanceDecision.Refused(Set.of("age")));
    assertThatThrownBy(() -> cities.overrides().second(LEAD, id))
        .isInstanceOf(OverrideRefusedException.class);
  }

  @Test
  void revokingSuspendsInTheSameTransactionAndNothingConfirmsItselfAgain() {
    String id = agreed();
    cities.confirmations().confirm(PLANNER, placement, clearance());
    assertForbidden(() -> cities.overrides().revoke(Stage.THEATRE, id));
    assertForbidden(() -> cities.overrides().revoke(PLANNER, id));

    cities.overrides().revoke(Stage.guardianOf(noa), id);

    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
    agreed();
    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
    cities.confirmations().confirm(PLANNER, placement, clearance());
    assertThat(stage.now(placement).isInForce(clock.instant())).isTrue();
  }

  @Test
  void itsTimeRunsOutByItselfAndTheSweepTells() {
    agreed();
    cities.confirmations().confirm(PLANNER, placement, clearance());
    clock.pass(Duration.ofDays(20));
    assertThat(stage.now(placement).isInForce(clock.instant())).isFalse();
    assertThat(decision()).isInstanceOf(ClearanceDecision.Refused.class);
    cities.collaborations().sweep(PLANNER);
    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  @Test
  void theLearnersSideAndTheLeadsAreToldThatAndNeverWhy() throws InterruptedException {
    String id = agreed();
    assertThat(cities.outbox().pending(SmallCity.ADMINISTRATOR))
        .extracting(DomainEvent::type)
        .contains(EventType.OVERRIDE_PROPOSED, EventType.OVERRIDE_SECONDED);
    cities.overrides().revoke(LEAD, id);
    List<Message> told = new ArrayList<>();
    NotificationChannel channel = new TakingChannel(told);
    while (!cities.relay(channel, RelayRule.STANDARD).deliverDue(1000).isIdle()) {
      assertThat(told).hasSizeLessThan(1000);
    }
    assertThat(told)
        .filteredOn(each -> each.kind().startsWith("override."))
        .extracting(each -> each.kind() + " " + each.recipient())
        .containsExactlyInAnyOrder(
            "override.proposed role/safeguarding-lead",
            "override.seconded role/safeguarding-lead",
            "override.seconded learner/learner-noa",
            "override.seconded guardian/guardian-of-learner-noa",
            "override.revoked role/safeguarding-lead",
            "override.revoked learner/learner-noa",
            "override.revoked guardian/guardian-of-learner-noa");
    assertThat(told)
        .filteredOn(each -> each.kind().startsWith("override."))
        .allSatisfy(each -> assertThat(each.parameters().toString()).doesNotContain(noa.value()));
    assertThat(told.toString())
        .doesNotContain(REASON)
        .doesNotContain(EDUCATOR.id())
        .doesNotContain("AGE");
    assertThat(cities.overrides().of(LEAD, noa).toString()).doesNotContain(REASON);
  }

  @Test
  void onlyTheLeadAndTheLearnersSideReadTheReason() {
    agreed();
    assertThat(cities.overrides().of(Stage.self(noa), noa).get(0).reason()).isEqualTo(REASON);
    assertThat(cities.overrides().of(Stage.guardianOf(noa), noa)).hasSize(1);
    for (Actor each : List.of(Stage.THEATRE, Stage.MENTOR, PLANNER, SmallCity.ADMINISTRATOR)) {
      assertForbidden(() -> cities.overrides().of(each, noa));
      assertForbidden(() -> cities.overrides().waiting(each));
    }
  }

  private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ForbiddenException.class);
  }
}
