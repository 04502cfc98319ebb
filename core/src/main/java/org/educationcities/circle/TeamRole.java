package org.educationcities.circle;

import java.util.Objects;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.TopicId;

/**
 * The role of a team's member by their strength: who takes the lead in a topic of the goal, since
 * they teach it to a teammate.
 *
 * @param member who
 * @param leadsIn in which topic
 */
public record TeamRole(LearnerId member, TopicId leadsIn) {
  /** A role. */
  public TeamRole {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(leadsIn, "leadsIn");
  }
}
