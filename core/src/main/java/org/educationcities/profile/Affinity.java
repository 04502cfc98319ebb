package org.educationcities.profile;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How much a pairing gives both sides, with its explanation. Immutable.
 *
 * @param points 0 to 1000; 0 means that the learner learns nothing, and nobody is placed there
 * @param explanation what the points are made of, greatest first; adds up to {@code points} exactly
 */
public record Affinity(int points, List<Line> explanation) {

  /** Where points come from. */
  public enum Source {
    /** A growth area of the learner that the other side's strengths serve. */
    LEARNER_GAIN,
    /** A growth area of the other side that the learner's strengths serve: the city in return. */
    CITY_GAIN,
    /** A bond that both sides want to go on. */
    CONTINUING_BOND,
    /** The learner got least in earlier rounds. */
    LEAST_SERVED,
    /** Points above 1000, taken off again. */
    CAP
  }

  /**
   * One line of an explanation: data, for the host to render and translate.
   *
   * @param source where the points come from
   * @param topic the growth area served, as its id; empty for what is about no topic
   * @param servedBy the strength that serves it, as its topic's id; empty for what is about no
   *     topic
   * @param points how many of the points; below 0 for the cap only
   */
  public record Line(Source source, String topic, String servedBy, int points) {}

  /** An affinity whose explanation adds up. */
  public Affinity {
    explanation = ImmutableList.copyOf(explanation);
    int sum = explanation.stream().mapToInt(Line::points).sum();
    if (points < 0 || points > AffinityRule.SCALE || sum != points) {
      throw new IllegalArgumentException(
          "An affinity is 0 to 1000 and its explanation adds up to it, not "
              + points
              + " and "
              + sum
              + ".");
    }
  }
}
