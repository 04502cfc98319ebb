package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Goal;
import org.educationcities.collaboration.Part;
import org.educationcities.collaboration.Participant;
import org.educationcities.people.AdultId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.TopicId;
import org.educationcities.team.EducationTeams;
import org.educationcities.team.Lesson;
import org.educationcities.team.MemberLearning;
import org.educationcities.team.Team;
import org.educationcities.team.TeamPlan;
import org.educationcities.team.TeamProblem;

/**
 * The school circle: educators in Education Teams of their own, where the strengths of each serve
 * the growth areas of others. Stateless and thread-safe; deterministic for a seed.
 *
 * <p>The topics are those in which somebody wants to grow and another can teach. More than {@value
 * #MOST_TOGETHER} educators are put into teams part by part, in the order of their ids.
 */
public final class TeacherTeams {
  /** So many educators are composed at once. */
  public static final int MOST_TOGETHER = 40;

  private TeacherTeams() {}

  /**
   * A team of educators.
   *
   * @param members who, by id
   * @param lessons who teaches whom what
   * @param proposal the collaboration that is proposed
   */
  public record TeacherTeam(List<AdultId> members, List<Lesson> lessons, Collaboration proposal) {
    /** A team; lists are copied. */
    public TeacherTeam {
      members = List.copyOf(members);
      lessons = List.copyOf(lessons);
    }

    /** Counts only. */
    @Override
    public String toString() {
      return "TeacherTeam[" + members.size() + "]";
    }
  }

  /**
   * The educators of a school in teams.
   *
   * @param teams the teams
   * @param left who does not both teach and learn, or is in no team
   */
  public record Result(List<TeacherTeam> teams, List<AdultId> left) {
    /** A result; lists are copied. */
    public Result {
      teams = List.copyOf(teams);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each team. */
    public List<Collaboration> proposals() {
      return teams.stream().map(TeacherTeam::proposal).toList();
    }
  }

  /**
   * Puts the educators of a school into teams. A team in which nobody teaches anything is not
   * proposed.
   *
   * @param teamSize about how many are in a team, 2 or more
   * @throws IllegalArgumentException if they are of two schools or somebody is no adult
   */
  public static Result compose(
      List<ProfiledParty> educators, int teamSize, Occasion occasion, long seed) {
    educators.forEach(each -> ProfiledParty.require(each, Party.Kind.ADULT));
    if (educators.stream().map(each -> each.home().school()).distinct().count() > 1) {
      throw new IllegalArgumentException("Teacher teams are made within one school.");
    }
    List<ProfiledParty> sorted = new ArrayList<>(educators);
    sorted.sort(Comparator.comparing(ProfiledParty::id));
    List<TeacherTeam> teams = new ArrayList<>();
    Set<String> complete = new HashSet<>();
    int parts = (sorted.size() + MOST_TOGETHER - 1) / MOST_TOGETHER;
    for (int part = 0; part < parts; part++) {
      List<ProfiledParty> together =
          sorted.subList(sorted.size() * part / parts, sorted.size() * (part + 1) / parts);
      composePart(together, teamSize, occasion, seed, teams, complete);
    }
    List<AdultId> left =
        sorted.stream()
            .map(ProfiledParty::id)
            .filter(id -> !complete.contains(id))
            .map(AdultId::new)
            .toList();
    return new Result(teams, left);
  }

  private static void composePart(
      List<ProfiledParty> together,
      int teamSize,
      Occasion occasion,
      long seed,
      List<TeacherTeam> teams,
      Set<String> complete) {
    List<String> topics = topics(together);
    if (topics.isEmpty()) {
      return;
    }
    TeamPlan plan =
        EducationTeams.compose(
            TeamProblem.builder()
                .topics(topics)
                .members(together.stream().map(TeamMembers::of).toList())
                .sizes(TeamProblem.sizesOfAbout(together.size(), teamSize))
                .build(),
            seed);
    Map<String, ProfiledParty> byId = new HashMap<>();
    together.forEach(each -> byId.put(each.id(), each));
    Map<String, MemberLearning> learning = new HashMap<>();
    plan.learning().forEach(each -> learning.put(each.member(), each));
    for (Team team : plan.teams()) {
      if (!team.lessons().isEmpty()) {
        teams.add(team(team, byId, occasion));
        team.members().stream()
            .filter(id -> learning.get(id) != null && learning.get(id).isComplete())
            .forEach(complete::add);
      }
    }
  }

  /** Topics in which one wants to grow and another can teach, by id. */
  private static List<String> topics(List<ProfiledParty> together) {
    TreeMap<String, Set<String>> grow = new TreeMap<>();
    Map<String, Set<String>> teach = new HashMap<>();
    for (ProfiledParty each : together) {
      each.profile()
          .growthAreas()
          .forEach(
              area ->
                  grow.computeIfAbsent(area.topic().value(), t -> new HashSet<>()).add(each.id()));
      each.profile().strengths().stream()
          .filter(strength -> strength.proficiency().compareTo(Proficiency.INDEPENDENT) >= 0)
          .forEach(
              strength ->
                  teach
                      .computeIfAbsent(strength.topic().value(), t -> new HashSet<>())
                      .add(each.id()));
    }
    return grow.entrySet().stream()
        .filter(
            entry -> {
              Set<String> both = new HashSet<>(entry.getValue());
              Set<String> teachers = teach.getOrDefault(entry.getKey(), Set.of());
              both.addAll(teachers);
              return !teachers.isEmpty() && both.size() > 1;
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  private static TeacherTeam team(Team team, Map<String, ProfiledParty> byId, Occasion occasion) {
    List<Participant> participants = new ArrayList<>();
    for (String id : team.members()) {
      boolean teaches = team.lessons().stream().anyMatch(each -> each.teacher().equals(id));
      boolean learns = team.lessons().stream().anyMatch(each -> each.learner().equals(id));
      Part part =
          teaches && learns ? Part.TEACHES_AND_LEARNS : teaches ? Part.TEACHES : Part.LEARNS;
      participants.add(Objects.requireNonNull(byId.get(id)).as(part));
    }
    Map<String, Long> byTopic = new TreeMap<>();
    team.lessons().forEach(each -> byTopic.merge(each.topic(), 1L, Long::sum));
    String topic =
        byTopic.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey();
    Collaboration proposal =
        occasion
            .propose(CollaborationKind.TEACHER_TEAM, participants)
            .goals(List.of(Goal.of(new TopicId(topic), "", team.members().size())))
            .build();
    return new TeacherTeam(
        team.members().stream().map(AdultId::new).toList(), team.lessons(), proposal);
  }
}
