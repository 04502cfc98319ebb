package org.educationcities.examples.cityinabox.picture;

import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;
import org.educationcities.report.Figure;

/** From what insight lets out to what a page shows: a figure is safe, or it is not shown. */
final class Figures {
  static final SafetyRule RULE = SafetyRule.STANDARD;

  private Figures() {}

  static Figure of(SafeFigure safe) {
    return safe.isShown() ? Figure.of(safe.value().getAsLong()) : Figure.hidden();
  }

  /** A number about no person. */
  static Figure fact(long value) {
    return of(SafeFigure.ofPublicFact(value));
  }

  /** A number of people that stands alone. */
  static Figure people(long count) {
    return of(RULE.count(count));
  }

  /** A value that the doings of some people led to. */
  static Figure about(long value, long people) {
    return of(RULE.about(value, people));
  }
}
