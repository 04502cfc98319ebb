package org.educationcities.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.circle.CityProfile;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.circle.TopicInference;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.LocalityId;
import org.educationcities.city.Names;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Home;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Resource;
import org.educationcities.spi.source.ResourceRecord;
import org.junit.jupiter.api.Test;

/** What a city sees of itself. */
class InsightTest {
  private static final TopicId CHESS = new TopicId("chess");
  private static final TopicId MUSIC = new TopicId("music");
  private static final Taxonomy TAXONOMY =
      Taxonomy.of(
          List.of(
              Topic.of(CHESS, Names.of("en", "chess")), Topic.of(MUSIC, Names.of("en", "music"))));

  @Test
  void anUnmetGrowthAreaNamesTheNearestCircleInWhichItCouldBeMet() {
    ProfiledParty wants = learner("a", "7a", wants(CHESS));
    ProfiledParty classmate = learner("b", "7a", can(CHESS, 3));
    ProfiledParty elsewhere = learner("c", "8b", wants(CHESS));
    ProfiledParty orchestra =
        new ProfiledParty(
            new Party(Party.Kind.PROVIDER, "orchestra"),
            Home.in("IL", new CityId("netanya")),
            can(MUSIC, 4));
    ProfiledParty musical = learner("d", "7a", wants(MUSIC));
    UnmetNeeds unmet =
        UnmetNeeds.find(
            List.of(wants, classmate, elsewhere, musical),
            List.of(orchestra),
            learner -> List.of(),
            Map.of(new LearnerId("a"), new LocalityId("centre")),
            TAXONOMY,
            2);

    assertThat(unmet.needs())
        .extracting(each -> each.learner() + " " + each.nearest())
        .containsExactly("a CLASSROOM", "c SCHOOL", "d COUNTRY");
    assertThat(unmet.byLocalityAndTopic().count("centre", "chess")).isEqualTo(1);
    assertThat(unmet.byTopicAndCircle().count("music", Circle.COUNTRY.name())).isEqualTo(1);
  }

  @Test
  void whatALearnerTakesPartInMeetsTheirGrowthArea() {
    UnmetNeeds unmet =
        UnmetNeeds.find(
            List.of(learner("a", "7a", wants(CHESS))),
            List.of(),
            learner -> List.of(can(CHESS, 2)),
            Map.of(),
            TAXONOMY,
            2);
    assertThat(unmet.needs()).isEmpty();
    assertThat(unmet.met()).isEqualTo(1);
  }

  @Test
  void aStrengthIsUnusedWhereItIsGivenNowhere() {
    List<ProfiledParty> all =
        List.of(
            learner("a", "7a", can(CHESS, 4)),
            learner("b", "7a", can(CHESS, 3)),
            learner("c", "7a", can(MUSIC, 2)));
    List<UnusedStrengths.Line> lines =
        UnusedStrengths.find(all, party -> party.id().equals("a") ? Set.of(CHESS) : Set.of());
    assertThat(lines).containsExactly(new UnusedStrengths.Line(CHESS, 2, 1));
    assertThat(lines.get(0).published(SafetyRule.STANDARD).isShown()).isFalse();
  }

  @Test
  void untappedPlacesAreFoundByWhatTheirKindSpeaksFor() {
    TopicInference inference =
        TopicInference.of(Map.of("club", Set.of(CHESS), "hall", Set.of(MUSIC)));
    List<UntappedGround.Line> lines =
        UntappedGround.find(
            List.of(
                place("1", "club", true),
                place("2", "hall", true),
                place("3", "hall", true),
                place("4", "hall", false)),
            inference);
    assertThat(lines)
        .extracting(each -> each.topic() + " " + each.count())
        .containsExactly("music 2", "chess 1");
    assertThat(lines.get(0).localities()).containsEntry(new LocalityId("centre"), 2);
  }

