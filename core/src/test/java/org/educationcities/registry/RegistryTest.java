package org.educationcities.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.ForbiddenException;
import org.educationcities.InvalidInputException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.profile.Wish;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private final EducationCities cities = SmallCity.open();

  @AfterEach
  void close() {
    cities.close();
  }

  @Test
  void servesWhatItTookAsAHostWould() {
    LearnerRecord learner = SmallCity.learner("learner-1");
    cities.registry().take(SmallCity.ADMINISTRATOR, SmallCity.roster(List.of(learner)));

    Batch<LearnerRecord> batch =
        cities.sources().learners().read(Selection.byIds(Set.of("learner-1", "gone")));

    assertThat(batch.records()).containsExactly(learner);
    assertThat(batch.asOf()).isEqualTo(SmallCity.CLOCK.instant());
  }

  @Test
  void takingAgainChangesOnlyWhatDiffers() {
    List<LearnerRecord> learners =
        IntStream.range(0, 1200).mapToObj(i -> SmallCity.learner("learner-" + i)).toList();
    Roster first = SmallCity.roster(learners);
    List<LearnerRecord> changed = new ArrayList<>(learners);
    changed.set(7, LearnerRecord.builder("learner-7", "hadera").languages(List.of("ar")).build());

    assertThat(cities.registry().take(SmallCity.ADMINISTRATOR, first))
        .isEqualTo(new Registry.Taken(1200, 0, 2));
    assertThat(cities.registry().take(SmallCity.ADMINISTRATOR, first))
        .isEqualTo(new Registry.Taken(0, 0, 1202));
    assertThat(cities.registry().take(SmallCity.ADMINISTRATOR, SmallCity.roster(changed)))
        .isEqualTo(new Registry.Taken(0, 1, 1201));
  }

  @Test
  void readsPageAfterPage() {
    cities
        .registry()
        .take(
            SmallCity.ADMINISTRATOR,
            SmallCity.roster(
                IntStream.range(0, 25).mapToObj(i -> SmallCity.learner("learner-" + i)).toList()));

    List<String> seen = new ArrayList<>();
    Selection page = new Selection.OfAll(null, 10);
    while (page != null) {
      Batch<LearnerRecord> batch = cities.sources().learners().read(page);
      batch.records().forEach(each -> seen.add(each.id()));
      page = batch.next().map(next -> (Selection) new Selection.OfAll(next, 10)).orElse(null);
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void tellsEveryBrokenRuleAtOnceWithItsPathAndTakesNothing() {
    Roster broken =
        Roster.builder()
            .schools(
                List.of(
                    SchoolRecord.builder("school-8", "hadera").names(Map.of()).build(),
                    SchoolRecord.builder("school-9", "hadera")
                        .names(Map.of("not a tag!", "X"))
                        .languages(List.of("he", "??"))
                        .build()))
            .build();

    InvalidInputException error =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> cities.registry().take(SmallCity.ADMINISTRATOR, broken));

    assertThat(error.violations())
        .extracting(InvalidInputException.Violation::recordId)
        .containsExactly("school-8", "school-9", "school-9");
    assertThat(error.violations().get(1).path()).isEqualTo("languages[1].<list element>");
    assertThat(error.getMessage()).doesNotContain("??").contains("nothing was taken");
    assertThat(cities.sources().schools().read(Selection.first()).records()).hasSize(1);
  }

  /** Nothing evaluates what a host's record holds: messages are told by parameter only. */
  @Test
  void anExpressionInAValueIsNeitherEvaluatedNorRepeated() {
    String expression = "${7*7} {min} #{T(java.lang.Runtime)}";
    Roster broken =
        Roster.builder()
            .schools(
                List.of(
                    SchoolRecord.builder("school-8", "hadera")
                        .names(Map.of("en", "${7*7}", expression, "X"))
                        .languages(List.of(expression))
                        .build()))
            .build();

    InvalidInputException error =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> cities.registry().take(SmallCity.ADMINISTRATOR, broken));

    assertThat(error.violations()).hasSize(2);
    assertThat(error.violations())
        .extracting(InvalidInputException.Violation::rule)
        .allSatisfy(
            each -> assertThat(each).isNotBlank().doesNotContain("49", "{", "7*7", "Runtime"));
    assertThat(error.getMessage()).doesNotContain("49");
    assertThatThrownBy(() -> Class.forName("jakarta.el.ELContext"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void onlyAnAdministratorChangesTheRoster() {
    Roster roster = SmallCity.roster(List.of());

    assertThatThrownBy(() -> cities.registry().take(new Actor("learner-1", Role.LEARNER), roster))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void aLearnerSpeaksForThemselvesOnly() {
    Actor self = new Actor("learner-1", Role.LEARNER);
    Quest own =
        new Quest(
            new QuestId("q1"),
            new LearnerId("learner-1"),
            "How do bees find home?",
            Set.of(new TopicId("nature")));
    Quest of =
        new Quest(new QuestId("q2"), new LearnerId("learner-2"), "", Set.of(new TopicId("nature")));

    cities.quests().put(self, List.of(own));

    assertThat(cities.quests().of(new LearnerId("learner-1"))).containsExactly(own);
    assertThatThrownBy(() -> cities.quests().put(self, List.of(of)))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(
            () ->
                cities
                    .profiles()
                    .put(self, new Party(Party.Kind.LEARNER, "learner-2"), Profile.empty()))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void wishesComeBackDearestFirst() {
    LearnerId learner = new LearnerId("learner-1");
    WishList list =
        new WishList(learner, List.of(new Wish(learner, 2, "b"), new Wish(learner, 1, "a")));

    cities.quests().wish(SmallCity.ADMINISTRATOR, List.of(list));

    assertThat(cities.quests().wishesOf(learner).wishes())
        .extracting(Wish::opportunityId)
        .containsExactly("a", "b");
  }
}
