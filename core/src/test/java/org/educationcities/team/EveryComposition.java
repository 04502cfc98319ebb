package org.educationcities.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best score by trying every composition, written from the definition alone. */
final class EveryComposition {
  private final TeamProblem problem;
  private final int[] teamOf;
  private final int[] free;
  private @Nullable TeamScore best;

  private EveryComposition(TeamProblem problem) {
    this.problem = problem;
    teamOf = new int[problem.members().size()];
    free = problem.sizes().stream().mapToInt(Integer::intValue).toArray();
  }

  static TeamScore bestScore(TeamProblem problem) {
    EveryComposition every = new EveryComposition(problem);
    every.place(0);
    if (every.best == null) {
      throw new AssertionError("no composition");
    }
    return every.best;
  }

  private void place(int member) {
    if (member == teamOf.length) {
      TeamScore score = score();
      if (best == null || score.compareTo(best) > 0) {
        best = score;
      }
      return;
    }
    for (int team = 0; team < free.length; team++) {
      if (free[team] > 0) {
        free[team]--;
        teamOf[member] = team;
        place(member + 1);
        free[team]++;
      }
    }
  }

  private TeamScore score() {
    int[] broken = new int[2];
    List<TeamMember> members = problem.members();
    for (TeamWish wish : problem.wishes()) {
      boolean same = teamOf(wish.first()) == teamOf(wish.second());
      if (same == (wish.kind() == TeamWish.Kind.APART)) {
        broken[wish.strength() == TeamWish.Strength.FIRM ? 0 : 1]++;
      }
    }
    int complete = 0;
    int sum = 0;
    Integer[] perMille = new Integer[members.size()];
    for (int i = 0; i < members.size(); i++) {
      int points = 0;
      int attainable = 0;
      boolean teaches = false;
      for (String topic : problem.topics()) {
        int own = members.get(i).proficiencyIn(topic);
        int here = 0;
        int anywhere = 0;
        for (int j = 0; j < members.size(); j++) {
          int other = members.get(j).proficiencyIn(topic);
          boolean same = teamOf[i] == teamOf[j];
          if (other >= problem.teachingFrom() && other > own) {
            anywhere = Math.max(anywhere, other - own);
            here = same ? Math.max(here, other - own) : here;
          }
          teaches |= same && own >= problem.teachingFrom() && own > other;
        }
        points += here * members.get(i).importanceOf(topic);
        attainable += anywhere * members.get(i).importanceOf(topic);
      }
      complete += teaches && points > 0 ? 1 : 0;
      sum += points;
      perMille[i] = attainable == 0 ? 1000 : 1000 * points / attainable;
    }
    Arrays.sort(perMille);
    return new TeamScore(
        broken[0], complete, broken[1], new ArrayList<>(Arrays.asList(perMille)), sum);
  }

  private int teamOf(String id) {
    for (int i = 0; i < teamOf.length; i++) {
      if (problem.members().get(i).id().equals(id)) {
        return teamOf[i];
      }
    }
    throw new AssertionError(id);
  }
}
