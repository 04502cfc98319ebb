package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EducationTeamsTest {

  private static TeamMember member(String id, Map<String, Integer> proficiency) {
    return new TeamMember(id, proficiency, Map.of());
  }

  @Test
  void putsThoseTogetherWhoCanTeachEachOther() {
    TeamProblem problem =
        TeamProblem.builder()
            .topics(List.of("fractions", "drawing"))
            .member(member("a", Map.of("fractions", 4)))
            .member(member("b", Map.of("fractions", 4)))
            .member(member("c", Map.of("drawing", 3)))
            .member(member("d", Map.of("drawing", 3)))
            .wish(TeamWish.together("b", "c"))
            .sizes(List.of(2, 2))
            .build();

    TeamPlan plan = EducationTeams.compose(problem, 1);

    assertThat(plan.teams().get(0).members()).containsExactly("a", "d");
    assertThat(plan.teams().get(1).members()).containsExactly("b", "c");
    assertThat(plan.teams().get(0).lessons())
        .containsExactly(
            new Lesson("a", "d", "fractions", 0, 4), new Lesson("d", "a", "drawing", 0, 3));
    assertThat(plan.left()).isEmpty();
    assertThat(plan.isProvenBest()).isTrue();
    assertThat(TeamChecker.faults(problem, plan)).isEmpty();
  }

  @Test
  void tellsTheEducatorWhoIsLeft() {
    TeamProblem problem =
        TeamProblem.builder()
            .topics(List.of("fractions"))
            .member(member("strong", Map.of("fractions", 4)))
            .member(member("middle", Map.of("fractions", 2)))
            .member(member("new", Map.of()))
            .sizes(List.of(3))
            .build();

    TeamPlan plan = EducationTeams.compose(problem, 1);

    assertThat(plan.left())
        .containsExactly(
            new MemberLearning("new", false, true, 4, 4, 1000),
            new MemberLearning("strong", true, false, 0, 0, 1000));
    assertThat(plan.unknown()).containsExactly("new");
    // The one in the middle teaches too, as a second teacher.
    assertThat(plan.teams().get(0).lessons())
        .extracting(Lesson::teacher)
        .containsExactly("middle", "strong", "strong");
    assertThat(TeamChecker.faults(problem, plan)).isEmpty();
  }

  @Test
  void keepsAFirmWishBeforeLearningAndReportsWhatItCannotGrant() {
    TeamProblem problem =
        TeamProblem.builder()
            .topics(List.of("t"))
            .member(member("a", Map.of("t", 4)))
            .member(member("b", Map.of("t", 4)))
            .member(member("c", Map.of()))
            .member(member("d", Map.of()))
            .wish(TeamWish.together("a", "b").firm())
            .wish(TeamWish.apart("a", "b").firm())
            .wish(TeamWish.together("c", "a"))
            .sizes(List.of(2, 2))
            .build();

    TeamPlan plan = EducationTeams.compose(problem, 1);

    assertThat(plan.score().firmWishesBroken()).isEqualTo(1);
    assertThat(plan.brokenWishes()).containsExactly(TeamWish.together("a", "b").firm());
    assertThat(plan.score().least()).isEqualTo(1000);
  }

  @Test
  void equalsBruteForceOnTenThousandSmallClasses() {
    compareWithBruteForce(new Random(20261124), Trials.of(10_000), 7);
  }

  @Test
  @Tag("long")
  void equalsBruteForceOnAHundredThousandSmallClasses() {
    compareWithBruteForce(new Random(7), 100_000, 8);
  }

  private static void compareWithBruteForce(Random random, int instances, int most) {
    for (int instance = 0; instance < instances; instance++) {
      TeamProblem problem = Classes.any(random, most);
      TeamPlan plan = EducationTeams.compose(problem, instance);
      assertThat(plan.score())
          .as("instance %d", instance)
          .isEqualTo(EveryComposition.bestScore(problem));
      assertThat(TeamChecker.faults(problem, plan)).as("instance %d", instance).isEmpty();
      TeamValue bound = TeamRelaxation.bound(new TeamModel(problem), problem.sizes(), 0);
      assertThat(bound.score()).isGreaterThanOrEqualTo(plan.score());
    }
  }

  @Test
  void upToTwelveAreSolvedExactlyAndMoreAreSearched() {
    for (int size : new int[] {12, 13, 60}) {
      TeamProblem.Builder builder = TeamProblem.builder().topics(List.of("t"));
      for (int i = 0; i < size; i++) {
        builder.member(member("m" + i, Map.of("t", i % 2 == 0 ? 4 : 0)));
      }
      // All teams with both halves are alike, so that the search is over at its bound.
      TeamProblem problem = builder.sizes(List.of(size / 2, size - size / 2)).build();

      TeamPlan plan = EducationTeams.compose(problem, 1);

      assertThat(plan.method())
          .isEqualTo(size == 12 ? TeamPlan.Method.EXACT : TeamPlan.Method.SEARCHED);
      assertThat(plan.score().least()).isEqualTo(1000);
      assertThat(TeamChecker.faults(problem, plan)).isEmpty();
      assertThat(plan.isLeastServedProvenBest()).isTrue();
    }
  }

  @Test
  void baselinesAreCheckedToo() {
    Random random = new Random(5);
    for (int instance = 0; instance < Trials.of(500); instance++) {
      TeamProblem problem = Classes.any(random, 40);
      TeamPlan drawn = EducationTeams.random(problem, instance);
      TeamPlan balanced = EducationTeams.balancedByMean(problem);
      assertThat(TeamChecker.faults(problem, drawn)).isEmpty();
      assertThat(TeamChecker.faults(problem, balanced)).isEmpty();
    }
  }

  @Test
  @Tag("unmutated") // the whole search takes too long for every mutant: SearchedTeamsTest is quick
  void composesAClassOfFortyBetterThanBothBaselinesAndTheSameForTheSameSeed() {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      TeamProblem.Builder builder = Classes.withoutWishes(random, 40, 6, 4).teachingFrom(2);
      for (int wishes = 0; wishes < 10; wishes++) {
        builder.wish(Classes.wish(random, 40));
      }
      TeamProblem problem = builder.build();

      TeamPlan plan = EducationTeams.compose(problem, seed);

      assertThat(TeamChecker.faults(problem, plan)).isEmpty();
      assertThat(plan.score()).isGreaterThan(EducationTeams.balancedByMean(problem).score());
      assertThat(plan.score()).isGreaterThan(EducationTeams.random(problem, seed).score());
      assertThat(plan).isEqualTo(EducationTeams.compose(problem, seed));
    }
  }

  @Test
  void theOrderInWhichMembersAndWishesComeMakesNoDifference() {
    Random random = new Random(3);
    TeamProblem problem = Classes.any(random, 10);
    TeamProblem.Builder turned =
        TeamProblem.builder()
            .topics(problem.topics())
            .sizes(problem.sizes())
            .teachingFrom(problem.teachingFrom());
    for (int i = problem.members().size() - 1; i >= 0; i--) {
      turned.member(problem.members().get(i));
    }
    for (int i = problem.wishes().size() - 1; i >= 0; i--) {
      turned.wish(problem.wishes().get(i));
    }

    assertThat(EducationTeams.compose(turned.build(), 1))
        .isEqualTo(EducationTeams.compose(problem, 1));
  }

  @Test
  void refusesWhatIsNoClass() {
    TeamProblem.Builder builder =
        TeamProblem.builder().member(member("a", Map.of())).member(member("b", Map.of()));

    assertThatThrownBy(builder::build).hasMessageContaining("no topics");
    builder.topics(List.of("t"));
    assertThatThrownBy(builder::build).hasMessageContaining("Team sizes []");
    builder.sizes(List.of(2)).wish(TeamWish.apart("a", "gone"));
    assertThatThrownBy(builder::build).hasMessageContaining("gone");
    assertThatThrownBy(() -> builder.member(member("a", Map.of()))).hasMessageContaining("twice");
    assertThatThrownBy(() -> member("a", Map.of("t", 5))).hasMessageContaining("5 in topic t");
    assertThatThrownBy(() -> TeamWish.apart("a", "a")).hasMessageContaining("twice");
  }

  @Test
  void sizesAreAsLikeAsCanBe() {
    assertThat(TeamProblem.sizesOfAbout(31, 4)).containsExactly(4, 4, 4, 4, 4, 4, 4, 3);
    assertThat(TeamProblem.sizesOfAbout(3, 2)).containsExactly(3);
    for (int count = 2; count <= 60; count++) {
      int members = count;
      for (int about = 2; about <= 8; about++) {
        assertThat(TeamProblem.sizesOfAbout(members, about))
            .allMatch(size -> size >= 2)
            .satisfies(s -> assertThat(s.stream().mapToInt(i -> i).sum()).isEqualTo(members))
            .satisfies(s -> assertThat(s.get(0) - s.get(s.size() - 1)).isBetween(0, 1));
      }
    }
  }
}
