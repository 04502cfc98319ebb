package org.educationcities.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Distance;
import org.educationcities.matching.CandidateCity;
import org.educationcities.matching.CandidateSearch;
import org.educationcities.matching.PairRule;
import org.educationcities.profile.AffinityPairs;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;
import org.educationcities.spi.source.GeoPoint;

/**
 * A snapshot as the engine searches it: by positions and topics, so that most pairs are never
 * looked at, and by the hard rules themselves.
 */
final class TermCity {
  private final Snapshot snapshot;
  private final Eligibility eligibility;
  private final AffinityTable table;

  private TermCity(Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    this.snapshot = snapshot;
    this.eligibility = eligibility;
    this.table = new AffinityTable(snapshot.taxonomy(), affinityRule);
  }

  /** What finds the eligible pairs of a snapshot that are worth anything. */
  static CandidateSearch search(
      Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    return new CandidateSearch(new TermCity(snapshot, eligibility, affinityRule).city());
  }

  private CandidateCity city() {
    List<TermLearner> learners = snapshot.learners();
    List<TermOpportunity> offered = snapshot.opportunities();
    AffinityTable.Compiled[] grows = new AffinityTable.Compiled[learners.size()];
    AffinityTable.Compiled[] gives = new AffinityTable.Compiled[offered.size()];
    long[] wanted = new long[grows.length];
    long[] taught = new long[gives.length];
    for (int i = 0; i < grows.length; i++) {
      grows[i] = table.compile(learners.get(i).profile());
      wanted[i] = table.wantedBy(grows[i]);
    }
    for (int j = 0; j < gives.length; j++) {
      gives[j] = table.compile(offered.get(j).opportunity().profile());
      taught[j] = table.taughtBy(gives[j]);
    }
    CandidateCity.Builder builder =
        CandidateCity.builder(
                learners.stream().map(each -> each.learner().id().value()).toList(),
                offered.stream().map(each -> each.opportunity().id().value()).toList(),
                AffinityPairs.of(table, grows, gives))
            .topics(wanted, taught)
            .rules(rules());
    place(builder);
    return builder.build();
  }

  /** Without a rule that tells how far a learner goes, everyone goes anywhere. */
  private void place(CandidateCity.Builder builder) {
    Optional<Distance> reach = eligibility.reach();
    List<Optional<GeoPoint>> from =
        snapshot.learners().stream().map(TermLearner::position).toList();
    List<Optional<GeoPoint>> to =
        snapshot.opportunities().stream().map(each -> each.opportunity().position()).toList();
    Plane plane =
        Plane.holding(
            Stream.concat(from.stream(), to.stream()).flatMap(Optional::stream).toList(),
            reach.orElse(Distance.ZERO));
    double most = reach.map(Plane::reach).orElse(Double.POSITIVE_INFINITY);
    builder
        .learnersAt(
            from.stream().mapToDouble(each -> each.map(plane::x).orElse(0.0)).toArray(),
            from.stream().mapToDouble(each -> each.map(plane::y).orElse(0.0)).toArray(),
            from.stream()
                .mapToDouble(each -> each.isPresent() ? most : Double.POSITIVE_INFINITY)
                .toArray())
        .opportunitiesAt(
            to.stream().mapToDouble(each -> each.map(plane::x).orElse(Double.NaN)).toArray(),
            to.stream().mapToDouble(each -> each.map(plane::y).orElse(Double.NaN)).toArray(),
            snapshot.opportunities().stream()
                .mapToInt(each -> each.opportunity().places())
                .toArray());
  }

  private List<PairRule> rules() {
    List<TermLearner> learners = snapshot.learners();
    List<TermOpportunity> offered = snapshot.opportunities();
    List<PairRule> rules = new ArrayList<>();
    rules.add(
        new PairRule(
            "circle",
            (i, j) -> {
              CityId city = offered.get(j).opportunity().cityId();
              return city.equals(learners.get(i).learner().cityId())
                  || offered.get(j).opportunity().openTo().holds(Circle.COUNTRY);
            }));
    for (HardRule rule : eligibility.rules()) {
      rules.add(new PairRule(rule.code(), (i, j) -> rule.admits(learners.get(i), offered.get(j))));
    }
    return rules;
  }
}
