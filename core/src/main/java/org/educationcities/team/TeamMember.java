package org.educationcities.team;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One who may be in a team: a learner of a class, or an educator of a school. Immutable.
 *
 * @param id the host's opaque id; never a name
 * @param proficiency how far they are in each topic, 0 none, 1 starting, 2 on one's own, 3 strong,
 *     4 could teach it; a topic that is absent counts as 0
 * @param growth the importance, 1 to 4, of each topic they want to grow in; a topic of the goal
 *     that is absent counts as 1, since the goal asks it of everyone
 */
public record TeamMember(String id, Map<String, Integer> proficiency, Map<String, Integer> growth) {

  /** The highest proficiency: could teach it. */
  public static final int HIGHEST_PROFICIENCY = 4;

  /** The greatest importance of a growth area. */
  public static final int GREATEST_IMPORTANCE = 4;

  /**
   * A member by id, strengths and growth areas.
   *
   * @throws IllegalArgumentException if the id is blank, a proficiency is outside 0..4 or an
   *     importance outside 1..4
   */
  public TeamMember {
    if (id.isBlank()) {
      throw new IllegalArgumentException(
          "A member's id is blank.\nMaybe pass the id under which the host knows them.");
    }
    proficiency = checked(proficiency, 0, HIGHEST_PROFICIENCY, "proficiency");
    growth = checked(growth, 1, GREATEST_IMPORTANCE, "importance of a growth area");
  }

  /** The proficiency in a topic, 0 where nothing is known. */
  public int proficiencyIn(String topic) {
    return proficiency.getOrDefault(topic, 0);
  }

  /** The importance of a topic of the goal: as stated, or 1. */
  public int importanceOf(String topic) {
    return growth.getOrDefault(topic, 1);
  }

  private static Map<String, Integer> checked(
      Map<String, Integer> levels, int least, int greatest, String what) {
    for (Map.Entry<String, Integer> entry : levels.entrySet()) {
      int level = entry.getValue();
      if (level < least || level > greatest) {
        throw new IllegalArgumentException(
            "A "
                + what
                + " is "
                + level
                + " in topic "
                + entry.getKey()
                + ".\nMaybe scale it to "
                + least
                + ".."
                + greatest
                + ".");
      }
    }
    // Sorted, so that nothing downstream depends on the host's order of iteration.
    return Collections.unmodifiableMap(new TreeMap<>(levels));
  }

  /** The id alone: what a learner can and cannot do belongs in no log. */
  @Override
  public String toString() {
    return "TeamMember[" + id + "]";
  }
}
