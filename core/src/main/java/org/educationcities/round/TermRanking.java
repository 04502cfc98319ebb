package org.educationcities.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.city.Distance;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;
import org.jspecify.annotations.Nullable;

/** A term's opportunities as one learner after another ranks them. Immutable. */
final class TermRanking {
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingInt(Ranked::points)
          .reversed()
          .thenComparing(each -> each.distance() == null ? Distance.ZERO : each.distance())
          .thenComparing(each -> each.offered().opportunity().id().value());

  private final Eligibility eligibility;
  private final AffinityTable table;
  private final AffinityFormula formula;
  private final List<Offer> offers;

  private record Offer(TermOpportunity offered, AffinityTable.Compiled profile) {}

  private record Ranked(TermOpportunity offered, int points, @Nullable Distance distance) {}

  TermRanking(Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    this.eligibility = eligibility;
    this.table = new AffinityTable(snapshot.taxonomy(), affinityRule);
    this.formula = new AffinityFormula(snapshot.taxonomy(), affinityRule);
    this.offers =
        snapshot.opportunities().stream()
            .map(each -> new Offer(each, table.compile(each.opportunity().profile())))
            .toList();
  }

  /** What suits a learner best; only that is explained, the rest only counted. */
  RecommendationList of(TermLearner learner, int most) {
    AffinityTable.Compiled profile = table.compile(learner.profile());
    List<Ranked> ranked = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    int withoutGain = 0;
    for (Offer offer : offers) {
      List<String> refusals = eligibility.refusals(learner, offer.offered());
      if (!refusals.isEmpty()) {
        refusals.forEach(code -> refused.merge(code, 1, Integer::sum));
        continue;
      }
      int points = table.points(profile, offer.profile());
      if (points == 0) {
        withoutGain++;
        continue;
      }
      ranked.add(
          new Ranked(
              offer.offered(),
              points,
              StandardRules.distanceOf(learner, offer.offered()).orElse(null)));
    }
    List<Recommendation> best =
        ranked.stream()
            .sorted(BEST_FIRST)
            .limit(most)
            .map(each -> recommended(learner, each))
            .toList();
    return new RecommendationList(
        best, refused, withoutGain, !learner.profile().growthAreas().isEmpty());
  }

  private Recommendation recommended(TermLearner learner, Ranked ranked) {
    return new Recommendation(
        ranked.offered().opportunity(),
        formula.between(learner.profile(), ranked.offered().opportunity().profile()),
        ranked.distance());
  }
}
