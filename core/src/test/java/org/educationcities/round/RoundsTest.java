package org.educationcities.round;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Wish;
import org.educationcities.registry.WishList;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.source.GeoPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final RoundId ROUND = new RoundId("round-1");
  private static final OpportunityId STAGE = new OpportunityId("stage");

  private final EducationCities cities = SmallCity.open();
  private final LearnerId noa = SmallCity.add(cities, "learner-1", "theatre", "nature");
  private final LearnerId amir = SmallCity.add(cities, "learner-2", "football");

  @BeforeEach
  void offer() {
    cities
        .offers()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(
                SmallCity.opportunity("stage", "theatre", 1).build(),
                SmallCity.opportunity("pitch", "football", 10).build(),
                SmallCity.opportunity("orchestra", "music", 10).ages(new AgeRange(16, 18)).build(),
                SmallCity.opportunity("reserve", "nature", 10)
                    .position(new GeoPoint(33.1, 35.6))
                    .build()));
  }

  @AfterEach
  void close() {
    cities.close();
  }

  @Test
  void recommendsWhatSuitsBestAndTellsWhatKeptTheRestOut() {
    RecommendationList list =
        cities.recommendations().forLearner(SmallCity.PLANNER, noa, SmallCity.TERM.id(), 5);

    assertThat(list.best())
        .extracting(each -> each.opportunity().id().value())
        .containsExactly("stage");
    assertThat(list.refusedByRule()).containsEntry("age", 1).containsEntry("distance", 1);
    assertThat(list.withoutGain()).isEqualTo(1);
    assertThat(list.profileKnown()).isTrue();
  }

  @Test
  void aWishBringsItsTopicsAmongWhatTheLearnerWantsAboveAll() {
    cities
        .quests()
        .wish(
            SmallCity.ADMINISTRATOR,
            List.of(new WishList(noa, List.of(new Wish(noa, 1, "pitch")))));

    assertThat(
            cities
                .recommendations()
                .forLearner(SmallCity.PLANNER, noa, SmallCity.TERM.id(), 5)
                .best())
        .extracting(each -> each.opportunity().id().value())
        .containsExactly("pitch", "stage");
  }

  @Test
  void everyoneIsRecommendedWhatEachAloneWouldBe() {
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    Map<LearnerId, RecommendationList> lists = new TreeMap<>(comparing(LearnerId::value));
    cities.recommendations().forEveryone(SmallCity.PLANNER, snapshot, 3, lists::put);

    assertThat(lists).containsOnlyKeys(noa, amir);
    lists.forEach(
        (learner, list) -> {
          RecommendationList alone =
              cities
                  .recommendations()
                  .forLearner(SmallCity.PLANNER, learner, SmallCity.TERM.id(), 3);
          assertThat(list.best())
              .extracting(each -> each.opportunity().id(), each -> each.affinity().points())
              .containsExactlyElementsOf(
                  alone.best().stream()
                      .map(each -> tuple(each.opportunity().id(), each.affinity().points()))
                      .toList());
          assertThat(list.refusedByRule()).isEqualTo(alone.refusedByRule());
        });
    Actor self = new Actor(noa.value(), Role.LEARNER);
    assertThatThrownBy(
            () -> cities.recommendations().forEveryone(self, snapshot, 3, (who, list) -> {}))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void aDraftIsEditedPublishedAndWithdrawnInThatOrderOnly() {
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    Round draft = draft(snapshot);
    assertThat(draft.placed()).isEqualTo(1);

    Round edited =
        cities.rounds().place(SmallCity.PLANNER, ROUND, snapshot, amir, new OpportunityId("pitch"));
    assertThat(edited.placed()).isEqualTo(2);
    assertThat(edited.proof()).isEqualTo(Round.Proof.EDITED);

    assertThat(cities.rounds().publish(SmallCity.PLANNER, ROUND).state())
        .isEqualTo(RoundState.PUBLISHED);
    assertThatThrownBy(() -> cities.rounds().remove(SmallCity.PLANNER, ROUND, amir))
        .isInstanceOf(RoundStateException.class);
    assertThat(cities.rounds().withdraw(SmallCity.PLANNER, ROUND).state())
        .isEqualTo(RoundState.WITHDRAWN);
    assertThatThrownBy(() -> cities.rounds().publish(SmallCity.PLANNER, ROUND))
        .isInstanceOf(RoundStateException.class);
  }

  @Test
  void anEditByHandObeysRulesAndPlacesToo() {
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    draft(snapshot);

    assertThatThrownBy(() -> cities.rounds().place(SmallCity.PLANNER, ROUND, snapshot, amir, STAGE))
        .isInstanceOf(RefusedEditException.class)
        .hasMessageContaining("places");
    assertThatThrownBy(
            () ->
                cities
                    .rounds()
                    .place(SmallCity.PLANNER, ROUND, snapshot, noa, new OpportunityId("orchestra")))
        .isInstanceOf(RefusedEditException.class)
        .hasMessageContaining("age");
    assertThat(cities.rounds().placements(SmallCity.PLANNER, ROUND)).hasSize(1);
  }

  @Test
  void anAllocatorThatBreaksARuleIsCaughtAndNothingIsKept() {
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    List<Placement> tooYoung =
        List.of(new Placement(noa, new OpportunityId("orchestra"), 500, false));
    List<Placement> wrongAffinity = List.of(new Placement(noa, STAGE, 1, false));

    for (List<Placement> wrong : List.of(tooYoung, wrongAffinity)) {
      assertThatThrownBy(
              () ->
                  cities
                      .rounds()
                      .draft(
                          SmallCity.PLANNER,
                          ROUND,
                          snapshot,
                          (given, rules, weights) ->
                              new Draft(wrong, List.of(), "none", Round.Proof.NONE)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("defect");
    }
    assertThat(cities.rounds().find(ROUND)).isEmpty();
  }

  @Test
  void theDefaultRoundIsProvenBestOverAllEligiblePairs() {
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);

    Round round =
        cities.rounds().draft(SmallCity.PLANNER, ROUND, snapshot, new BestTotalAllocator());

    assertThat(round.proof()).isEqualTo(Round.Proof.OPTIMAL);
    assertThat(cities.rounds().placements(SmallCity.PLANNER, ROUND))
        .extracting(each -> each.learner().value() + " in " + each.opportunity().value())
        .containsExactly("learner-1 in stage", "learner-2 in pitch");
    assertThat(cities.rounds().prices(SmallCity.PLANNER, ROUND))
        .extracting(PlacePrice::taken)
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void onlyWhoPlansSeesPlacements() {
    draft(cities.snapshots().take(SmallCity.TERM));

    assertThatThrownBy(
            () -> cities.rounds().placements(new Actor("provider-1", Role.PROVIDER), ROUND))
        .isInstanceOf(ForbiddenException.class);
  }

  private Round draft(Snapshot snapshot) {
    int points =
        cities
            .recommendations()
            .forLearner(SmallCity.PLANNER, noa, SmallCity.TERM.id(), 1)
            .best()
            .get(0)
            .affinity()
            .points();
    return cities
        .rounds()
        .draft(
            SmallCity.PLANNER,
            ROUND,
            snapshot,
            (given, rules, weights) ->
                new Draft(
                    List.of(new Placement(noa, STAGE, points, false)),
                    List.of(new PlacePrice(STAGE, 1, 1, 0)),
                    "by hand",
                    Round.Proof.NONE));
  }
}
