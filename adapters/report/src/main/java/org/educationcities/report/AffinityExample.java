package org.educationcities.report;

import java.util.List;

/**
 * A worked example of affinity with an invented learner, to explain the number in the report. Let
 * the library compute it, so that the example can't differ from what is done.
 *
 * @param learner what the invented learner wants and can, in one sentence
 * @param opportunity what the opportunity teaches and needs, in one sentence
 * @param points the explanation, which adds up to the affinity; immutable
 * @param affinity the affinity, 0..1000
 */
public record AffinityExample(
    String learner, String opportunity, List<Points> points, int affinity) {
  /** An example, checked to add up. */
  public AffinityExample {
    learner = Checks.name(learner, "example's learner");
    opportunity = Checks.name(opportunity, "example's opportunity");
    points = List.copyOf(points);
    Checks.points(affinity, "example's affinity");
    int sum = points.stream().mapToInt(Points::points).sum();
    if (sum != affinity) {
      throw new IllegalArgumentException(
          "The example's points add up to "
              + sum
              + ", its affinity is "
              + affinity
              + ".\nMaybe a line of the explanation was left out.");
    }
  }
}
