package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.insight.SafetyRule;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.registry.LegalBasis.Ground;
import org.educationcities.registry.LegalBasis.Purpose;
import org.educationcities.registry.Roster;
import org.educationcities.safeguarding.SamplePolicy;
import org.junit.jupiter.api.Test;

/** Data protection and safeguarding are two things: neither stands in for the other. */
class LegalBasisTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 5).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final LearnerId dan = stage.learners("learner-dan").get(0);

  private List<LearnerId> matched() {
    return cities.snapshots().take(SmallCity.TERM).learners().stream()
        .map(each -> each.learner().id())
        .toList();
  }

  private void assertLeftOut() {
    assertThat(matched()).containsExactly(dan);
    assertThatThrownBy(
            () -> cities.recommendations().forLearner(Stage.self(noa), noa, SmallCity.TERM.id(), 3))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void withdrawnConsentStopsMatchingAndNoPlacement() {
    cities.legalBases().state(Stage.guardianOf(noa), noa, Purpose.MATCHING, Ground.CONSENT, null);
    stage.permit(noa);
    CollaborationId id = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    assertThat(matched()).containsExactlyInAnyOrder(noa, dan);

    cities.legalBases().stop(Stage.guardianOf(noa), noa, Purpose.MATCHING);

    assertLeftOut();
    assertThat(stage.now(id).isInForce(clock.instant())).isTrue();
    assertThat(cities.safeguarding().permissionsOf(Stage.self(noa), noa)).hasSize(1);
    cities.legalBases().state(Stage.guardianOf(noa), noa, Purpose.MATCHING, Ground.CONSENT, null);
    assertThat(matched()).containsExactlyInAnyOrder(noa, dan);
  }

  @Test
  void aWithdrawnPermissionStopsNoMatching() {
    stage.permit(noa);
    cities.safeguarding().withdrawPermission(Stage.guardianOf(noa), noa, Stage.STAGE.value());
    assertThat(matched()).contains(noa);
  }

  @Test
  void anObjectionStopsWhatRestsOnAPublicTaskAndOnNothingStated() {
    cities.legalBases().stop(Stage.self(noa), noa, Purpose.MATCHING);
    assertLeftOut();
    cities
        .legalBases()
        .state(SmallCity.ADMINISTRATOR, noa, Purpose.MATCHING, Ground.PUBLIC_TASK, null);
    assertThat(matched()).contains(noa);
    cities.legalBases().stop(Stage.self(noa), noa, Purpose.MATCHING);
    assertLeftOut();
  }

  @Test
  void whatRestsOnALegalObligationIsNotTheirsToStop() {
    cities
        .legalBases()
        .state(SmallCity.ADMINISTRATOR, noa, Purpose.MATCHING, Ground.LEGAL_OBLIGATION, null);
    assertThatThrownBy(() -> cities.legalBases().stop(Stage.guardianOf(noa), noa, Purpose.MATCHING))
        .isInstanceOf(ForbiddenException.class);
    assertThat(matched()).contains(noa);
  }

  @Test
  void itEndsByItself() {
    cities
        .legalBases()
        .state(
            SmallCity.ADMINISTRATOR,
            noa,
            Purpose.MATCHING,
            Ground.CONSENT,
            clock.instant().plus(Duration.ofDays(1)));
    assertThat(matched()).contains(noa);
    clock.pass(Duration.ofDays(1));
    assertLeftOut();
  }

  @Test
  void nobodyElseStatesStopsOrSeesIt() {
    for (Actor each :
        List.of(
            Stage.THEATRE,
            Stage.MENTOR,
            SmallCity.PLANNER,
            Stage.self(dan),
            Stage.guardianOf(dan))) {
      assertThatThrownBy(() -> cities.legalBases().stop(each, noa, Purpose.MATCHING))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(() -> cities.legalBases().of(each, noa))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(
              () -> cities.legalBases().state(each, noa, Purpose.MATCHING, Ground.CONSENT, null))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThatThrownBy(
            () ->
                cities
                    .legalBases()
                    .state(Stage.guardianOf(noa), noa, Purpose.MATCHING, Ground.PUBLIC_TASK, null))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void itIsExportedAndErasedWithTheLearner() {
    cities.legalBases().stop(Stage.guardianOf(noa), noa, Purpose.MATCHING);
    assertThat(cities.privacy().export().of(Stage.self(noa), Person.of(noa)))
        .contains("legal-basis", "MATCHING")
        .doesNotContain(Stage.guardianOf(noa).id());
    assertThat(cities.legalBases().of(Stage.self(noa), noa).toString()).doesNotContain("noa");
    cities
        .privacy()
        .erasure()
        .erase(SmallCity.ADMINISTRATOR, Person.guardian(Stage.guardianOf(noa).id()));
    assertThat(cities.legalBases().of(Stage.self(noa), noa).get(0).statedBy())
        .startsWith("erased-");
    assertLeftOut();
    assertThat(cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, Person.of(noa)).removed())
        .containsEntry("legal-basis", 1);
  }

  @Test
  void whatWasStoppedForOneIdStaysStoppedForTheSurvivingOne() {
    cities.legalBases().stop(Stage.self(dan), dan, Purpose.MATCHING);
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .learners(
                    List.of(
                        org.educationcities.spi.source.LearnerRecord.builder(
                                dan.value(), SmallCity.CITY.value())
                            .mergedInto(noa.value())
                            .build()))
                .build());
    cities.confirmations().hostChanged(SmallCity.PLANNER, java.util.Set.of(dan));
    assertThat(matched()).isEmpty();
  }

  @Test
  void theRuleOfPublishedFiguresIsThePolicys() {
    SafetyRule rule = SafetyRule.of(SamplePolicy.of(1).statistics(12, 8).build());
    assertThat(rule.threshold()).isEqualTo(12);
    assertThat(rule.width()).isEqualTo(8);
  }
}
