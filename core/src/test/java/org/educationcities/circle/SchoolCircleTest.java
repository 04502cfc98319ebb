package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.city.Circle;
import org.educationcities.people.AdultId;
import org.educationcities.profile.Party.Kind;
import org.educationcities.profile.Profile;
import org.educationcities.team.Lesson;
import org.junit.jupiter.api.Test;

/** The school circle. */
class SchoolCircleTest extends Circles {

  @Test
  void anOlderLearnerIsPairedWithAYoungerOneWhoWantsWhatTheyCan() {
    SchoolClass older = schoolClass("9a", 9, "dana", can("chess", 4).profile());
    SchoolClass younger = schoolClass("3a", 3, "omer", wants("chess", 4).profile());

    SchoolPairs.Result result = SchoolPairs.compose(List.of(younger, older), OCCASION);

    assertThat(result.left()).isEmpty();
    SchoolPairs.Pair pair = result.pairs().get(0);
    assertThat(pair.older().value()).isEqualTo("dana");
    assertThat(pair.why().lessons()).containsExactly(new Lesson("dana", "omer", "chess", 0, 4));
    assertThat(pair.proposal().circle()).isEqualTo(Circle.SCHOOL);
  }

  @Test
  void classesOfOneGradeAreNotPaired() {
    SchoolClass one = schoolClass("5a", 5, "a", can("chess", 4).profile());
    SchoolClass other = schoolClass("5b", 5, "b", wants("chess", 4).profile());

    SchoolPairs.Result result = SchoolPairs.compose(List.of(one, other), OCCASION);

    assertThat(result.pairs()).isEmpty();
    assertThat(result.left()).hasSize(2);
  }

  @Property(tries = 100)
  void everyPairIsOlderWithYoungerAcrossClassesAndSomebodyLearns(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> gradeOf = new HashMap<>();
    List<SchoolClass> classes =
        IntStream.range(0, random.nextInt(6))
            .mapToObj(
                i -> {
                  int grade = random.nextInt(1, 8);
                  SchoolClass each =
                      new SchoolClass(
                          classroom("s1", "c" + i),
                          grade,
                          drawn(
                              random,
                              Kind.LEARNER,
                              "c" + i + "-",
                              classroom("s1", "c" + i),
                              random.nextInt(6)));
                  each.learners().forEach(learner -> gradeOf.put(learner.id(), grade));
                  return each;
                })
            .toList();

    SchoolPairs.Result result = SchoolPairs.compose(classes, OCCASION);

    Set<String> seen = new HashSet<>();
    for (SchoolPairs.Pair pair : result.pairs()) {
      assertThat(gradeOf.get(pair.older().value()))
          .isGreaterThan(gradeOf.get(pair.younger().value()));
      assertThat(pair.why().lessons()).isNotEmpty();
      assertThat(pair.proposal().circle()).isEqualTo(Circle.SCHOOL);
      assertThat(seen.add(pair.older().value())).isTrue();
      assertThat(seen.add(pair.younger().value())).isTrue();
    }
    result.left().forEach(each -> assertThat(seen.add(each.value())).isTrue());
    assertThat(seen).hasSameSizeAs(gradeOf.keySet());
  }

  @Property(tries = 40)
  void teachersTeachEachOtherAndWhoIsLeftIsTold(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ProfiledParty> educators =
        drawn(random, Kind.ADULT, "e", school("s1"), random.nextInt(11));

    TeacherTeams.Result result = TeacherTeams.compose(educators, 4, OCCASION, seed);

    Set<AdultId> members = new HashSet<>();
    for (TeacherTeams.TeacherTeam team : result.teams()) {
      team.members().forEach(each -> assertThat(members.add(each)).isTrue());
      assertThat(team.lessons()).isNotEmpty();
      assertThat(Circle.SCHOOL.holds(team.proposal().circle())).isTrue();
    }
    for (ProfiledParty each : educators) {
      AdultId id = new AdultId(each.id());
      boolean complete =
          result.teams().stream()
              .anyMatch(
                  team ->
                      team.lessons().stream().anyMatch(l -> l.teacher().equals(each.id()))
                          && team.lessons().stream().anyMatch(l -> l.learner().equals(each.id())));
      assertThat(result.left().contains(id)).isEqualTo(!complete);
    }
  }

  @Test
  void teachersOfTwoSchoolsAreRefused() {
    List<ProfiledParty> two =
        List.of(
            party(Kind.ADULT, "a", school("s1"), can("chess", 4).profile()),
            party(Kind.ADULT, "b", school("s2"), wants("chess", 4).profile()));
    assertThatThrownBy(() -> TeacherTeams.compose(two, 2, OCCASION, 1))
        .hasMessageContaining("one school");
  }

  private static SchoolClass schoolClass(String id, int grade, String learner, Profile profile) {
    return new SchoolClass(
        classroom("s1", id),
        grade,
        List.of(party(Kind.LEARNER, learner, classroom("s1", id), profile)));
  }
}
