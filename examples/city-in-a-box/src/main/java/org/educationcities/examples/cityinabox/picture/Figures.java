package org.educationcities.examples.cityinabox.picture;

import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;

/** From what insight lets out to what a page shows: a figure is safe, or it is not shown. */
final class Figures {
  static final SafetyRule RULE = SafetyRule.STANDARD;

  private Figures() {}

  /** A number about no person. */
  static SafeFigure fact(long value) {
    return SafeFigure.ofPublicFact(value);
  }

  /** A number of people that stands alone. */
  static SafeFigure people(long count) {
    return RULE.count(count);
  }

  /** A value that the doings of some people led to. */
  static SafeFigure about(long value, long people) {
    return RULE.about(value, people);
  }
}
