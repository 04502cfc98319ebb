package org.educationcities.circle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.collaboration.Participant;
import org.educationcities.people.GuardianId;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.TopicId;
import org.educationcities.team.EducationTeams;
import org.educationcities.team.MemberLearning;
import org.educationcities.team.Team;
import org.educationcities.team.TeamPlan;
import org.educationcities.team.TeamProblem;
import org.jspecify.annotations.Nullable;

/**
 * The classroom circle: puts a class into Education Teams in which every member both teaches and
 * learns as far as that can be, with the educator as coach and families beside them. Stateless and
 * thread-safe; the same class and seed give the same teams.
 */
public final class ClassroomTeams {
  private ClassroomTeams() {}

  /**
   * The teams of a class, as proposals. A class of one has none.
   *
   * @param seed of the search in classes of more than {@value EducationTeams#EXACT_UP_TO}
   * @throws IllegalArgumentException if the class has more than {@value TeamProblem#MOST_MEMBERS}
   *     learners, the team size is below 2, or a wish names somebody else
   */
  public static ClassroomPlan compose(ClassroomGroup group, Occasion occasion, long seed) {
    int size = group.learners().size();
    if (size < 2) {
      return new ClassroomPlan(
          List.of(),
          group.learners().stream().map(each -> new LearnerId(each.id())).toList(),
          null);
    }
    TeamProblem.Builder problem =
        TeamProblem.builder()
            .topics(group.topics().stream().map(TopicId::value).toList())
            .members(group.learners().stream().map(TeamMembers::of).toList())
            .sizes(TeamProblem.sizesOfAbout(size, group.teamSize()));
    group.wishes().forEach(problem::wish);
    TeamPlan plan = EducationTeams.compose(problem.build(), seed);
    Map<String, MemberLearning> learning = new HashMap<>();
    plan.learning().forEach(each -> learning.put(each.member(), each));
    List<EducationTeam> teams =
        plan.teams().stream().map(team -> team(group, team, learning, occasion)).toList();
    List<LearnerId> left = plan.left().stream().map(each -> new LearnerId(each.member())).toList();
    return new ClassroomPlan(teams, left, plan);
  }

  private static EducationTeam team(
      ClassroomGroup group, Team team, Map<String, MemberLearning> learning, Occasion occasion) {
    List<LearnerId> members = team.members().stream().map(LearnerId::new).toList();
    List<Participant> participants = new ArrayList<>();
    Set<GuardianId> families = new LinkedHashSet<>();
    for (LearnerId member : members) {
      participants.add(
          new Participant(Party.of(member), part(learning.get(member.value())), group.home()));
      families.addAll(group.familyOf(member.value()));
    }
    group
        .coaches()
        .forEach(
            coach ->
                participants.add(new Participant(Party.of(coach), Part.COACHES, group.home())));
    families.forEach(
        guardian ->
            participants.add(new Participant(Party.of(guardian), Part.ACCOMPANIES, group.home())));
    Collaboration proposal =
        occasion
            .propose(CollaborationKind.EDUCATION_TEAM, participants, group.goal().topic().value())
            .goals(List.of(group.goal()))
            .build();
    return new EducationTeam(members, team.lessons(), TeamRoles.in(team), proposal);
  }

  /**
   * Whoever neither teaches nor learns yet is there to learn; the plan tells that they are left.
   */
  private static Part part(@Nullable MemberLearning learning) {
    if (learning == null || !learning.teaches()) {
      return Part.LEARNS;
    }
    return learning.learns() ? Part.TEACHES_AND_LEARNS : Part.TEACHES;
  }
}
