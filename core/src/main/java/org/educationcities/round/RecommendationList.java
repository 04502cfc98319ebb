package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;

/**
 * What one learner is recommended, and what kept the rest out.
 *
 * @param best the best by affinity, then nearest, then by id
 * @param refusedByRule how many opportunities each hard rule refused, by its code; one that several
 *     refuse counts for each
 * @param withoutGain how many eligible ones would teach the learner nothing
 * @param profileKnown whether anything is known of what the learner wants to learn; if not, nothing
 *     is guessed
 */
public record RecommendationList(
    List<Recommendation> best,
    Map<String, Integer> refusedByRule,
    int withoutGain,
    boolean profileKnown) {
  /** A list with its reasons. */
  public RecommendationList {
    best = ImmutableList.copyOf(best);
    refusedByRule = ImmutableSortedMap.copyOf(refusedByRule);
  }
}
