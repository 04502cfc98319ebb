package org.educationcities.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.matching.PairReason.Outcome;
import org.educationcities.matching.Sentences;
import org.educationcities.people.AgeRange;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Affinity;
import org.educationcities.resource.OpportunityId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final RoundId ROUND = new RoundId("round-1");
  private static final OpportunityId STAGE = new OpportunityId("stage");
  private static final OpportunityId PITCH = new OpportunityId("pitch");
  private static final OpportunityId ORCHESTRA = new OpportunityId("orchestra");

  private final EducationCities cities = SmallCity.open();
  private final LearnerId noa = SmallCity.add(cities, "learner-1", "theatre");
  private final LearnerId lia = SmallCity.add(cities, "learner-2", "theatre", "football");
  private final LearnerId tal = SmallCity.add(cities, "learner-3", "nature", "theatre");

  @BeforeEach
  void allocate() {
    cities
        .offers()
        .put(
            SmallCity.ADMINISTRATOR,
            List.of(
                SmallCity.opportunity("stage", "theatre", 1).build(),
                SmallCity.opportunity("pitch", "football", 10).build(),
                SmallCity.opportunity("orchestra", "music", 10)
                    .ages(new AgeRange(16, 18))
                    .build()));
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    cities.rounds().draft(SmallCity.PLANNER, ROUND, snapshot, new BestTotalAllocator());
  }

  @AfterEach
  void close() {
    cities.close();
  }

  @Test
  void whoHasAPlaceIsToldWhatItIsMadeOfAndByHowMuchItLeads() {
    Explanation why = why(noa, STAGE);

    assertThat(why.reason().outcome()).isEqualTo(Outcome.PLACED);
    assertThat(why.reason().affinity()).isEqualTo(why.affinity().points());
    assertThat(why.affinity().explanation().stream().mapToInt(Affinity.Line::points).sum())
        .isEqualTo(why.affinity().points());
    assertThat(why.reason().surplus()).isEqualTo(why.reason().affinity() - why.reason().price());
    assertThat(why.inWords(Locale.ENGLISH).get(0)).startsWith("Opportunity stage: placed here.");
  }

  @Test
  void whoIsElsewhereOrNowhereIsToldThePointsMissing() {
    Explanation elsewhere = why(lia, STAGE);
    Explanation nowhere = why(tal, STAGE);

    assertThat(elsewhere.reason().outcome()).isEqualTo(Outcome.BETTER_PLACED);
    assertThat(elsewhere.reason().held()).isEqualTo("pitch");
    assertThat(elsewhere.reason().missing())
        .isEqualTo(
            elsewhere.reason().price()
                + elsewhere.reason().surplus()
                - elsewhere.affinity().points()
                + 1);
    assertThat(nowhere.reason().outcome()).isEqualTo(Outcome.OUTBID);
    assertThat(nowhere.reason().missing()).isPositive();
    assertThat(elsewhere.inWords(Locale.ENGLISH).get(0)).contains("Opportunity pitch");
  }

  @Test
  void aRuleThatExcludesIsNamedAndSoIsNothingToLearn() {
    assertThat(why(noa, ORCHESTRA).reason().excludedBy()).containsExactly("age");
    assertThat(why(noa, PITCH).reason().excludedBy()).containsExactly("nothing-to-learn");
    assertThat(why(noa, PITCH).inWords(Locale.forLanguageTag("he"))).hasSize(2);
  }

  @Test
  void allOfALearnersReasonsComeNearestFirstAndRenderInEveryLanguage() {
    List<Explanation> all = cities.explanations().ofLearner(SmallCity.PLANNER, ROUND, lia, 10);

    assertThat(all)
        .extracting(each -> each.reason().opportunity())
        .containsExactly("pitch", "stage", "orchestra");
    for (String language : Sentences.LANGUAGES) {
      for (Explanation each : all) {
        assertThat(each.inWords(Locale.forLanguageTag(language))).isNotEmpty();
      }
    }
  }

  @Test
  void aPlacementByHandAndWhatChangedSinceAreToldAsSuch() {
    Snapshot snapshot = cities.snapshots().take(SmallCity.TERM);
    cities.rounds().remove(SmallCity.PLANNER, ROUND, noa);
    cities.rounds().place(SmallCity.PLANNER, ROUND, snapshot, lia, STAGE);

    assertThat(why(lia, STAGE).reason().outcome()).isEqualTo(Outcome.BY_HAND);
    assertThat(why(lia, PITCH).reason().outcome()).isEqualTo(Outcome.BY_HAND);
    assertThat(why(noa, STAGE).reason().outcome()).isEqualTo(Outcome.CHANGED_SINCE);
  }

  @Test
  void whatWasOfferedLaterAndAllocationsWithoutPricesAreToldAsSuch() {
    cities
        .offers()
        .put(
            SmallCity.ADMINISTRATOR, List.of(SmallCity.opportunity("later", "theatre", 3).build()));
    assertThat(why(noa, new OpportunityId("later")).reason().outcome())
        .isEqualTo(Outcome.NOT_OFFERED);

    RoundId byHand = new RoundId("round-2");
    cities
        .rounds()
        .draft(
            SmallCity.PLANNER,
            byHand,
            cities.snapshots().take(SmallCity.TERM),
            (given, rules, weights) ->
                new Draft(List.of(), List.of(), "by hand", Round.Proof.NONE));
    assertThat(cities.explanations().why(SmallCity.PLANNER, byHand, noa, STAGE).reason().outcome())
        .isEqualTo(Outcome.UNPRICED);
  }

  @Test
  void onlyThoseConcernedAskAndOnlyOnceItIsPublished() {
    Actor self = new Actor(noa.value(), Role.LEARNER);
    assertThatThrownBy(() -> cities.explanations().why(self, ROUND, noa, STAGE))
        .isInstanceOf(ForbiddenException.class);

    cities.rounds().publish(SmallCity.PLANNER, ROUND);

    assertThat(cities.explanations().why(self, ROUND, noa, STAGE).reason().held())
        .isEqualTo("stage");
    assertThatThrownBy(() -> cities.explanations().why(self, ROUND, lia, STAGE))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(
            () ->
                cities
                    .explanations()
                    .why(new Actor("provider-1", Role.PROVIDER), ROUND, noa, STAGE))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(
            () -> cities.explanations().why(SmallCity.PLANNER, new RoundId("none"), noa, STAGE))
        .isInstanceOf(NotFoundException.class);
  }

  private Explanation why(LearnerId learner, OpportunityId opportunity) {
    return cities.explanations().why(SmallCity.PLANNER, ROUND, learner, opportunity);
  }
}
