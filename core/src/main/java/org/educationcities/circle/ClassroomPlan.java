package org.educationcities.circle;

import java.util.List;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.LearnerId;
import org.educationcities.team.TeamPlan;
import org.jspecify.annotations.Nullable;

/**
 * A class in Education Teams.
 *
 * @param teams the teams
 * @param left who does not both teach and learn, or is in no team: the educator is told
 * @param plan how good it is and how far from the best there is; null where there are no teams
 */
public record ClassroomPlan(
    List<EducationTeam> teams, List<LearnerId> left, @Nullable TeamPlan plan) {
  /** A plan; lists are copied. */
  public ClassroomPlan {
    teams = List.copyOf(teams);
    left = List.copyOf(left);
  }

  /** What is proposed: a collaboration for each team. */
  public List<Collaboration> proposals() {
    return teams.stream().map(EducationTeam::proposal).toList();
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "ClassroomPlan[" + teams.size() + " teams, " + left.size() + " left]";
  }
}
