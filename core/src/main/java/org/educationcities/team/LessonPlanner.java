package org.educationcities.team;

import java.util.ArrayList;
import java.util.List;

/**
 * Who teaches whom what in one team: each learner each topic from one who is furthest ahead,
 * lessons spread evenly among equals; then whoever could teach and has no lesson yet takes one over
 * from an equal who has several, or else joins one as a second teacher.
 */
final class LessonPlanner {
  private final TeamModel model;
  private final TeamProblem problem;
  private final int[] team;
  private final int[] load;
  private final List<int[]> lessons = new ArrayList<>();

  private LessonPlanner(TeamModel model, TeamProblem problem, long members) {
    this.model = model;
    this.problem = problem;
    team = new int[Long.bitCount(members)];
    load = new int[model.members];
    int at = 0;
    for (long rest = members; rest != 0; rest &= rest - 1) {
      team[at++] = Long.numberOfTrailingZeros(rest);
    }
  }

  static List<Lesson> plan(TeamModel model, TeamProblem problem, long members) {
    LessonPlanner planner = new LessonPlanner(model, problem, members);
    planner.teachFromTheBest(model.top(members));
    for (int member : planner.team) {
      if (planner.load[member] == 0) {
        planner.findLessonFor(member);
      }
    }
    return planner.lessons();
  }

  private void teachFromTheBest(int[] top) {
    for (int topic = 0; topic < model.topics; topic++) {
      for (int learner : team) {
        if (model.level[learner][topic] >= top[topic]) {
          continue;
        }
        int teacher = -1;
        for (int candidate : team) {
          if (model.level[candidate][topic] == top[topic]
              && (teacher < 0 || load[candidate] < load[teacher])) {
            teacher = candidate;
          }
        }
        load[teacher]++;
        lessons.add(new int[] {teacher, learner, topic});
      }
    }
  }

  private void findLessonFor(int member) {
    int[] joined = null;
    int bestLift = 0;
    for (int[] lesson : lessons) {
      int learner = lesson[1];
      int topic = lesson[2];
      int level = model.level[member][topic];
      int lift = level - model.level[learner][topic];
      if (level < model.teachingFrom || lift <= 0) {
        continue;
      }
      if (level == model.level[lesson[0]][topic] && load[lesson[0]] > 1) {
        load[lesson[0]]--;
        load[member]++;
        lesson[0] = member;
        return;
      }
      int worth = lift * model.importance[learner][topic];
      if (worth > bestLift) {
        bestLift = worth;
        joined = lesson;
      }
    }
    if (joined != null) {
      load[member]++;
      lessons.add(new int[] {member, joined[1], joined[2]});
    }
  }

  private List<Lesson> lessons() {
    lessons.sort(
        (a, b) ->
            a[0] != b[0]
                ? Integer.compare(a[0], b[0])
                : a[1] != b[1] ? Integer.compare(a[1], b[1]) : Integer.compare(a[2], b[2]));
    List<Lesson> result = new ArrayList<>();
    for (int[] lesson : lessons) {
      result.add(
          new Lesson(
              problem.members().get(lesson[0]).id(),
              problem.members().get(lesson[1]).id(),
              problem.topics().get(lesson[2]),
              model.level[lesson[1]][lesson[2]],
              model.level[lesson[0]][lesson[2]]));
    }
    return result;
  }
}
