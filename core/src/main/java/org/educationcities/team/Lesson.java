package org.educationcities.team;

/**
 * Who teaches whom what within a team.
 *
 * @param teacher the id of who teaches
 * @param learner the id of who learns
 * @param topic the topic of the goal
 * @param from the learner's proficiency now, 0..3
 * @param to the teacher's proficiency, above {@code from}, at most 4
 */
public record Lesson(String teacher, String learner, String topic, int from, int to) {

  /**
   * A lesson up from one level towards another.
   *
   * @throws IllegalArgumentException if it leads nowhere
   */
  public Lesson {
    if (from < 0 || to <= from || to > TeamMember.HIGHEST_PROFICIENCY) {
      throw new IllegalArgumentException(
          "A lesson leads from "
              + from
              + " to "
              + to
              + ".\nMaybe teacher and learner are the wrong way round.");
    }
  }
}
