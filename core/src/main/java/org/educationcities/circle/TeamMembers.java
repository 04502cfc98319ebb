package org.educationcities.circle;

import java.util.Map;
import java.util.TreeMap;
import org.educationcities.team.TeamMember;

/** Profiles as the team room takes them: ids and numbers. */
final class TeamMembers {
  private TeamMembers() {}

  static TeamMember of(ProfiledParty party) {
    Map<String, Integer> proficiency = new TreeMap<>();
    party
        .profile()
        .strengths()
        .forEach(each -> proficiency.put(each.topic().value(), each.proficiency().level()));
    Map<String, Integer> growth = new TreeMap<>();
    party
        .profile()
        .growthAreas()
        .forEach(each -> growth.put(each.topic().value(), each.importance().level()));
    return new TeamMember(party.id(), proficiency, growth);
  }
}
