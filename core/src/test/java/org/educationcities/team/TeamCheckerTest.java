package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checker against plans that were tampered with. */
class TeamCheckerTest {

  private final Random random = new Random(11);

  @Test
  void rejectsMembersWhoChangedPlacesWithoutTheFiguresFollowing() {
    assertRejected(
        plan -> {
          List<Team> teams = new ArrayList<>(plan.teams());
          List<String> first = new ArrayList<>(teams.get(0).members());
          List<String> second = new ArrayList<>(teams.get(1).members());
          String moved = first.set(0, second.get(0));
          second.set(0, moved);
          teams.set(0, new Team(first, teams.get(0).lessons()));
          teams.set(1, new Team(second, teams.get(1).lessons()));
          return withTeams(plan, teams);
        });
  }

  @Test
  void rejectsAMemberInTwoTeams() {
    assertRejected(
        plan -> {
          List<Team> teams = new ArrayList<>(plan.teams());
          List<String> first = new ArrayList<>(teams.get(0).members());
          first.set(0, teams.get(1).members().get(0));
          teams.set(0, new Team(first, teams.get(0).lessons()));
          return withTeams(plan, teams);
        });
  }

  @Test
  void rejectsALessonThatIsMissing() {
    assertRejected(
        plan -> {
          List<Team> teams = new ArrayList<>(plan.teams());
          List<Lesson> lessons = new ArrayList<>(teams.get(0).lessons());
          lessons.remove(random.nextInt(lessons.size()));
          teams.set(0, new Team(teams.get(0).members(), lessons));
          return withTeams(plan, teams);
        });
  }

  @Test
  void rejectsALessonThatNobodyCanGive() {
    assertRejected(
        plan -> {
          List<Team> teams = new ArrayList<>(plan.teams());
          List<Lesson> lessons = new ArrayList<>(teams.get(0).lessons());
          Lesson lesson = lessons.get(0);
          String pupil = lesson.learner();
          String upsideDown = lesson.teacher();
          lessons.add(new Lesson(pupil, upsideDown, lesson.topic(), lesson.from(), lesson.to()));
          teams.set(0, new Team(teams.get(0).members(), lessons));
          return withTeams(plan, teams);
        });
  }

  @Test
  void rejectsLearningToldTooHigh() {
    assertRejected(
        plan -> {
          List<MemberLearning> learning = new ArrayList<>(plan.learning());
          MemberLearning one = learning.get(0);
          learning.set(
              0,
              new MemberLearning(
                  one.member(),
                  one.teaches(),
                  one.learns(),
                  one.points() + 1,
                  one.attainable(),
                  one.perMille()));
          return new TeamPlan(
              plan.method(),
              plan.teams(),
              learning,
              plan.brokenWishes(),
              plan.unknown(),
              plan.score(),
              plan.bound());
        });
  }

  @Test
  void rejectsAnAttainableLearningThatIsToldTooLow() {
    assertRejected(
        plan -> {
          List<MemberLearning> learning = new ArrayList<>(plan.learning());
          MemberLearning one = learning.get(learning.size() - 1);
          learning.set(
              learning.size() - 1,
              new MemberLearning(
                  one.member(),
                  one.teaches(),
                  one.learns(),
                  one.points(),
                  one.attainable() - 1,
                  one.perMille()));
          return new TeamPlan(
              plan.method(),
              plan.teams(),
              learning,
              plan.brokenWishes(),
              plan.unknown(),
              plan.score(),
              plan.bound());
        });
  }

  @Test
  void rejectsABrokenWishThatIsHiddenOrInvented() {
    assertRejected(
        plan ->
            new TeamPlan(
                plan.method(),
                plan.teams(),
                plan.learning(),
                plan.brokenWishes().isEmpty()
                    ? List.of(TeamWish.apart("m00", "m01"))
                    : plan.brokenWishes().subList(1, plan.brokenWishes().size()),
                plan.unknown(),
                plan.score(),
                plan.bound()));
  }

  @Test
  void rejectsAMemberWhoIsHiddenAmongTheUnknown() {
    assertRejected(
        plan ->
            new TeamPlan(
                plan.method(),
                plan.teams(),
                plan.learning(),
                plan.brokenWishes(),
                plan.unknown().isEmpty() ? List.of("m00") : List.of(),
                plan.score(),
                plan.bound()));
  }

  @Test
  void rejectsAScoreThatIsBetterThanTheTeams() {
    assertRejected(
        plan -> {
          TeamScore score = plan.score();
          List<Integer> perMille = new ArrayList<>(score.perMille());
          perMille.replaceAll(share -> Math.min(1000, share + 1));
          Collections.sort(perMille);
          return withScore(
              plan,
              new TeamScore(
                  score.firmWishesBroken(),
                  score.complete(),
                  score.wishesBroken(),
                  perMille,
                  score.points() + 1),
              plan.bound());
        });
  }

  @Test
  void rejectsABoundBelowTheScore() {
    assertRejected(
        plan -> {
          TeamScore score = plan.score();
          return withScore(
              plan,
              score,
              new TeamScore(
                  score.firmWishesBroken(),
                  score.complete(),
                  score.wishesBroken(),
                  score.perMille(),
                  score.points() - 1));
        });
  }

  private void assertRejected(UnaryOperator<TeamPlan> tamper) {
    for (int instance = 0; instance < Trials.of(200); instance++) {
      TeamProblem.Builder builder = Classes.withoutWishes(random, 8, 3, 4).teachingFrom(1);
      builder.wish(Classes.wish(random, 8)).wish(Classes.wish(random, 8));
      TeamProblem problem = builder.build();
      TeamPlan plan = EducationTeams.compose(problem, instance);
      if (plan.teams().get(0).lessons().isEmpty()) {
        continue;
      }
      TeamPlan tampered = tamper.apply(plan);
      if (!tampered.equals(plan)) {
        assertThat(TeamChecker.faults(problem, tampered)).as("instance %d", instance).isNotEmpty();
      }
    }
  }

  private static TeamPlan withTeams(TeamPlan plan, List<Team> teams) {
    return new TeamPlan(
        plan.method(),
        teams,
        plan.learning(),
        plan.brokenWishes(),
        plan.unknown(),
        plan.score(),
        plan.bound());
  }

  private static TeamPlan withScore(TeamPlan plan, TeamScore score, TeamScore bound) {
    return new TeamPlan(
        plan.method(),
        plan.teams(),
        plan.learning(),
        plan.brokenWishes(),
        plan.unknown(),
        score,
        bound);
  }
}
