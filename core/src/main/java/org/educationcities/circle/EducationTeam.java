package org.educationcities.circle;

import java.util.List;
import java.util.Objects;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.LearnerId;
import org.educationcities.team.Lesson;

/**
 * A team of a class in which members teach and learn, with one common goal that stands in its
 * collaboration: the team's figure, never a member's.
 *
 * @param members who, by id
 * @param lessons who teaches whom what
 * @param roles who leads in which topic; everybody who teaches has one
 * @param proposal the collaboration that is proposed
 */
public record EducationTeam(
    List<LearnerId> members, List<Lesson> lessons, List<TeamRole> roles, Collaboration proposal) {
  /** A team; lists are copied. */
  public EducationTeam {
    members = List.copyOf(members);
    lessons = List.copyOf(lessons);
    roles = List.copyOf(roles);
    Objects.requireNonNull(proposal, "proposal");
  }

  /** The members without a role: the educator is told. */
  public List<LearnerId> withoutRole() {
    return members.stream()
        .filter(member -> roles.stream().noneMatch(role -> role.member().equals(member)))
        .toList();
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "EducationTeam[" + members.size() + "]";
  }
}
