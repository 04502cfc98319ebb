package org.educationcities.examples.cityinabox;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.educationcities.citycsv.AllocationLine;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.Snapshot;

/** The placements as they go out, by learner: each with its price and what its points come from. */
final class AllocationLines {
  private final Snapshot snapshot;
  private final Map<String, Long> prices = new HashMap<>();
  private final AffinityFormula formula;

  AllocationLines(Snapshot snapshot, List<PlacePrice> prices) {
    this.snapshot = snapshot;
    prices.forEach(each -> this.prices.put(each.opportunity().value(), each.price()));
    this.formula = new AffinityFormula(snapshot.taxonomy(), AffinityRule.STANDARD);
  }

  List<AllocationLine> of(List<Placement> placements) {
    return placements.stream()
        .sorted(Comparator.comparing((Placement each) -> each.learner().value()))
        .map(
            each ->
                AllocationLine.of(
                    each, prices.getOrDefault(each.opportunity().value(), 0L), rules(each)))
        .toList();
  }

  private List<String> rules(Placement placement) {
    Affinity affinity =
        formula.between(
            snapshot.learner(placement.learner()).orElseThrow().profile(),
            snapshot.opportunity(placement.opportunity()).orElseThrow().opportunity().profile());
    return affinity.explanation().stream()
        .map(each -> each.source().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .distinct()
        .sorted()
        .toList();
  }
}
