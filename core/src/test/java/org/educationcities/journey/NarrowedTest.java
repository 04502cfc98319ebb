package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.NotClearedException;
import org.educationcities.people.AdultId;
import org.educationcities.people.LearnerId;
import org.educationcities.registry.Roster;
import org.educationcities.safeguarding.AgeRule;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.safeguarding.Vetting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a placement rests on is not ended but allows less from now on: what is in force by it is not
 * in force any more where it would not be cleared again. Each was found by the random machine.
 */
class NarrowedTest {
  private static final LocalDate LAST = SmallCity.TERM.last();

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 3).safe();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private CollaborationId placement = new CollaborationId("none");

  @BeforeEach
  void noaIsConfirmed() {
    stage.permit(noa);
    placement = stage.accepted(noa);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    assertThat(stage.now(placement).isInForce(clock.instant())).isTrue();
  }

  @Test
  void aPermissionForFewerDaysSuspends() {
    permitUntil(LAST.minusDays(1));
    assertSuspended();
  }

  @Test
  void aPermissionEnteredByAnAdministratorForFewerDaysSuspendsToo() {
    stage
        .cities()
        .safeguarding()
        .permitAll(SmallCity.ADMINISTRATOR, Map.of(noa, permission(LAST.minusDays(1))));
    assertSuspended();
  }

  @Test
  void aPermissionForMoreDaysChangesNothing() {
    permitUntil(LAST.plusDays(1));
    assertThat(stage.now(placement).isInForce(clock.instant())).isTrue();
  }

  @Test
  void anAgreementThatEndsBeforeTheLastSessionSuspends() {
    stage.agreeUntil(LAST.minusDays(30).toString());
    assertSuspended();
  }

  @Test
  void anAgreementThatStillCoversEverySessionSuspendsNothing() {
    stage.agreeUntil(LAST.toString());
    assertThat(stage.now(placement).isInForce(clock.instant())).isTrue();
  }

  @Test
  void aVettingOfAKindThatDoesNotCountSuspends() {
    vet("a-friend-knows-them", LocalDate.of(2026, 2, 1));
    assertSuspended();
  }

  @Test
  void aVettingThatTurnsOutToBeOlderSuspendsWhereItRunsOut() {
    vet("cleared", LocalDate.of(2025, 2, 1));
    assertThat(stage.now(placement).isInForce(clock.instant())).isTrue();
    vet("cleared", LocalDate.of(2023, 10, 1));
    assertSuspended();
  }

  @Test
  void anAdultWhoJoinsIsNotThereWithoutANewClearance() {
    stage
        .cities()
        .placements()
        .open(
            SmallCity.PLANNER,
            Map.of(Stage.STAGE, Set.of(new AdultId(Stage.MENTOR.id()), new AdultId("stranger"))));
    assertSuspended();
    assertThat(stage.cities().confirmations().clear(SmallCity.PLANNER, placement))
        .isEqualTo(new ClearanceDecision.Refused(Set.of("vetting")));
  }

  @Test
  void anOlderChildDoesNotMakeTooManyForAYoungerOne() {
    stage.cities().safeguarding().install(Stage.LEAD, oneYoungOrThreeOlder());
    stage.cities().confirmations().recheck(Stage.LEAD);
    assertThat(stage.now(placement).isInForce(clock.instant())).isTrue();

    LearnerId older = stage.learners("learner-dan").get(0);
    stage
        .cities()
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder().learners(List.of(SmallCity.learner("learner-dan", 16))).build());
    stage.permit(older);
    CollaborationId second = stage.accepted(older);
    ClearanceDecision.Granted granted =
        (ClearanceDecision.Granted) stage.cities().confirmations().clear(SmallCity.PLANNER, second);
    // Confirmed again by the new rules, the younger one is with nobody else.
    assertThatThrownBy(
            () ->
                stage
                    .cities()
                    .confirmations()
                    .confirm(SmallCity.PLANNER, second, granted.clearance()))
        .isInstanceOf(NotClearedException.class)
        .hasMessageContaining("too many to an adult");
    assertThat(stage.now(second).state()).isEqualTo(CollaborationState.ACCEPTED);
    stage.cities().collaborations().cancel(SmallCity.PLANNER, placement);
    assertThat(
            stage
                .cities()
                .confirmations()
                .confirmAll(SmallCity.PLANNER, List.of(second))
                .confirmed())
        .containsExactly(second);
  }

  private static SafeguardingPolicy oneYoungOrThreeOlder() {
    SafeguardingPolicy.Builder policy = SamplePolicy.withoutAges(2);
    Duration day = Duration.ofHours(6);
    Duration week = Duration.ofHours(20);
    return policy
        .age(new AgeRule(0, 1, day, week, 7, 21, Set.of(), null))
        .age(new AgeRule(16, 3, day, week, 7, 21, Set.of(), null))
        .build();
  }

  private void permitUntil(LocalDate last) {
    stage.cities().safeguarding().permit(Stage.guardianOf(noa), noa, permission(last));
  }

  private Permission permission(LocalDate last) {
    return new Permission(
        Stage.STAGE.value(), Stage.guardianOf(noa).id(), SmallCity.TERM.first(), last);
  }

  private void vet(String kind, LocalDate issued) {
    stage
        .cities()
        .safeguarding()
        .vet(
            Stage.LEAD,
            List.of(
                new Vetting(
                    Stage.MENTOR.id(), kind, Vetting.Decision.CLEARED, issued, Stage.LEAD.id())));
  }

  private void assertSuspended() {
    assertThat(stage.now(placement).state()).isEqualTo(CollaborationState.SUSPENDED);
  }
}
