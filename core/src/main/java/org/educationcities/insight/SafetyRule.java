package org.educationcities.insight;

import org.educationcities.safeguarding.SafeguardingPolicy;

/**
 * By what rule figures about people are published.
 *
 * @param threshold figures about fewer people than this are hidden, 2 to 1000
 * @param rounding shown figures are rounded to a multiple of this, 1 to 1000
 * @param width whoever holds all that is published must not be able to pin a hidden count down to
 *     an interval shorter than this, 1 to 1000
 * @param dominancePercent a sum is hidden where one person makes up more than this part of it, 1 to
 *     100
 */
public record SafetyRule(int threshold, int rounding, int width, int dominancePercent) {

  /** Hidden below 10, rounded to 5, a width of 10, nobody more than half of a sum. */
  public static final SafetyRule STANDARD = new SafetyRule(10, 5, 10, 50);

  /** A rule whose numbers are in their ranges. */
  public SafetyRule {
    check("threshold", threshold, 2, 1000);
    check("rounding", rounding, 1, 1000);
    check("width", width, 1, 1000);
    check("part of one person", dominancePercent, 1, 100);
  }

  /**
   * The rule of a policy: its smallest cell and protection width, with the rounding and the
   * dominance of {@link #STANDARD}.
   */
  public static SafetyRule of(SafeguardingPolicy policy) {
    return new SafetyRule(
        policy.smallestCell(),
        STANDARD.rounding,
        policy.protectionWidth(),
        STANDARD.dominancePercent);
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "The " + what + " is " + least + " to " + most + ", not " + value + ".");
    }
  }

  /**
   * A single number of people that no other published figure adds up with; what stands in a table
   * goes through {@link SafePublication}, which looks after its neighbours too.
   *
   * @throws IllegalArgumentException if negative
   */
  public SafeFigure count(long people) {
    if (people < 0) {
      throw new IllegalArgumentException("A number of people is 0 or more, not " + people + ".");
    }
    return people < threshold ? SafeFigure.hidden() : SafeFigure.shown(rounded(people));
  }

  /**
   * A value that the doings of some people led to, such as the price of a place, or a mean or a
   * median of something each of them has: hidden where they are too few.
   *
   * @param value 0 or more
   * @param people how many people stand behind it
   */
  public SafeFigure about(long value, long people) {
    if (value < 0) {
      throw new IllegalArgumentException("A value is 0 or more, not " + value + ".");
    }
    return people < threshold ? SafeFigure.hidden() : SafeFigure.shown(rounded(value));
  }

  /** The nearest multiple, half up. */
  long rounded(long value) {
    return Math.floorDiv(value + rounding / 2, (long) rounding) * rounding;
  }

  /** The least value that is rounded to a published one. */
  long leastBehind(long published) {
    return Math.max(0, published - rounding / 2);
  }

  /** The greatest value that is rounded to a published one. */
  long mostBehind(long published) {
    return published - rounding / 2 + rounding - 1;
  }
}
