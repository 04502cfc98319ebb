package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.educationcities.SmallCity;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Resource;
import org.educationcities.spi.source.ResourceRecord;
import org.junit.jupiter.api.Test;

/** The profile of a city, unmet quests and invitations. */
class CityProfileTest extends Circles {
  private static final TopicInference INFERENCE =
      TopicInference.of(Map.of("Garage", Set.of(topic("robotics"))));

  @Test
  void whatThereIsMoreOfThanOfTheRestIsAStrengthAndWhatThereIsLessOfAGrowthArea() {
    Profile city = profile(List.of("chess", "drawing"), Map.of("chess", 18, "drawing", 2));

    assertThat(city.proficiencyIn(topic("chess")).level()).isEqualTo(3);
    assertThat(city.proficiencyIn(topic("drawing")).level()).isZero();
    assertThat(city.growthAreas())
        .containsExactly(new GrowthArea(topic("drawing"), new Importance(4)));
  }

  @Test
  void wherePlacesSufficeForEverybodyThereIsNoGrowthArea() {
    Profile city = profile(List.of("chess", "drawing"), Map.of("chess", 200, "drawing", 20));
    assertThat(city.growthAreas()).isEmpty();
  }

  @Test
  void aStatedNeedAndAnUnmetQuestBecomeGrowthAreas() {
    Quest unmet = quest("q1", "robotics");
    Quest met = quest("q2", "chess");
    QuestAnswers answers = answers(List.of(unmet, met), (quest, opportunity) -> true);
    Profile city =
        CityProfile.builder(TAXONOMY, AffinityRule.STANDARD)
            .quests(answers)
            .need(new GrowthArea(topic("gardening"), new Importance(3)))
            .build()
            .profile();

    assertThat(answers.unmet()).containsExactly(unmet);
    assertThat(city.growthAreas())
        .containsExactly(
            new GrowthArea(topic("gardening"), new Importance(3)),
            new GrowthArea(topic("robotics"), new Importance(4)));
  }

  @Test
  void aQuestIsUnmetWhereItsLearnerCannotGetThere() {
    QuestAnswers answers = answers(List.of(quest("q", "chess")), (quest, opportunity) -> false);
    assertThat(answers.unmet()).hasSize(1);
    assertThat(answers.answered()).isEmpty();
  }

  @Test
  void whoCouldAnswerAnUnmetQuestIsInvitedAndInferenceIsMarked() {
    Resource garage = resource("g", "garage", true, Set.of());
    Resource lab = resource("l", "lab", false, Set.of("robotics"));
    Resource theatre = resource("t", "theatre", true, Set.of());

    List<Invitations.Invitation> invitations =
        Invitations.to(
            Map.of(topic("robotics"), 7), List.of(lab, theatre, garage), INFERENCE, TAXONOMY, 2, 5);

    assertThat(invitations).hasSize(1);
    assertThat(invitations.get(0).invited())
        .extracting(each -> each.resource() + " " + each.inferred() + " " + each.untapped())
        .containsExactly("g true true", "l false false");
    assertThat(INFERENCE.of(theatre).topics()).isEmpty();
  }

  private static QuestAnswers answers(
      List<Quest> quests, BiPredicate<Quest, Opportunity> canReach) {
    return QuestAnswers.find(
        quests, List.of(SmallCity.opportunity("o", "chess", 10).build()), TAXONOMY, 2, canReach);
  }

  private static Profile profile(List<String> wanted, Map<String, Integer> places) {
    List<Profile> learners = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Profile.Builder learner = Profile.builder();
      wanted.forEach(each -> learner.growthArea(topic(each), new Importance(2)));
      learners.add(learner.build());
    }
    CityProfile.Builder city = CityProfile.builder(TAXONOMY, AffinityRule.STANDARD);
    places.forEach(
        (topic, count) -> city.opportunity(SmallCity.opportunity(topic, topic, count).build()));
    return city.learners(learners).build().profile();
  }

  private static Quest quest(String id, String topic) {
    return new Quest(new QuestId(id), new LearnerId("l"), "", Set.of(topic(topic)));
  }

  private static Resource resource(String id, String kind, boolean untapped, Set<String> topics) {
    return Resource.of(
        ResourceRecord.builder(id, "hadera", "p-" + id)
            .names(Map.of("en", id))
            .kind(kind)
            .untapped(untapped)
            .topicIds(topics)
            .build());
  }
}
