package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.educationcities.SmallCity.ADMINISTRATOR;
import static org.educationcities.SmallCity.PLANNER;
import static org.educationcities.journey.Stage.LEAD;
import static org.educationcities.journey.Stage.STAGE;
import static org.educationcities.journey.Stage.THEATRE;
import static org.educationcities.journey.Stage.guardianOf;
import static org.educationcities.journey.Stage.self;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.city.Circle;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Home;
import org.educationcities.collaboration.HostChanges;
import org.educationcities.collaboration.NotClearedException;
import org.educationcities.collaboration.Part;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.registry.Roster;
import org.educationcities.registry.WishList;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Permission;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.junit.jupiter.api.Test;

/** A learner who leaves, is merged with another id, or changes school. */
class HostChangesTest {
  private static final TopicId MUSIC = new TopicId("music");
  private static final TopicId FOOTBALL = new TopicId("football");

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 2).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId twice = stage.learners("noa-written-twice").get(0);
  private final LearnerId noa = stage.learners("noa").get(0);
  private final LearnerId amir = stage.learners("amir").get(0);

  private void merge(LearnerId from, LearnerId into) {
    take(LearnerRecord.builder(from.value(), "hadera").mergedInto(into.value()).build());
  }

  private void take(LearnerRecord record) {
    cities.registry().take(ADMINISTRATOR, Roster.builder().learners(List.of(record)).build());
  }

  private HostChanges.Report follow(LearnerId... learners) {
    return cities.hostChanges().follow(PLANNER, Set.of(learners));
  }

  private CollaborationId confirmed(LearnerId learner) {
    stage.permit(learner);
    CollaborationId id = stage.accepted(learner);
    assertThat(cities.confirmations().confirmAll(PLANNER, List.of(id)).confirmed()).hasSize(1);
    return id;
  }

  private Set<String> refusals(CollaborationId id) {
    ClearanceDecision decision = cities.confirmations().clear(PLANNER, id);
    return decision instanceof ClearanceDecision.Refused no ? no.conditions() : Set.of();
  }

  @Test
  void whatIsKnownOfTwoIdsIsKnownOfTheOneThatSurvives() {
    Quest quest = new Quest(new QuestId("q"), twice, "to play the oud", Set.of(MUSIC));
    cities.quests().put(self(twice), List.of(quest));
    wish(twice, "stage", "choir");
    wish(noa, "chess", "stage");
    cities
        .profiles()
        .put(
            ADMINISTRATOR,
            Party.of(twice),
            Profile.builder()
                .strength(MUSIC, Proficiency.STRONG)
                .growthArea(FOOTBALL, new Importance(4))
                .build());
    cities
        .profiles()
        .put(
            ADMINISTRATOR,
            Party.of(noa),
            Profile.builder().strength(MUSIC, Proficiency.STARTING).build());

    merge(twice, noa);
    HostChanges.Report report = follow(twice);

    assertThat(report.merged()).isEqualTo(Map.of(twice, noa));
    assertThat(cities.quests().of(twice)).isEmpty();
    assertThat(cities.quests().of(noa)).extracting(Quest::words).containsExactly(quest.words());
    assertThat(cities.quests().wishesOf(twice).wishes()).isEmpty();
    assertThat(cities.quests().wishesOf(noa).wishes())
        .extracting(Wish::opportunityId)
        .containsExactly("chess", "stage", "choir");
    assertThat(cities.profiles().of(Party.of(twice)).isEmpty()).isTrue();
    Profile both = cities.profiles().of(Party.of(noa));
    assertThat(both.proficiencyIn(MUSIC)).isEqualTo(Proficiency.STARTING);
    assertThat(both.growthAreas()).hasSize(1);
  }

  private void wish(LearnerId learner, String first, String second) {
    cities
        .quests()
        .wish(
            self(learner),
            List.of(
                new WishList(
                    learner, List.of(new Wish(learner, 1, first), new Wish(learner, 2, second)))));
  }

  @Test
  void whatWasInForceUnderTheOtherIdWaitsForAPermissionAndAClearanceOfItsOwn() {
    CollaborationId id = confirmed(twice);
    merge(twice, noa);

    HostChanges.Report report = follow(twice);

    assertThat(report.suspended()).isEqualTo(1);
    assertThat(report.toPermitAgain()).isEqualTo(Map.of(noa, Set.of(STAGE.value())));
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(stage.now(id).learners()).containsExactly(noa);
    assertThat(cities.collaborations().placementsOf(twice)).isEmpty();
    assertThat(cities.safeguarding().permissionsOf(LEAD, twice)).isEmpty();
    assertThat(cities.safeguarding().permissionsOf(LEAD, noa)).isEmpty();
    assertThat(refusals(id)).containsExactly("permission");

    stage.permit(noa);
    assertThat(cities.confirmations().confirmAll(PLANNER, List.of(id)).confirmed()).hasSize(1);
    assertThat(stage.now(id).isInForce(clock.instant())).isTrue();
    assertThat(cities.placements().placesOf(STAGE).orElseThrow().held()).isEqualTo(1);
  }

  @Test
  void aClearanceFromBeforeTheMergeConfirmsNothing() {
    stage.permit(twice);
    stage.permit(noa);
    CollaborationId id = stage.accepted(twice);
    ClearanceDecision before = cities.confirmations().clear(PLANNER, id);
    merge(twice, noa);
    follow(twice);

    assertThatThrownBy(
            () ->
                cities
                    .confirmations()
                    .confirm(PLANNER, id, ((ClearanceDecision.Granted) before).clearance()))
        .isInstanceOf(NotClearedException.class);
  }

  @Test
  void ofTwoPermissionsForOneActivityOnlyTheDaysOfBothStay() {
    CollaborationId id = confirmed(noa);
    LocalDate earlyEnd = LocalDate.of(2026, 10, 31);
    Permission shorter =
        new Permission(STAGE.value(), guardianOf(twice).id(), LocalDate.of(2026, 9, 15), earlyEnd);
    cities.safeguarding().permit(guardianOf(twice), twice, shorter);
    merge(twice, noa);

    assertThat(follow(twice).suspended()).isEqualTo(1);

    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(cities.safeguarding().permissionsOf(LEAD, noa))
        .containsExactly(
            new Permission(
                STAGE.value(), guardianOf(noa).id(), LocalDate.of(2026, 9, 15), earlyEnd));
    assertThat(refusals(id)).containsExactly("permission");
  }

  @Test
  void theBlocksOfBothIdsHoldAtOnceAndForEither() {
    CollaborationId id = confirmed(noa);
    cities.safeguarding().block(LEAD, twice, THEATRE.id());
    merge(twice, noa);

    assertThat(follow(twice).suspended()).isEqualTo(1);

    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(refusals(id)).containsExactly("block");
    cities.safeguarding().block(LEAD, amir, "someone");
    merge(amir, noa);
    follow(amir);
    take(SmallCity.learner(amir.value())); // the host finds that they were two after all
    stage.permit(amir);
    assertThat(refusals(stage.accepted(amir))).containsExactly("block");
  }

  @Test
  void onePersonHoldsOnePlaceAndTheOtherGoesToWhoWaits() {
    CollaborationId theirs = stage.accepted(twice);
    CollaborationId own = confirmed(noa);
    cities.placements().join(self(amir), amir, STAGE);
    merge(twice, noa);

    HostChanges.Report report = follow(twice);

    assertThat(report.suspended()).isZero();
    assertThat(stage.now(theirs).state()).isEqualTo(CollaborationState.CANCELLED);
    assertThat(stage.now(own).isInForce(clock.instant())).isTrue();
    assertThat(cities.collaborations().placementsOf(amir))
        .extracting(Collaboration::state)
        .containsExactly(CollaborationState.PROPOSED);
    assertThat(cities.placements().placesOf(STAGE).orElseThrow().held()).isEqualTo(2);
  }

  @Test
  void theWaitGoesOnUnderTheSurvivingId() {
    stage.accepted(amir);
    CollaborationId other = stage.accepted(stage.learners("lea").get(0));
    cities.placements().join(self(twice), twice, STAGE);
    cities.placements().join(self(noa), noa, STAGE);
    merge(twice, noa);

    follow(twice);
    assertThat(cities.placements().placesOf(STAGE).orElseThrow().waiting()).isEqualTo(1);
    cities.collaborations().cancel(PLANNER, other);

    assertThat(cities.collaborations().placementsOf(noa)).hasSize(1);
    assertThat(cities.collaborations().placementsOf(twice)).isEmpty();
  }

  @Test
  void hoursThatWereLivedAreNotLost() {
    CollaborationId id = confirmed(twice);
    clock.to("2026-09-01T12:00:00Z");
    Collaboration running = cities.collaborations().start(Stage.MENTOR, id, List.of());
    clock.to(running.sessions().get(0).end().toString());
    cities.learning().log(self(twice), id, running.sessions().get(0).start(), 60);
    CollaborationId proposed =
        cities.placements().propose(PLANNER, new Proposal(noa, STAGE, "round-2")).id();
    merge(twice, noa);

    follow(twice);

    assertThat(stage.now(proposed).state()).isEqualTo(CollaborationState.CANCELLED);
    assertThat(stage.now(id).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(stage.now(id).learners()).containsExactly(noa);
    assertThat(stage.now(id).attendance()).hasSize(1);
    assertThat(cities.placements().placesOf(STAGE).orElseThrow().held()).isEqualTo(1);
  }

  @Test
  void mergesAreFollowedToTheirEndAndACircleLeadsNowhere() {
    CollaborationId id = stage.accepted(twice);
    merge(twice, noa);
    merge(noa, amir);
    assertThat(follow(twice, noa).merged()).isEqualTo(Map.of(twice, amir, noa, amir));
    assertThat(stage.now(id).learners()).containsExactly(amir);

    merge(amir, twice);
    assertThat(follow(amir).left()).containsExactly(amir);
    assertThat(stage.now(id).learners()).containsExactly(amir);
  }

  @Test
  void doingItAgainChangesNothing() {
    CollaborationId id = confirmed(twice);
    cities.safeguarding().block(LEAD, noa, "someone");
    merge(twice, noa);
    follow(twice);
    int events = cities.outbox().pending(ADMINISTRATOR).size();
    Collaboration after = stage.now(id);

    HostChanges.Report again = cities.hostChanges().sweep(PLANNER);

    assertThat(again.merged()).isEqualTo(Map.of(twice, noa));
    assertThat(again.suspended()).isZero();
    assertThat(again.toPermitAgain()).isEmpty();
    assertThat(stage.now(id)).isEqualTo(after);
    assertThat(cities.outbox().pending(ADMINISTRATOR)).hasSize(events);
  }

  @Test
  void aSweepFindsWhatTheHostDidNotTell() {
    CollaborationId id = confirmed(twice);
    merge(twice, noa);

    HostChanges.Report report = cities.hostChanges().sweep(PLANNER);

    assertThat(report.suspended()).isEqualTo(1);
    assertThat(stage.now(id).learners()).containsExactly(noa);
  }

  @Test
  void aNewSchoolAnswersForWhatGoesOn() {
    CollaborationId id = confirmed(noa);
    Actor oldSchool = educator("school-1");
    Actor newSchool = educator("school-2");
    CollaborationId team = teamInSchool(noa, amir);
    take(
        LearnerRecord.builder(noa.value(), "hadera")
            .schoolId("school-2")
            .birthDate(LocalDate.of(2014, 3, 5))
            .build());

    HostChanges.Report report = follow(noa);

    assertThat(report.rehomed()).containsExactly(noa);
    assertThat(report.suspended()).isZero();
    assertThat(stage.now(id).isInForce(clock.instant())).isTrue();
    assertThatThrownBy(() -> cities.collaborations().cancel(oldSchool, id))
        .isInstanceOf(ForbiddenException.class);
    assertThat(stage.now(team).state()).isEqualTo(CollaborationState.SUSPENDED);
    assertThat(stage.now(team).circle()).isEqualTo(Circle.CITY);
    assertThat(cities.collaborations().cancel(newSchool, id).state())
        .isEqualTo(CollaborationState.CANCELLED);
    assertThat(follow(noa).rehomed()).isEmpty();
  }

  private Actor educator(String school) {
    String id = "educator-of-" + school;
    cities
        .registry()
        .take(
            ADMINISTRATOR,
            Roster.builder()
                .schools(
                    List.of(
                        SchoolRecord.builder(school, "hadera")
                            .names(Map.of("en", "School " + school))
                            .build()))
                .adults(List.of(AdultRecord.builder(id).schoolId(school).educator(true).build()))
                .build());
    return new Actor(id, Role.EDUCATOR);
  }

  private CollaborationId teamInSchool(LearnerId first, LearnerId second) {
    CollaborationId id = new CollaborationId("team-1");
    Home home = Home.in("IL", SmallCity.CITY, new SchoolId("school-1"));
    cities
        .collaborations()
        .propose(
            PLANNER,
            List.of(
                Collaboration.builder(id, CollaborationKind.LEARNING_PAIR, clock.instant())
                    .participant(Party.of(first), Part.LEARNS, home)
                    .participant(Party.of(second), Part.LEARNS, home)
                    .build()));
    cities.collaborations().accept(PLANNER, id);
    cities.collaborations().confirm(PLANNER, id);
    return id;
  }

  @Test
  void nobodyIsAPairWithThemselves() {
    CollaborationId pair = teamInSchool(twice, noa);
    merge(twice, noa);

    follow(twice);

    assertThat(stage.now(pair).state()).isEqualTo(CollaborationState.CANCELLED);
  }

  @Test
  void aGroupGoesOnWithTheSurvivingId() {
    CollaborationId pair = teamInSchool(twice, amir);
    merge(twice, noa);

    follow(twice);

    assertThat(stage.now(pair).learners()).containsExactly(noa, amir);
    assertThat(stage.now(pair).state()).isEqualTo(CollaborationState.CONFIRMED);
  }

  @Test
  void onlyWhoOrganisesFollows() {
    assertThatThrownBy(() -> cities.hostChanges().follow(self(noa), Set.of(noa)))
        .isInstanceOf(ForbiddenException.class);
  }
}
