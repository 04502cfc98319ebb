package org.educationcities.collaboration;

import java.util.Objects;
import org.educationcities.profile.TopicId;

/**
 * What a collaboration sets out to reach: one common figure, shown as theirs together, never as a
 * member's.
 *
 * @param topic what it is about
 * @param words what is counted, in their own words, at most 300 characters; personal, in no message
 * @param target how much of it is aimed at, 1 to 1,000,000
 * @param reached how much of it is reached, 0 or more; may go beyond the target
 */
public record Goal(TopicId topic, String words, int target, int reached) {
  /** A goal whose figures are in their ranges. */
  public Goal {
    Objects.requireNonNull(topic, "topic");
    if (words.length() > 300) {
      throw new IllegalArgumentException(
          "A goal's words have at most 300 characters, not " + words.length() + ".");
    }
    if (target < 1 || target > 1_000_000) {
      throw new IllegalArgumentException("A goal aims at 1 to 1,000,000, not " + target + ".");
    }
    if (reached < 0) {
      throw new IllegalArgumentException("A goal has reached 0 or more, not " + reached + ".");
    }
  }

  /** A goal of which nothing is reached yet. */
  public static Goal of(TopicId topic, String words, int target) {
    return new Goal(topic, words, target, 0);
  }

  /** The same goal with another figure reached. */
  public Goal reaching(int figure) {
    return new Goal(topic, words, target, figure);
  }

  /** Whether what was aimed at is reached. */
  public boolean isReached() {
    return reached >= target;
  }

  /** Without the words, which are theirs. */
  @Override
  public String toString() {
    return "Goal[" + topic + ", " + reached + "/" + target + "]";
  }
}
