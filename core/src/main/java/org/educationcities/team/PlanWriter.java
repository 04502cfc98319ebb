package org.educationcities.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From teams as bits back to ids, with who teaches whom and what everyone gets. */
final class PlanWriter {
  private PlanWriter() {}

  static TeamPlan write(
      TeamProblem problem,
      TeamModel model,
      TeamPlan.Method method,
      List<Long> composition,
      TeamValue bound) {
    List<Long> ordered = inOrderOfSizes(problem.sizes(), composition);
    List<Team> teams = new ArrayList<>();
    MemberLearning[] learning = new MemberLearning[model.members];
    int[] teamOf = new int[model.members];
    TeamValue value = TeamValue.NONE;
    for (int p = 0; p < ordered.size(); p++) {
      long team = ordered.get(p);
      value = value.plus(model.value(team));
      int[] top = model.top(team);
      int[] bottom = model.bottom(team);
      List<String> ids = new ArrayList<>();
      for (long rest = team; rest != 0; rest &= rest - 1) {
        int i = Long.numberOfTrailingZeros(rest);
        String id = problem.members().get(i).id();
        ids.add(id);
        teamOf[i] = p;
        int points = model.points(i, top);
        learning[i] =
            new MemberLearning(
                id,
                model.teaches(i, bottom),
                points > 0,
                points,
                model.attainable[i],
                model.perMille(i, points));
      }
      teams.add(new Team(ids, LessonPlanner.plan(model, problem, team)));
    }
    return new TeamPlan(
        method,
        teams,
        Arrays.asList(learning),
        broken(problem, teamOf),
        unknown(problem),
        value.score(),
        bound.score());
  }

  /** Teams of one size by their member of least index; sizes in the order they were asked for. */
  private static List<Long> inOrderOfSizes(List<Integer> sizes, List<Long> composition) {
    List<Long> waiting = new ArrayList<>(composition);
    waiting.sort(Comparator.comparing(Long::numberOfTrailingZeros));
    List<Long> ordered = new ArrayList<>();
    for (int size : sizes) {
      for (int p = 0; p < waiting.size(); p++) {
        if (Long.bitCount(waiting.get(p)) == size) {
          ordered.add(waiting.remove(p));
          break;
        }
      }
    }
    return ordered;
  }

  private static List<TeamWish> broken(TeamProblem problem, int[] teamOf) {
    Map<String, Integer> team = new HashMap<>();
    for (int i = 0; i < teamOf.length; i++) {
      team.put(problem.members().get(i).id(), teamOf[i]);
    }
    return problem.wishes().stream()
        .filter(
            wish ->
                Objects.equals(team.get(wish.first()), team.get(wish.second()))
                    != (wish.kind() == TeamWish.Kind.TOGETHER))
        .toList();
  }

  private static List<String> unknown(TeamProblem problem) {
    return problem.members().stream()
        .filter(
            member ->
                problem.topics().stream()
                    .noneMatch(
                        topic ->
                            member.proficiency().containsKey(topic)
                                || member.growth().containsKey(topic)))
        .map(TeamMember::id)
        .toList();
  }
}
