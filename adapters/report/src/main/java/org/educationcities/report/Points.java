package org.educationcities.report;

import java.util.Objects;

/**
 * One line of an affinity's explanation.
 *
 * @param side whose gain it is
 * @param label the topic or the rule, in the page's language
 * @param points how many points it adds, 0..1000
 */
public record Points(Side side, String label, int points) {
  /** Whose gain points of an affinity are. */
  public enum Side {
    /** What the learner gains. */
    LEARNER,
    /** What the city gains. */
    CITY,
    /** A stated bonus: a bond that goes on, or who got least in earlier rounds. */
    BONUS
  }

  /** A line, checked. */
  public Points {
    Objects.requireNonNull(side, "side");
    label = Checks.name(label, "label of points");
    Checks.points(points, "number of points");
  }
}
