package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.educationcities.SmallCity.ADMINISTRATOR;
import static org.educationcities.SmallCity.PLANNER;
import static org.educationcities.journey.Stage.LEAD;
import static org.educationcities.journey.Stage.STAGE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.safeguarding.ClearanceOverride;
import org.educationcities.safeguarding.Overridable;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.SamplePolicy;
import org.junit.jupiter.api.Test;

/** What rests on an override does not outlive it, however it came to rest on it. */
class OverridesLostTest {
  private static final Actor SECOND = new Actor("lead-2", Role.SAFEGUARDING_LEAD);

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 5).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private CollaborationId placement = new CollaborationId("none");

  /** Noa is twelve. */
  private void install(int version, int minimumAge) {
    SafeguardingPolicy policy =
        SamplePolicy.of(version).minimumAge(minimumAge).overrides(SamplePolicy.overrides()).build();
    cities.safeguarding().install(LEAD, policy);
  }

  private void confirm() {
    stage.permit(noa);
    placement = stage.accepted(noa);
    assertThat(cities.confirmations().confirmAll(PLANNER, List.of(placement)).confirmed())
        .hasSize(1);
  }

  private String agreed() {
    String id =
        cities
            .overrides()
            .propose(
                SECOND,
                noa,
                STAGE,
                Set.of(Overridable.AGE),
                "She is ready for it.",
                clock.instant().plus(Duration.ofDays(20)));
    cities.overrides().second(LEAD, id);
    return id;
  }

  private CollaborationState state() {
    return stage.now(placement).state();
  }

  /** The policy became stricter, and a recheck let go on what two people had accepted meanwhile. */
  @Test
  void whatGoesOnByItSinceARecheckIsSuspendedWhenItIsRevoked() {
    install(2, 10);
    confirm();
    install(3, 13);
    String id = agreed();
    cities.confirmations().recheck(LEAD);
    cities.confirmations().recheck(LEAD);
    assertThat(state()).isEqualTo(CollaborationState.CONFIRMED);
    assertThat(cities.overrides().of(LEAD, noa))
        .extracting(ClearanceOverride::uses)
        .containsExactly(1L);

    cities.overrides().revoke(LEAD, id);

    assertThat(state()).isEqualTo(CollaborationState.SUSPENDED);
  }

  @Test
  void anOverrideThatNothingRestsOnIsRevokedWithoutAnybodyNoticing() {
    install(2, 10);
    confirm();
    String id = agreed();
    cities.confirmations().recheck(LEAD);

    cities.overrides().revoke(LEAD, id);

    assertThat(state()).isEqualTo(CollaborationState.CONFIRMED);
  }

  @Test
  void itIsRevokedBeforeOneOfTheTwoIsErased() {
    install(2, 13);
    agreed();
    confirm();

    cities.privacy().erasure().erase(ADMINISTRATOR, Person.adult(SECOND.id()));

    assertThat(state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(cities.overrides().of(LEAD, noa))
        .extracting(ClearanceOverride::state)
        .containsExactly(ClearanceOverride.State.REVOKED);
  }
}
