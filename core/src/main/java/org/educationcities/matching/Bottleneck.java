package org.educationcities.matching;

import java.util.List;

/**
 * Learners who together have fewer places than they are: every pair of theirs leads to one of these
 * opportunities (a violation of Hall's condition, 1935).
 *
 * @param learners who, by id
 * @param opportunities where all their pairs lead, by id; none if they have no pair at all
 * @param places how many places these have together
 */
public record Bottleneck(List<String> learners, List<String> opportunities, long places) {
  /** A bottleneck, its lists copied. */
  public Bottleneck {
    learners = List.copyOf(learners);
    opportunities = List.copyOf(opportunities);
  }

  /** How many of the learners must go without a place, whatever is done. */
  public long missing() {
    return learners.size() - places;
  }

  /** In words: learners, places, opportunities. */
  public Sentence sentence() {
    return Sentence.of(
        opportunities.isEmpty() ? "bottleneck.nowhere" : "bottleneck",
        (long) learners.size(),
        places,
        (long) opportunities.size());
  }
}
