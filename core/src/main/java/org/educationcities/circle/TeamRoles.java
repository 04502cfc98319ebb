package org.educationcities.circle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;
import org.educationcities.team.Lesson;
import org.educationcities.team.Team;

/**
 * Gives each member who teaches a topic to lead in: different ones for as many members as possible
 * (a largest matching of members and topics, by augmenting paths; Kuhn 1955), then shared ones.
 */
final class TeamRoles {
  private final Map<String, Set<String>> taught = new TreeMap<>();
  private final Map<String, String> leaderOf = new HashMap<>();

  private TeamRoles(Team team) {
    for (Lesson lesson : team.lessons()) {
      taught.computeIfAbsent(lesson.teacher(), id -> new TreeSet<>()).add(lesson.topic());
    }
  }

  static List<TeamRole> in(Team team) {
    TeamRoles roles = new TeamRoles(team);
    roles.taught.keySet().forEach(member -> roles.lead(member, new HashSet<>()));
    Map<String, String> topicOf = new HashMap<>();
    roles.leaderOf.forEach((topic, member) -> topicOf.put(member, topic));
    List<TeamRole> given = new ArrayList<>();
    roles.taught.forEach(
        (member, topics) ->
            given.add(
                new TeamRole(
                    new LearnerId(member),
                    new TopicId(topicOf.getOrDefault(member, topics.iterator().next())))));
    return List.copyOf(given);
  }

  private boolean lead(String member, Set<String> tried) {
    for (String topic : taught.getOrDefault(member, Set.of())) {
      if (tried.add(topic)) {
        String leader = leaderOf.get(topic);
        if (leader == null || lead(leader, tried)) {
          leaderOf.put(topic, member);
          return true;
        }
      }
    }
    return false;
  }
}
