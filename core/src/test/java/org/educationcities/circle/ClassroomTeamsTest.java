package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.educationcities.city.Circle;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Goal;
import org.educationcities.collaboration.Home;
import org.educationcities.collaboration.Part;
import org.educationcities.people.AdultId;
import org.educationcities.people.GuardianId;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Party.Kind;
import org.junit.jupiter.api.Test;

/** The classroom circle. */
class ClassroomTeamsTest extends Circles {
  private static final Home CLASS = classroom("s1", "7a");
  private static final Goal GOAL = Goal.of(topic("robotics"), "robots that follow a line", 3);

  @Test
  void twoWhoCompleteEachOtherBecomeATeamWithTheirEducatorAndTheirFamilies() {
    ClassroomGroup group =
        ClassroomGroup.builder(CLASS, GOAL)
            .topic(topic("drawing"))
            .teamSize(2)
            .learner(
                party(Kind.LEARNER, "noa", CLASS, can("robotics", 4).wants("drawing", 3).profile()))
            .learner(
                party(
                    Kind.LEARNER, "adam", CLASS, can("drawing", 3).wants("robotics", 4).profile()))
            .coach(new AdultId("educator"))
            .family(new LearnerId("noa"), new GuardianId("guardian"))
            .build();

    ClassroomPlan plan = ClassroomTeams.compose(group, OCCASION, 1);

    assertThat(plan.left()).isEmpty();
    EducationTeam team = plan.teams().get(0);
    assertThat(team.roles())
        .containsExactlyInAnyOrder(
            new TeamRole(new LearnerId("adam"), topic("drawing")),
            new TeamRole(new LearnerId("noa"), topic("robotics")));
    assertThat(team.proposal().circle()).isEqualTo(Circle.CLASSROOM);
    assertThat(team.proposal().state()).isEqualTo(CollaborationState.PROPOSED);
    assertThat(team.proposal().goals()).containsExactly(GOAL);
    assertThat(team.proposal().withPart(Part.TEACHES_AND_LEARNS)).hasSize(2);
    assertThat(team.proposal().withPart(Part.COACHES))
        .containsExactly(Party.of(new AdultId("educator")));
    assertThat(team.proposal().withPart(Part.ACCOMPANIES))
        .containsExactly(Party.of(new GuardianId("guardian")));
  }

  @Test
  void somebodyOfAnotherClassIsRefused() {
    ProfiledParty other =
        party(Kind.LEARNER, "x", classroom("s1", "7b"), can("robotics", 2).profile());
    assertThatThrownBy(() -> ClassroomGroup.builder(CLASS, GOAL).learner(other))
        .hasMessageContaining("another class");
  }

  @Property(tries = 40)
  void everybodyIsInOneTeamAndWhoDoesNotBothTeachAndLearnIsTold(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int size) {
    ClassroomGroup.Builder group = ClassroomGroup.builder(CLASS, GOAL);
    TOPICS.forEach(each -> group.topic(topic(each)));
    drawn(new SplittableRandom(seed), Kind.LEARNER, "l", CLASS, size).forEach(group::learner);

    ClassroomPlan plan = ClassroomTeams.compose(group.build(), OCCASION, seed);

    Set<LearnerId> seen = new HashSet<>();
    Set<LearnerId> left = new HashSet<>(plan.left());
    for (EducationTeam team : plan.teams()) {
      assertThat(team.proposal().circle()).isEqualTo(Circle.CLASSROOM);
      for (LearnerId member : team.members()) {
        assertThat(seen.add(member)).isTrue();
        boolean teaches =
            team.lessons().stream().anyMatch(each -> each.teacher().equals(member.value()));
        boolean learns =
            team.lessons().stream().anyMatch(each -> each.learner().equals(member.value()));
        assertThat(left.contains(member)).isEqualTo(!(teaches && learns));
        assertThat(team.withoutRole().contains(member)).isEqualTo(!teaches);
      }
      team.roles()
          .forEach(
              role ->
                  assertThat(team.lessons())
                      .anyMatch(
                          each ->
                              each.teacher().equals(role.member().value())
                                  && each.topic().equals(role.leadsIn().value())));
    }
    if (size > 1) {
      assertThat(seen).hasSize(size);
    }
  }

  @Test
  void beforeASessionTheTeamHasOneFigureAndTheGreenHelpTheOthers() {
    EducationTeam team = teamOfThree();
    LearnerId a = new LearnerId("a");
    LearnerId b = new LearnerId("b");
    LearnerId c = new LearnerId("c");
    ReadinessCheck check =
        ReadinessCheck.of(
            team,
            topic("robotics"),
            Map.of(a, Readiness.GREEN, b, Readiness.RED, c, Readiness.YELLOW));

    assertThat(check.figure()).isEqualTo(new ReadinessCheck.TeamFigure(1, 1, 1, 0));
    assertThat(check.figure().isReady()).isFalse();
    assertThat(check.help())
        .containsExactly(new ReadinessCheck.Help(a, b), new ReadinessCheck.Help(a, c));
    assertThat(check.needsCoach()).isFalse();
    assertThat(ReadinessCheck.of(team, topic("robotics"), Map.of(b, Readiness.RED)).needsCoach())
        .isTrue();
    assertThatThrownBy(
            () ->
                ReadinessCheck.of(
                    team, topic("robotics"), Map.of(new LearnerId("z"), Readiness.RED)))
        .hasMessageContaining("not in the team");
  }

  private static EducationTeam teamOfThree() {
    ClassroomGroup.Builder group = ClassroomGroup.builder(CLASS, GOAL).teamSize(3);
    List.of("a", "b", "c")
        .forEach(
            id ->
                group.learner(
                    party(
                        Kind.LEARNER,
                        id,
                        CLASS,
                        can("robotics", id.equals("a") ? 4 : 1).profile())));
    return ClassroomTeams.compose(group.build(), OCCASION, 1).teams().get(0);
  }
}
