package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One plan, and each of its parts told wrongly by one: exactly that part is named. */
class TamperedTeamPlanTest {
  private static final TeamWish FIRM = TeamWish.together("a", "b").firm();
  private static final TeamWish APART = TeamWish.apart("b", "c");
  private static final TeamWish GRANTED = TeamWish.apart("a", "e").firm();

  private static final TeamProblem PROBLEM =
      TeamProblem.builder()
          .topics(List.of("s", "t"))
          .member(new TeamMember("a", Map.of("s", 4, "u", 4), Map.of("t", 3)))
          .member(new TeamMember("b", Map.of("s", 2, "t", 3), Map.of()))
          .member(new TeamMember("c", Map.of("s", 3, "t", 2), Map.of("s", 2)))
          .member(new TeamMember("d", Map.of("s", 1, "t", 4), Map.of()))
          .member(new TeamMember("e", Map.of("u", 2), Map.of("u", 1)))
          .sizes(List.of(2, 3))
          .wish(FIRM)
          .wish(APART)
          .wish(GRANTED)
          .build();

  /** A plan that can be changed part by part. */
  private static final class Draft {
    final List<List<String>> members = new ArrayList<>();
    final List<List<Lesson>> lessons = new ArrayList<>();
    final List<MemberLearning> learning;
    final List<TeamWish> broken;
    final List<String> unknown;
    int[] counts = {1, 4, 1};
    List<Integer> shares;
    int points;
    TeamScore bound;

    /** Teams a d and b c e, as they are written. */
    Draft() {
      TeamModel model = new TeamModel(PROBLEM);
      List<Long> composition = List.of(0b01001L, 0b10110L);
      TeamValue value = model.value(0b01001L).plus(model.value(0b10110L));
      TeamPlan plan = PlanWriter.write(PROBLEM, model, TeamPlan.Method.RANDOM, composition, value);
      for (Team team : plan.teams()) {
        members.add(new ArrayList<>(team.members()));
        lessons.add(new ArrayList<>(team.lessons()));
      }
      learning = new ArrayList<>(plan.learning());
      broken = new ArrayList<>(plan.brokenWishes());
      unknown = new ArrayList<>(plan.unknown());
      shares = new ArrayList<>(plan.score().perMille());
      points = plan.score().points();
      bound = plan.bound();
    }

    List<String> faults() {
      List<Team> teams = new ArrayList<>();
      for (int p = 0; p < members.size(); p++) {
        teams.add(new Team(members.get(p), lessons.get(p)));
      }
      TeamScore score = new TeamScore(counts[0], counts[1], counts[2], shares, points);
      return TeamChecker.faults(
          PROBLEM,
          new TeamPlan(TeamPlan.Method.RANDOM, teams, learning, broken, unknown, score, bound));
    }
  }

  private static List<String> after(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return draft.faults();
  }

  @Test
  void thePlanAsItIsStands() {
    Draft draft = new Draft();

    assertThat(draft.faults()).isEmpty();
    assertThat(draft.lessons.get(0))
        .containsExactly(new Lesson("a", "d", "s", 1, 4), new Lesson("d", "a", "t", 0, 4));
    assertThat(draft.lessons.get(1))
        .containsExactly(
            new Lesson("b", "c", "t", 2, 3),
            new Lesson("b", "e", "t", 0, 3),
            new Lesson("c", "b", "s", 2, 3),
            new Lesson("c", "e", "s", 0, 3));
    assertThat(draft.learning)
        .containsExactly(
            new MemberLearning("a", true, true, 12, 12, 1000),
            new MemberLearning("b", true, true, 1, 3, 333),
            new MemberLearning("c", true, true, 1, 4, 250),
            new MemberLearning("d", true, true, 3, 3, 1000),
            new MemberLearning("e", false, true, 6, 8, 750));
    assertThat(draft.broken).containsExactly(FIRM, APART);
    assertThat(draft.unknown).containsExactly("e");
  }

