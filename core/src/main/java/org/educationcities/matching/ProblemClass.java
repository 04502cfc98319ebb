package org.educationcities.matching;

import java.util.Objects;

/**
 * Whether a problem is a min-cost flow between two trees, and so solved exactly.
 *
 * @param isExact whether it is
 * @param outside the id of the first constraint outside the class; empty if it is exact
 * @param reason why that is outside, in words; empty if it is exact
 */
public record ProblemClass(boolean isExact, String outside, String reason) {
  /** Every quota fits into two nested families. */
  public static final ProblemClass EXACT = new ProblemClass(true, "", "");

  /** Checks that a problem outside says why. */
  public ProblemClass {
    Objects.requireNonNull(outside, "outside");
    Objects.requireNonNull(reason, "reason");
    if (isExact == !outside.isEmpty()) {
      throw new IllegalArgumentException("A problem is exact, or names what is outside.");
    }
  }

  static ProblemClass outside(String constraint, String reason) {
    return new ProblemClass(false, constraint, reason);
  }
}
