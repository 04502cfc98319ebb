package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who teaches whom what in one team, and how a composition is written down. */
class LessonPlannerTest {

  private static TeamMember member(String id, int s, int t) {
    return new TeamMember(id, Map.of("s", s, "t", t), Map.of());
  }

  private static List<Lesson> plan(TeamMember... members) {
    TeamProblem problem =
        TeamProblem.builder()
            .topics(List.of("s", "t"))
            .members(List.of(members))
            .sizes(List.of(members.length))
            .build();
    TeamModel model = new TeamModel(problem);
    return LessonPlanner.plan(model, problem, model.everyone());
  }

  @Test
  void lessonsAreSpreadEvenlyAmongEquals() {
    assertThat(
            plan(
                member("a", 4, 0),
                member("b", 4, 0),
                member("c", 0, 0),
                member("d", 1, 0),
                member("e", 0, 0)))
        .containsExactly(
            new Lesson("a", "c", "s", 0, 4),
            new Lesson("a", "e", "s", 0, 4),
            new Lesson("b", "d", "s", 1, 4));
  }

  @Test
  void whoHasNoLessonTakesOneOverFromAnEqualWhoHasSeveral() {
    // By s alone a would teach c and b nobody: a and b are alike, and a comes first in t.
    assertThat(plan(member("a", 3, 3), member("b", 3, 0), member("c", 0, 0)))
        .containsExactly(
            new Lesson("a", "b", "t", 0, 3),
            new Lesson("a", "c", "t", 0, 3),
            new Lesson("b", "c", "s", 0, 3));
  }

  @Test
  void whoIsAheadOfSomebodyButNotFurthestJoinsWhereItIsWorthMost() {
    TeamMember importantT = new TeamMember("c", Map.of(), Map.of("t", 4));
    assertThat(plan(member("a", 4, 4), member("b", 3, 2), importantT))
        .containsExactly(
            new Lesson("a", "b", "s", 3, 4),
            new Lesson("a", "b", "t", 2, 4),
            new Lesson("a", "c", "s", 0, 4),
            new Lesson("a", "c", "t", 0, 4),
            new Lesson("b", "c", "t", 0, 2));
  }

  @Test
  void whoIsBelowTheLeastProficiencyOrAheadOfNobodyTeachesNobody() {
    assertThat(plan(member("a", 4, 0), member("b", 1, 0), member("c", 0, 0)))
        .containsExactly(new Lesson("a", "b", "s", 1, 4), new Lesson("a", "c", "s", 0, 4));
    assertThat(plan(member("a", 3, 3), member("b", 3, 3))).isEmpty();
  }

  @Test
  void aPlanIsWrittenInTheOrderOfItsSizesAndOfItsLeastMembers() {
    TeamProblem problem =
        TeamProblem.builder()
            .topics(List.of("s", "t"))
            .members(
                List.of(
                    member("a", 4, 0),
                    member("b", 0, 4),
                    member("c", 4, 0),
                    member("d", 0, 4),
                    member("e", 0, 0),
                    member("f", 2, 2),
                    member("g", 3, 1)))
            .sizes(List.of(2, 3, 2))
            .build();
    TeamModel model = new TeamModel(problem);
    // c d, e f g, a b
    List<Long> composition = List.of(0b0001100L, 0b1110000L, 0b0000011L);
    TeamValue value =
        composition.stream().map(model::value).reduce(TeamValue.NONE, TeamValue::plus);

    TeamPlan plan = PlanWriter.write(problem, model, TeamPlan.Method.SEARCHED, composition, value);

    assertThat(plan.teams().stream().map(Team::members).toList())
        .containsExactly(List.of("a", "b"), List.of("e", "f", "g"), List.of("c", "d"));
    assertThat(plan.learning().stream().map(MemberLearning::member).toList())
        .containsExactly("a", "b", "c", "d", "e", "f", "g");
    assertThat(TeamChecker.faults(problem, plan)).isEmpty();
    assertThat(plan.isProvenBest()).isTrue();
    assertThat(plan.left().stream().map(MemberLearning::member).toList()).containsExactly("e");
  }
}
