package org.educationcities.team;

import java.util.List;

/**
 * One team of a composition.
 *
 * @param members the ids of its members, in ascending order
 * @param lessons who teaches whom what; every member who can teach does, and every topic of the
 *     goal that a member can learn here is taught by one who is furthest ahead in it
 */
public record Team(List<String> members, List<Lesson> lessons) {

  /** A team by its members and lessons. */
  public Team {
    members = List.copyOf(members);
    lessons = List.copyOf(lessons);
  }
}
