package org.educationcities.team;

import java.util.List;
import java.util.Map;

/**
 * The pairs that give most learning, with the proof.
 *
 * <p>The proof: a price for each member, at least 0, such that no pair that may be made gives more
 * points than the prices of its two members together. Then no set of pairs gives more than the sum
 * of all prices, and these pairs give just that.
 *
 * @param pairs by ascending id of the first
 * @param unpaired the ids of those without a partner, ascending: nobody who is free could learn
 *     with them, or others need the partner more
 * @param points what all learn together
 * @param prices by id of every member
 */
public record PairPlan(
    List<LearningPair> pairs, List<String> unpaired, long points, Map<String, Integer> prices) {

  /** A plan; collections are copied. */
  public PairPlan {
    pairs = List.copyOf(pairs);
    unpaired = List.copyOf(unpaired);
    prices = Map.copyOf(prices);
  }
}
