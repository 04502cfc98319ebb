package org.educationcities.team;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a {@link TeamPlan} from the problem alone; shares no code with what composes plans.
 *
 * <p>It establishes that the teams are the class in the sizes asked for, that each lesson can be
 * given, that whoever can teach does and whatever can be learnt is taught by one who is furthest
 * ahead, that every figure is right and that the score does not exceed the bound. That a plan of
 * {@link TeamPlan.Method#EXACT} is the best is not established here: that would take solving again.
 */
public final class TeamChecker {
  private final TeamProblem problem;
  private final TeamPlan plan;
  private final Map<String, TeamMember> byId = new HashMap<>();
  private final Map<String, Integer> teamOf = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private TeamChecker(TeamProblem problem, TeamPlan plan) {
    this.problem = problem;
    this.plan = plan;
    problem.members().forEach(member -> byId.put(member.id(), member));
  }

  /** What is wrong with a plan, in words with ids; empty if nothing is. */
  public static List<String> faults(TeamProblem problem, TeamPlan plan) {
    TeamChecker checker = new TeamChecker(problem, plan);
    checker.checkPartition();
    if (checker.faults.isEmpty()) {
      plan.teams().forEach(checker::checkLessons);
      checker.checkLearning();
      checker.checkReports();
      checker.checkScore();
    }
    return List.copyOf(checker.faults);
  }

  private void checkPartition() {
    if (plan.teams().size() != problem.sizes().size()) {
      faults.add(plan.teams().size() + " teams instead of " + problem.sizes().size());
      return;
    }
    for (int p = 0; p < plan.teams().size(); p++) {
      List<String> members = plan.teams().get(p).members();
      if (members.size() != problem.sizes().get(p)) {
        faults.add("team " + p + " has " + members.size() + " members");
      }
      for (String id : members) {
        if (!byId.containsKey(id)) {
          faults.add("team " + p + " has " + id + ", who is not in the class");
        }
        if (teamOf.put(id, p) != null) {
          faults.add(id + " is in two teams");
        }
      }
    }
  }

  private boolean canTeach(TeamMember teacher, TeamMember learner, String topic) {
    int level = teacher.proficiencyIn(topic);
    return level >= problem.teachingFrom() && level > learner.proficiencyIn(topic);
  }

  private void checkLessons(Team team) {
    Set<String> teachers = new HashSet<>();
    Set<List<String>> seen = new HashSet<>();
    for (Lesson lesson : team.lessons()) {
      TeamMember teacher = byId.get(lesson.teacher());
      TeamMember learner = byId.get(lesson.learner());
      if (teacher == null
          || learner == null
          || !team.members().contains(lesson.teacher())
          || !team.members().contains(lesson.learner())) {
        faults.add("a lesson of " + lesson.teacher() + " crosses teams");
      } else if (!problem.topics().contains(lesson.topic())
          || !canTeach(teacher, learner, lesson.topic())
          || lesson.from() != learner.proficiencyIn(lesson.topic())
          || lesson.to() != teacher.proficiencyIn(lesson.topic())) {
        faults.add(lesson.teacher() + " cannot give a lesson in " + lesson.topic());
      }
      if (!seen.add(List.of(lesson.teacher(), lesson.learner(), lesson.topic()))) {
        faults.add(lesson.teacher() + " gives a lesson twice");
      }
      teachers.add(lesson.teacher());
    }
    for (String id : team.members()) {
      if (teachesIn(team, member(id)) != teachers.contains(id)) {
        faults.add(id + " can teach and does not");
      }
      for (String topic : problem.topics()) {
        int best = bestLevel(team, member(id), topic);
        int taught =
            team.lessons().stream()
                .filter(l -> l.learner().equals(id) && l.topic().equals(topic))
                .mapToInt(Lesson::to)
                .max()
                .orElse(-1);
        if (best != taught) {
          faults.add(id + " is not taught " + topic + " by who is furthest ahead");
        }
      }
    }
  }

  private TeamMember member(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private boolean teachesIn(Team team, TeamMember teacher) {
    for (String other : team.members()) {
      for (String topic : problem.topics()) {
        if (canTeach(teacher, member(other), topic)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The level of who is furthest ahead and can teach this learner the topic, or -1. */
  private int bestLevel(Team team, TeamMember learner, String topic) {
    int best = -1;
    for (String id : team.members()) {
      if (canTeach(member(id), learner, topic)) {
        best = Math.max(best, member(id).proficiencyIn(topic));
      }
    }
    return best;
  }

  private int points(Team team, TeamMember learner) {
    int points = 0;
    for (String topic : problem.topics()) {
      int best = bestLevel(team, learner, topic);
      if (best >= 0) {
        points += (best - learner.proficiencyIn(topic)) * learner.importanceOf(topic);
      }
    }
    return points;
  }

  private void checkLearning() {
    Team everyone = new Team(problem.members().stream().map(TeamMember::id).toList(), List.of());
    if (plan.learning().size() != problem.members().size()) {
      faults.add("learning is told of " + plan.learning().size() + " members");
      return;
    }
    for (int i = 0; i < plan.learning().size(); i++) {
      TeamMember member = problem.members().get(i);
      Team team = plan.teams().get(Objects.requireNonNull(teamOf.get(member.id())));
      int points = points(team, member);
      int attainable = points(everyone, member);
      MemberLearning right =
          new MemberLearning(
              member.id(),
              teachesIn(team, member),
              points > 0,
              points,
              attainable,
              attainable == 0 ? 1000 : (int) Math.floorDiv(1000L * points, attainable));
      if (!right.equals(plan.learning().get(i))) {
        faults.add("learning of " + member.id() + " is told wrongly");
      }
    }
  }

  private void checkReports() {
    List<TeamWish> broken = new ArrayList<>();
    for (TeamWish wish : problem.wishes()) {
      @Nullable Integer first = teamOf.get(wish.first());
      boolean together = first != null && first.equals(teamOf.get(wish.second()));
      if (together == (wish.kind() == TeamWish.Kind.APART)) {
        broken.add(wish);
      }
    }
    if (!broken.equals(plan.brokenWishes())) {
      faults.add("broken wishes are told wrongly");
    }
    List<String> unknown = new ArrayList<>();
    for (TeamMember member : problem.members()) {
      Set<String> known = new HashSet<>(member.proficiency().keySet());
      known.addAll(member.growth().keySet());
      known.retainAll(problem.topics());
      if (known.isEmpty()) {
        unknown.add(member.id());
      }
    }
    if (!unknown.equals(plan.unknown())) {
      faults.add("members of whom nothing is known are told wrongly");
    }
  }

  private void checkScore() {
    int firm = 0;
    for (TeamWish wish : plan.brokenWishes()) {
      firm += wish.strength() == TeamWish.Strength.FIRM ? 1 : 0;
    }
    int complete = 0;
    int points = 0;
    List<Integer> perMille = new ArrayList<>();
    for (MemberLearning learning : plan.learning()) {
      complete += learning.teaches() && learning.learns() ? 1 : 0;
      points += learning.points();
      perMille.add(learning.perMille());
    }
    perMille.sort(null);
    TeamScore right =
        new TeamScore(firm, complete, plan.brokenWishes().size() - firm, perMille, points);
    if (!right.equals(plan.score())) {
      faults.add("the score is " + plan.score() + " where it should be " + right);
    }
    if (right.compareTo(plan.bound()) > 0) {
      faults.add("the score exceeds the bound");
    }
  }
}
