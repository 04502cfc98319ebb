package org.educationcities.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.BestTotal;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;

/**
 * The default round: one place each, the greatest total affinity over all eligible pairs, proven by
 * a certificate that other code has checked. Deterministic.
 */
public final class BestTotalAllocator implements Allocator {
  /** The key of the notion of fairness, in words by {@link Round#fairnessIn}. */
  public static final String FAIRNESS = "notion.greatest-total";

  /** An allocator. */
  public BestTotalAllocator() {}

  @Override
  public Draft allocate(Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    Allocation found = BestTotal.allocate(problem(snapshot, eligibility, affinityRule));
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < snapshot.learners().size(); i++) {
      int j = found.placeOf(i);
      if (j != Allocation.UNPLACED) {
        placements.add(
            new Placement(
                snapshot.learners().get(i).learner().id(),
                snapshot.opportunities().get(j).opportunity().id(),
                found.problem().affinityOf(found.problem().pair(i, j)),
                false));
      }
    }
    List<PlacePrice> prices = new ArrayList<>();
    for (int j = 0; j < snapshot.opportunities().size(); j++) {
      prices.add(
          new PlacePrice(
              snapshot.opportunities().get(j).opportunity().id(),
              found.problem().places(j),
              found.taken(j),
              found.price(j)));
    }
    return new Draft(placements, prices, FAIRNESS, Round.Proof.OPTIMAL);
  }

  /** Every eligible pair with what it is worth; those worth nothing are left out. */
  static AllocationProblem problem(
      Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    AffinityTable table = new AffinityTable(snapshot.taxonomy(), affinityRule);
    List<TermOpportunity> offered = snapshot.opportunities();
    AffinityTable.Compiled[] offers = new AffinityTable.Compiled[offered.size()];
    for (int j = 0; j < offers.length; j++) {
      offers[j] = table.compile(offered.get(j).opportunity().profile());
    }
    Map<CityId, int[]> open = openTo(snapshot);
    int[] start = new int[snapshot.learners().size() + 1];
    int[] opportunityOf = new int[1024];
    int[] affinityOf = new int[1024];
    int pairs = 0;
    for (int i = 0; i < snapshot.learners().size(); i++) {
      TermLearner learner = snapshot.learners().get(i);
      AffinityTable.Compiled profile = table.compile(learner.profile());
      for (int j : open.getOrDefault(learner.learner().cityId(), new int[0])) {
        int points = table.points(profile, offers[j]);
        if (points == 0 || !eligibility.isEligible(learner, offered.get(j))) {
          continue;
        }
        if (pairs == opportunityOf.length) {
          opportunityOf = Arrays.copyOf(opportunityOf, 2 * pairs);
          affinityOf = Arrays.copyOf(affinityOf, 2 * pairs);
        }
        opportunityOf[pairs] = j;
        affinityOf[pairs++] = points;
      }
      start[i + 1] = pairs;
    }
    return AllocationProblem.of(
        snapshot.learners().stream().map(each -> each.learner().id().value()).toList(),
        offered.stream().map(each -> each.opportunity().id().value()).toList(),
        offered.stream().mapToInt(each -> each.opportunity().places()).toArray(),
        start,
        Arrays.copyOf(opportunityOf, pairs),
        Arrays.copyOf(affinityOf, pairs));
  }

  /**
   * By city, the opportunities that its learners may be let into at all: its own, and what others
   * open beyond theirs.
   */
  private static Map<CityId, int[]> openTo(Snapshot snapshot) {
    Map<CityId, List<Integer>> open = new LinkedHashMap<>();
    snapshot.learners().forEach(each -> open.put(each.learner().cityId(), new ArrayList<>()));
    for (int j = 0; j < snapshot.opportunities().size(); j++) {
      int number = j;
      var opportunity = snapshot.opportunities().get(j).opportunity();
      open.forEach(
          (city, list) -> {
            if (city.equals(opportunity.cityId()) || opportunity.openTo().holds(Circle.COUNTRY)) {
              list.add(number);
            }
          });
    }
    Map<CityId, int[]> arrays = new LinkedHashMap<>();
    open.forEach(
        (city, list) -> arrays.put(city, list.stream().mapToInt(Integer::intValue).toArray()));
    return arrays;
  }
}