  @Property(tries = 300)
  void noShorterListHoldsThatPartOfAllPrices(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<OpportunityId, Long> prices = new HashMap<>();
    for (int i = 0; i < random.nextInt(9); i++) {
      prices.put(new OpportunityId("o" + i), (long) random.nextInt(5) * random.nextInt(200));
    }
    int percent = random.nextInt(101);
    long total = prices.values().stream().mapToLong(Long::longValue).sum();

    List<MorePlaces.Wanted> list = MorePlaces.shortestFor(prices, percent);

    long held = list.stream().mapToLong(MorePlaces.Wanted::price).sum();
    assertThat(held * 100).isGreaterThanOrEqualTo(total * percent);
    List<Long> values = new ArrayList<>(prices.values());
    for (int set = 0; set < 1 << values.size(); set++) {
      long sum = 0;
      for (int i = 0; i < values.size(); i++) {
        sum += (set >> i & 1) == 1 ? values.get(i) : 0;
      }
      if (sum * 100 >= total * percent) {
        assertThat(Integer.bitCount(set)).isGreaterThanOrEqualTo(list.size());
      }
    }
  }

  @Test
  void fairnessTellsWhatTheLearnersGot() {
    List<LearnerId> learners =
        List.of(new LearnerId("a"), new LearnerId("b"), new LearnerId("c"), new LearnerId("d"));
    Fairness fairness =
        Fairness.of(
            learners,
            List.of(
                Map.entry(learners.get(0), 800),
                Map.entry(learners.get(0), 200),
                Map.entry(learners.get(1), 400),
                Map.entry(learners.get(2), 400)),
            Set.of(learners.get(0)));

    assertThat(fairness.placed()).isEqualTo(3);
    assertThat(fairness.mean()).isEqualTo(400);
    assertThat(fairness.median()).isEqualTo(400);
    assertThat(fairness.worst()).isEqualTo(400);
    assertThat(fairness.shareOfFirstWishes()).isEqualTo(1.0 / 3);
    // Mean absolute difference of all ordered pairs, halved and divided by the mean.
    assertThat(fairness.inequality()).isEqualTo(0.375);
    assertThat(fairness.published(SafetyRule.STANDARD).mean().isShown()).isFalse();
    PersonTable table = fairness.byGroup(learner -> "centre");
    assertThat(table.count("centre", "waiting")).isEqualTo(1);
    assertThat(table.sum("centre", "placed")).isEqualTo(1600);
  }

  @Test
  void whereFewWaitHowManyArePlacedIsHidden() {
    List<LearnerId> learners = new ArrayList<>();
    List<Map.Entry<LearnerId, Integer>> placed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      learners.add(new LearnerId("l" + i));
      if (i > 2) {
        placed.add(Map.entry(learners.get(i), 500));
      }
    }
    Fairness.Published few = Fairness.of(learners, placed, Set.of()).published(SafetyRule.STANDARD);
    assertThat(few.learners()).isEqualTo(SafeFigure.shown(40));
    assertThat(few.placed().isShown()).isFalse();
  }

  @Test
  void aBalanceThatRestsOnFewLearnersTellsNothingOfThem() {
    CityProfile.Builder city = CityProfile.builder(TAXONOMY, AffinityRule.STANDARD);
    for (int i = 0; i < 12; i++) {
      city.learner(wants(CHESS));
    }
    city.learner(wants(MUSIC));
    List<TopicBalance> balances = TopicBalance.of(city.build(), SafetyRule.STANDARD);

    assertThat(balances)
        .extracting(each -> each.topic() + " " + each.growth() + " " + each.wanted())
        .containsExactly("chess 4 10", "music 0 hidden");
  }

  private static ProfiledParty learner(String id, String classroom, Profile profile) {
    return new ProfiledParty(
        Party.of(new LearnerId(id)),
        Home.in("IL", new CityId("hadera"), new SchoolId("s1"), new ClassroomId(classroom)),
        profile);
  }

  private static Profile wants(TopicId topic) {
    return Profile.builder().growthArea(topic, new Importance(3)).build();
  }

  private static Profile can(TopicId topic, int level) {
    return Profile.builder().strength(topic, Proficiency.of(level)).build();
  }

  private static Resource place(String id, String kind, boolean untapped) {
    return Resource.of(
        ResourceRecord.builder(id, "hadera", "p" + id)
            .names(Map.of("en", id))
            .kind(kind)
            .localityId("centre")
            .untapped(untapped)
            .build());
  }
}