  @Test
  void theTeamsAreTheClassInItsSizes() {
    assertThat(after(d -> d.members.remove(1))).containsExactly("1 teams instead of 2");
    assertThat(after(d -> d.members.get(0).add(d.members.get(1).remove(0))))
        .containsExactly("team 0 has 3 members", "team 1 has 2 members");
    assertThat(after(d -> d.members.get(1).set(2, "x")))
        .containsExactly("team 1 has x, who is not in the class");
    assertThat(after(d -> d.members.get(1).set(2, "a"))).containsExactly("a is in two teams");
  }

  @Test
  void aLessonStaysInItsTeam() {
    String fault = "a lesson of %s crosses teams";
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("d", "b", "t", 3, 4))))
        .contains(String.format(fault, "d"));
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("b", "a", "t", 0, 3))))
        .containsExactly(String.format(fault, "b"));
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("x", "e", "t", 0, 3))))
        .containsExactly(String.format(fault, "x"));
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("b", "x", "t", 0, 3))))
        .containsExactly(String.format(fault, "b"));
  }

  @Test
  void aLessonIsOneThatCanBeGiven() {
    String fault = "%s cannot give a lesson in %s";
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("e", "b", "u", 0, 2))))
        .containsExactly(String.format(fault, "e", "u"), "e can teach and does not");
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("b", "e", "s", 0, 1))))
        .containsExactly(String.format(fault, "b", "s"));
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("b", "e", "s", 1, 2))))
        .containsExactly(String.format(fault, "b", "s"));
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("b", "e", "s", 0, 2)))).isEmpty();
    assertThat(after(d -> d.lessons.get(1).add(new Lesson("c", "e", "u", 0, 1))))
        .containsExactly(String.format(fault, "c", "u"));
    assertThat(after(d -> d.lessons.get(1).add(d.lessons.get(1).get(0))))
        .containsExactly("b gives a lesson twice");
  }

  @Test
  void whoIsBelowTheLeastProficiencyOrNotAheadGivesNoLesson() {
    TeamProblem problem =
        TeamProblem.builder()
            .topics(List.of("s"))
            .member(new TeamMember("a", Map.of("s", 1), Map.of()))
            .member(new TeamMember("b", Map.of(), Map.of("s", 4)))
            .sizes(List.of(2))
            .build();
    List<MemberLearning> learning =
        List.of(
            new MemberLearning("a", false, false, 0, 0, 1000),
            new MemberLearning("b", false, false, 0, 0, 1000));
    TeamScore score = new TeamScore(0, 0, 0, List.of(1000, 1000), 0);
    List<Lesson> lessons = List.of(new Lesson("a", "b", "s", 0, 1));

    assertThat(faults(problem, List.of(), learning, score)).isEmpty();
    assertThat(faults(problem, lessons, learning, score))
        .containsExactly(
            "a cannot give a lesson in s",
            "a can teach and does not",
            "b is not taught s by who is furthest ahead");
  }

  private static List<String> faults(
      TeamProblem problem, List<Lesson> lessons, List<MemberLearning> learning, TeamScore score) {
    Team team = new Team(List.of("a", "b"), lessons);
    return TeamChecker.faults(
        problem,
        new TeamPlan(
            TeamPlan.Method.EXACT, List.of(team), learning, List.of(), List.of(), score, score));
  }

  @Test
  void whoeverCanTeachDoesAndWhatCanBeLearntIsTaughtByTheBest() {
    assertThat(after(d -> d.lessons.get(1).remove(1)))
        .containsExactly("e is not taught t by who is furthest ahead");
    assertThat(after(d -> d.lessons.get(1).set(1, new Lesson("c", "e", "t", 0, 2))))
        .containsExactly("e is not taught t by who is furthest ahead");
    assertThat(
            after(
                d -> {
                  d.lessons.get(1).remove(1);
                  d.lessons.get(1).remove(0);
                }))
        .containsExactly(
            "b can teach and does not",
            "c is not taught t by who is furthest ahead",
            "e is not taught t by who is furthest ahead");
  }

  @Test
  void whatEachLearnsIsToldRight() {
    String fault = "learning of b is told wrongly";
    assertThat(after(d -> d.learning.remove(4)))
        .contains("learning is told of 4 members")
        .doesNotContain(fault);
    assertThat(after(d -> d.learning.set(1, new MemberLearning("x", true, true, 1, 3, 333))))
        .containsExactly(fault);
    assertThat(
            after(
                d -> {
                  d.learning.set(1, new MemberLearning("b", false, true, 1, 3, 333));
                  d.counts[1]--;
                }))
        .contains(fault);
    assertThat(
            after(
                d -> {
                  d.learning.set(1, new MemberLearning("b", true, false, 1, 3, 333));
                  d.counts[1]--;
                }))
        .contains(fault);
    assertThat(after(d -> d.learning.set(1, new MemberLearning("b", true, true, 1, 4, 333))))
        .containsExactly(fault);
    assertThat(
            after(
                d -> {
                  d.learning.set(1, new MemberLearning("b", true, true, 0, 3, 333));
                  d.points--;
                }))
        .containsExactly(fault);
    assertThat(
            after(
                d -> {
                  d.learning.set(1, new MemberLearning("b", true, true, 1, 3, 332));
                  d.shares.set(1, 332);
                }))
        .containsExactly(fault);
  }

  @Test
  void brokenWishesAndWhoIsUnknownAreToldRight() {
    assertThat(
            after(
                d -> {
                  d.broken.remove(1);
                  d.counts[2]--;
                  d.bound = new TeamScore(0, 5, 0, List.of(1000), 99);
                }))
        .containsExactly("broken wishes are told wrongly");
    assertThat(
            after(
                d -> {
                  d.broken.add(0, GRANTED);
                  d.counts[0]++;
                }))
        .containsExactly("broken wishes are told wrongly");
    String unknown = "members of whom nothing is known are told wrongly";
    assertThat(after(d -> d.unknown.clear())).containsExactly(unknown);
    assertThat(after(d -> d.unknown.add("a"))).containsExactly(unknown);
  }

  @Test
  void eachPartOfTheScoreIsRight() {
    List<Consumer<Draft>> changes =
        List.of(
            d -> d.counts[0]--,
            d -> d.counts[0]++,
            d -> d.counts[1]--,
            d -> d.counts[1]++,
            d -> d.counts[2]--,
            d -> d.counts[2]++,
            d -> d.shares.set(0, 249),
            d -> d.shares.remove(4),
            d -> d.points++,
            d -> d.points--);
    for (Consumer<Draft> change : changes) {
      assertThat(after(change)).hasSize(1).allMatch(fault -> fault.startsWith("the score is "));
    }
  }

  @Test
  void theBoundIsNotBelowTheScoreInAnyPart() {
    List<Integer> shares = List.of(250, 333, 750, 1000, 1000);
    List<TeamScore> below =
        List.of(
            new TeamScore(2, 5, 0, shares, 99),
            new TeamScore(1, 3, 0, shares, 99),
            new TeamScore(1, 4, 2, shares, 99),
            new TeamScore(1, 4, 1, List.of(249, 333, 750, 1000, 1000), 99),
            new TeamScore(1, 4, 1, List.of(250, 333, 750, 999, 1000), 99),
            new TeamScore(1, 4, 1, shares, 22));
    List<TeamScore> notBelow =
        List.of(
            new TeamScore(1, 4, 1, shares, 23),
            new TeamScore(1, 4, 1, List.of(251, 251, 251, 251, 251), 0),
            new TeamScore(1, 4, 0, List.of(0, 0, 0, 0, 0), 0),
            new TeamScore(1, 5, 9, List.of(0, 0, 0, 0, 0), 0),
            new TeamScore(0, 0, 9, List.of(0, 0, 0, 0, 0), 0));
    for (TeamScore bound : below) {
      assertThat(after(d -> d.bound = bound)).containsExactly("the score exceeds the bound");
    }
    for (TeamScore bound : notBelow) {
      assertThat(after(d -> d.bound = bound)).isEmpty();
    }
  }
}
