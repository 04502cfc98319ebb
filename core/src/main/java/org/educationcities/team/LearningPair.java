package org.educationcities.team;

import java.util.List;

/**
 * Two who learn from each other.
 *
 * @param first the id of who is from the first group
 * @param second the id of who is from the second group
 * @param points what both learn: over the growth areas of each, importance times the levels that
 *     the other is ahead
 * @param lessons who teaches whom what, in both directions
 */
public record LearningPair(String first, String second, int points, List<Lesson> lessons) {

  /** A pair; lessons are copied. */
  public LearningPair {
    lessons = List.copyOf(lessons);
  }
}
