package org.educationcities.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.city.ClassroomId;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.registry.Roster;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.SchoolRecord;
import org.junit.jupiter.api.Test;

/** Each role sees its own, of whom it may, and of nobody else. */
class ViewsTest {
  private static final Actor OF_SCHOOL = new Actor("educator-1", Role.EDUCATOR);
  private static final Actor OF_CLASS = new Actor("educator-2", Role.EDUCATOR);
  private static final Actor ELSEWHERE = new Actor("educator-3", Role.EDUCATOR);
  private static final ClassroomId CLASS = new ClassroomId("class-7a");

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 40).safe();
  private final EducationCities cities = stage.cities();
  private final Views views = cities.views();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final LearnerId dan = stage.learners("learner-dan").get(0);

  ViewsTest() {
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .schools(
                    List.of(
                        SchoolRecord.builder("school-2", SmallCity.CITY.value())
                            .names(Map.of("en", "The other school"))
                            .localityId("6500")
                            .languages(List.of("he"))
                            .build()))
                .adults(
                    List.of(
                        AdultRecord.builder(OF_SCHOOL.id()).schoolId("school-1").build(),
                        AdultRecord.builder(OF_CLASS.id()).schoolId("school-2").build(),
                        AdultRecord.builder(ELSEWHERE.id()).schoolId("school-2").build()))
                .classes(
                    List.of(
                        ClassRecord.builder(CLASS.value(), "school-1")
                            .learnerIds(Set.of(noa.value()))
                            .educatorIds(Set.of(OF_CLASS.id()))
                            .build()))
                .build());
  }

  @Test
  void anEducatorSeesTheLearnersOfTheirSchoolAndClassesOnly() {
    assertThat(views.educators().of(OF_SCHOOL, noa).learner()).isEqualTo(noa);
    assertThat(views.educators().of(OF_SCHOOL, dan).learner()).isEqualTo(dan);
    assertThat(views.educators().of(OF_CLASS, noa).learner()).isEqualTo(noa);
    assertThat(views.educators().ofClass(OF_CLASS, CLASS)).hasSize(1);
    assertThat(views.educators().ofClass(OF_SCHOOL, CLASS)).hasSize(1);
    assertForbidden(() -> views.educators().of(OF_CLASS, dan));
    assertForbidden(() -> views.educators().of(ELSEWHERE, noa));
    assertForbidden(() -> views.educators().of(ELSEWHERE, new LearnerId("nobody")));
    assertForbidden(() -> views.educators().ofClass(ELSEWHERE, CLASS));
    for (Actor other :
        List.of(Stage.guardianOf(noa), Stage.self(noa), SmallCity.PLANNER, Stage.MENTOR)) {
      assertForbidden(() -> views.educators().of(other, noa));
      assertForbidden(() -> views.educators().ofClass(other, CLASS));
    }
    assertThatThrownBy(() -> views.educators().ofClass(OF_SCHOOL, new ClassroomId("none")))
        .isInstanceOf(NotFoundException.class);
  }

  /** The same holds for every other read and for what educators write. */
  @Test
  void anEducatorOfAnotherSchoolNeitherReadsNorWritesAnythingOfThem() {
    Quest quest = new Quest(new QuestId("q1"), noa, "to act", Set.of(new TopicId("theatre")));
    cities.quests().put(OF_SCHOOL, List.of(quest));
    assertThat(cities.quests().of(OF_CLASS, noa)).containsExactly(quest);
    assertForbidden(() -> cities.quests().of(ELSEWHERE, noa));
    assertForbidden(() -> cities.quests().put(ELSEWHERE, List.of(quest)));
    assertForbidden(() -> cities.quests().wishesOf(ELSEWHERE, noa));
    assertForbidden(() -> cities.profiles().of(ELSEWHERE, Party.of(noa)));
    assertForbidden(
        () ->
            cities
                .profiles()
                .put(ELSEWHERE, Party.of(noa), org.educationcities.profile.Profile.empty()));
    assertForbidden(
        () -> cities.recommendations().forLearner(ELSEWHERE, noa, SmallCity.TERM.id(), 3));
  }

  @Test
  void aPlannerReadsNobodysQuestsWishesOrProfile() {
    assertForbidden(() -> cities.quests().of(SmallCity.PLANNER, noa));
    assertForbidden(() -> cities.quests().wishesOf(SmallCity.PLANNER, noa));
    assertForbidden(() -> cities.profiles().of(SmallCity.PLANNER, Party.of(noa)));
  }

  @Test
  void whoeverHasAViewDoesNotGetAPlacementAsItIsKept() {
    CollaborationId placement = stage.accepted(noa);
    for (Actor each :
        List.of(
            Stage.self(noa),
            Stage.guardianOf(noa),
            OF_SCHOOL,
            Stage.MENTOR,
            Stage.THEATRE,
            SmallCity.PLANNER)) {
      assertForbidden(() -> cities.shown().collaboration(each, placement));
      assertForbidden(() -> cities.shown().placementsOf(each, noa));
      assertForbidden(() -> cities.shown().places(each, Stage.STAGE));
    }
  }

  @Test
  void aGuardianSeesTheirOwnChildrenAndWhatIsPermittedAndNoOtherGuardian() {
    Actor other = new Actor("guardian-2", Role.GUARDIAN);
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            Roster.builder()
                .guardians(
                    List.of(
                        GuardianRecord.builder(other.id())
                            .relations(
                                List.of(
                                    new Relation(noa.value(), true, null, null),
                                    new Relation(
                                        dan.value(), true, null, LocalDate.of(2026, 8, 19)),
                                    new Relation("learner-far", false, null, null)))
                            .build()))
                .build());
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));

    GuardianView own = views.guardians().of(Stage.guardianOf(noa), noa);
    assertThat(own.permissions()).extracting(PermissionLine::byYou).containsExactly(true);
    assertThat(own.placements()).extracting(PlacementLine::id).containsExactly(placement);
    assertThat(own.placements().get(0).isInForce()).isTrue();
    assertThat(own.placements().get(0).sessions()).isNotEmpty();
    assertThat(views.guardians().children(other))
        .extracting(GuardianView::learner)
        .containsExactly(noa);
    assertThat(views.guardians().of(other, noa).permissions())
        .extracting(PermissionLine::byYou)
        .containsExactly(false);
    assertThat(views.guardians().of(Stage.self(noa), noa).learner()).isEqualTo(noa);
    for (Actor stranger :
        List.of(other, Stage.guardianOf(noa), Stage.self(noa), OF_SCHOOL, SmallCity.PLANNER)) {
      assertForbidden(() -> views.guardians().of(stranger, dan));
    }
    assertForbidden(() -> views.guardians().children(Stage.self(noa)));
  }

  @Test
  void aBlockIsInNobodysView() {
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    cities.safeguarding().block(Stage.LEAD, noa, Stage.MENTOR.id());

    PlacementLine line = views.guardians().of(Stage.guardianOf(noa), noa).placements().get(0);
    assertThat(line.state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(line.isInForce()).isFalse();
    assertThat(views.educators().of(OF_SCHOOL, noa).placements().get(0).isInForce()).isFalse();
    assertThat(views.planners().of(SmallCity.PLANNER, Stage.STAGE).placements().get(0).inForce())
        .isFalse();
  }

  @Test
  void aPlannerSeesNumbersAndAPseudonymThatIsNoProviders() {
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));

    PlannerView view = views.planners().of(SmallCity.PLANNER, Stage.STAGE);
    assertThat(view.places()).isEqualTo(40);
    assertThat(view.held()).isEqualTo(1);
    assertThat(view.placements()).hasSize(1);
    PlannerView.Line line = view.placements().get(0);
    assertThat(line.id()).isEqualTo(placement);
    assertThat(line.inForce()).isTrue();
    assertThat(line.pseudonym())
        .isEqualTo(
            views
                .planners()
                .of(SmallCity.ADMINISTRATOR, Stage.STAGE)
                .placements()
                .get(0)
                .pseudonym())
        .isNotEqualTo(views.providers().of(Stage.THEATRE, placement).pseudonym())
        .doesNotContain("noa");
    for (Actor other :
        List.of(Stage.guardianOf(noa), Stage.self(noa), OF_SCHOOL, Stage.MENTOR, Stage.THEATRE)) {
      assertForbidden(() -> views.planners().of(other, Stage.STAGE));
    }
    clock.pass(java.time.Duration.ofDays(400));
    assertThat(views.planners().of(SmallCity.PLANNER, Stage.STAGE).placements().get(0).inForce())
        .isFalse();
  }

  @Test
  void aMentorSeesWhoIsWithThemAsTheirProviderDoes() {
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    assertForbidden(() -> views.providers().of(Stage.MENTOR, placement));
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    assertThat(views.providers().of(Stage.MENTOR, placement).pseudonym())
        .isEqualTo(views.providers().of(Stage.THEATRE, placement).pseudonym());
    assertForbidden(() -> views.providers().of(new Actor("mentor-2", Role.MENTOR), placement));
  }

  @Test
  void thePublicSeesSafeFiguresByThePolicysSmallestCell() {
    cities.safeguarding().install(Stage.LEAD, SamplePolicy.of(2).statistics(12, 8).build());
    List<LearnerRecord> more = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      more.add(SmallCity.learner("learner-more-" + i));
    }
    cities.registry().take(SmallCity.ADMINISTRATOR, Roster.builder().learners(more).build());
    stage.permit(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(stage.accepted(noa)));

    PublicView first = views.figures().of(SmallCity.PLANNER, SmallCity.TERM.id());
    assertThat(first.cities()).containsExactly(SmallCity.CITY);
    assertThat(first.opportunities(SmallCity.CITY).value()).hasValue(1);
    assertThat(first.places(SmallCity.CITY).value()).hasValue(40);
    assertThat(first.placed(SmallCity.CITY).isShown()).isFalse();
    assertThat(first.placed().isShown()).isFalse();

    PublicView next = views.figures().after(SmallCity.PLANNER, first);
    assertThat(next.placed(SmallCity.CITY).isShown()).isFalse();
    assertThat(next.unplaced(SmallCity.CITY)).isEqualTo(first.unplaced(SmallCity.CITY));
    for (Actor other : List.of(Stage.guardianOf(noa), Stage.self(noa), OF_SCHOOL, Stage.THEATRE)) {
      assertForbidden(() -> views.figures().of(other, SmallCity.TERM.id()));
      assertForbidden(() -> views.figures().after(other, first));
    }
  }

  private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    assertThatThrownBy(read).isInstanceOf(ForbiddenException.class);
  }
}
