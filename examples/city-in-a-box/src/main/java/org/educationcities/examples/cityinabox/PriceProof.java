package org.educationcities.examples.cityinabox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Snapshot;
import org.educationcities.round.TermLearner;
import org.educationcities.round.TermOpportunity;

/**
 * Bounds any allocation from above by the prices of its places, so that a total that reaches the
 * bound is proven the greatest there is.
 *
 * <p>Whoever is placed anywhere gets an affinity of at most its place's price and what is left to
 * them beyond it; places give at most their prices together. So no total exceeds the sum of prices
 * times places and of each learner's greatest affinity less price, over every eligible pair (linear
 * programming duality). It needs no trust in who found the prices.
 */
final class PriceProof {
  private PriceProof() {}

  /** The bound, over every pair that the second set of rules lets be. */
  static long bound(Snapshot snapshot, PlacementCheck rules, List<PlacePrice> prices) {
    Map<String, Long> priceOf = new HashMap<>();
    long bound = 0;
    for (PlacePrice price : prices) {
      if (price.price() < 0) {
        throw new IllegalStateException("The price of a place is below 0, which proves nothing.");
      }
      priceOf.put(price.opportunity().value(), price.price());
      bound += price.price() * price.places();
    }
    AffinityTable table = new AffinityTable(snapshot.taxonomy(), AffinityRule.STANDARD);
    List<AffinityTable.Compiled> offers = new ArrayList<>();
    for (TermOpportunity each : snapshot.opportunities()) {
      offers.add(table.compile(each.opportunity().profile()));
    }
    List<AffinityTable.Compiled> learners = new ArrayList<>();
    for (TermLearner each : snapshot.learners()) {
      learners.add(table.compile(each.profile()));
    }
    return bound
        + IntStream.range(0, learners.size())
            .parallel()
            .mapToLong(
                i -> {
                  String learner = snapshot.learners().get(i).learner().id().value();
                  long best = 0;
                  for (int j = 0; j < offers.size(); j++) {
                    String offer = snapshot.opportunities().get(j).opportunity().id().value();
                    // The cheap question first: most pairs are too far apart or of another city.
                    if (!rules.broken(learner, offer).isEmpty()) {
                      continue;
                    }
                    int points = table.points(learners.get(i), offers.get(j));
                    if (points > 0) {
                      best = Math.max(best, points - priceOf.getOrDefault(offer, 0L));
                    }
                  }
                  return best;
                })
            .sum();
  }
}
