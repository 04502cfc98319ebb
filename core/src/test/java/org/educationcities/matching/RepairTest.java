package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Repairs, against every allocation there is. */
class RepairTest {
  private static final long[] COSTS = {0, 1, 7, 50, 1000, RepairSession.FEWEST_CHANGES};

  @Test
  void tenThousandTinyRepairsAreTheBestOfAllInBothGoals() {
    againstEveryAllocation(Trials.of(10_000), 1);
  }

  @Test
  @Tag("long")
  void aHundredThousandTinyRepairsAreTheBestOfAllInBothGoals() {
    againstEveryAllocation(100_000, 2);
  }

  @Test
  void aHeldSessionEndsWhereAFreshRepairEnds() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < Trials.of(300); trial++) {
      AllocationProblem problem = Instances.random(random, 40, 8, 1 + trial % 6, 100);
      Allocation best = BestTotal.allocate(problem);
      long cost = COSTS[trial % COSTS.length];
      RepairSession session = RepairSession.open(best, cost);
      for (int change = 0; change < 6; change++) {
        switch (random.nextInt(4)) {
          case 0 -> session.changePlaces(random.nextInt(8), 0);
          case 1 -> session.changePlaces(random.nextInt(8), random.nextInt(8));
          case 2 -> session.withdraw(random.nextInt(40));
          default -> session.forbid(random.nextInt(40), random.nextInt(8));
        }
        RepairedAllocation held = session.repaired();
        assertThat(RepairChecker.flaw(held)).as("trial %d", trial).isEmpty();
        assertThat(RepairChecker.flaw(session.provenRepair())).isEmpty();
        RepairedAllocation fresh = Repairs.repair(held.problem(), PlacementsBefore.of(best), cost);
        assertThat(figures(held)).as("trial %d", trial).isEqualTo(figures(fresh));
        for (int j = 0; j < 8; j++) {
          boolean isWeighedAlike =
              held.certificate().changeWeight() == fresh.certificate().changeWeight();
          if (held.problem().places(j) > 0 && isWeighedAlike) {
            assertThat(List.of(held.morePlaced(j), held.pointsOfOneMore(j)))
                .isEqualTo(List.of(fresh.morePlaced(j), fresh.pointsOfOneMore(j)));
          }
        }
      }
    }
  }

  @Test
  void takingEveryChangeBackBringsBackWhatWasThere() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < Trials.of(200); trial++) {
      AllocationProblem problem = Instances.random(random, 60, 10, 1 + trial % 8, 500);
      Allocation best = BestTotal.allocate(problem);
      RepairSession session = RepairSession.open(best, 1 + trial);
      for (int change = 0; change < 5; change++) {
        session.changePlaces(random.nextInt(10), random.nextInt(4));
      }
      for (int j = 0; j < 10; j++) {
        session.changePlaces(j, problem.places(j));
      }
      RepairedAllocation back = session.repaired();
      assertThat(back.moves()).isEmpty();
      assertThat(back.total()).isEqualTo(best.total());
    }
  }

  @Test
  void oneMorePlaceIsWorthExactlyWhatItsPriceSays() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < Trials.of(400); trial++) {
      Change change = Change.random(random);
      long cost = COSTS[trial % 5];
      RepairedAllocation now = Repairs.repair(change.problem, change.before, cost);
      for (int j = 0; j < change.problem.opportunityCount(); j++) {
        if (change.problem.places(j) == 0 || now.certificate().changeWeight() < cost) {
          continue; // a first place would let placements survive that do not count now
        }
        RepairedAllocation more =
            Repairs.repair(Instances.withOneMorePlace(change.problem, j), change.before, cost);
        assertThat((long) more.placedFirst() - now.placedFirst()).isEqualTo(now.morePlaced(j));
        assertThat(more.total() - cost * more.changed() - now.total() + cost * now.changed())
            .as("trial %d, opportunity %d", trial, j)
            .isEqualTo(now.pointsOfOneMore(j));
      }
    }
  }

  @Test
  void aGreaterCostNeverChangesMoreNorGainsLess() {
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < Trials.of(300); trial++) {
      Change change = Change.random(random);
      List<Repairs.Row> rows =
          Repairs.atCosts(
              change.problem, change.before, List.of(0L, 5L, 50L, RepairSession.FEWEST_CHANGES));
      for (int k = 1; k < rows.size(); k++) {
        assertThat(rows.get(k).changed()).isLessThanOrEqualTo(rows.get(k - 1).changed());
        assertThat(rows.get(k).total()).isLessThanOrEqualTo(rows.get(k - 1).total());
        assertThat(rows.get(k).placedFirst()).isEqualTo(rows.get(0).placedFirst());
      }
    }
  }

  @Test
  void everyRunGivesTheSame() {
    Change change = Change.random(new SplittableRandom(7));

    assertThat(Repairs.repair(change.problem, change.before, 50).moves())
        .isEqualTo(Repairs.repair(change.problem, change.before, 50).moves());
  }

  @Test
  void theCheckerRefusesWhateverIsTamperedWith() {
    SplittableRandom random = new SplittableRandom(8);
    int refused = 0;
    for (int trial = 0; trial < Trials.of(2000); trial++) {
      Change change = Change.random(random);
      RepairedAllocation right = Repairs.repair(change.problem, change.before, 9);
      int n = change.problem.learnerCount();
      int m = change.problem.opportunityCount();
      if (n == 0) {
        continue;
      }
      long[] prices = IntStream.range(0, m).mapToLong(right.certificate()::price).toArray();
      long[] surpluses = IntStream.range(0, n).mapToLong(right.certificate()::surplus).toArray();
      int[] placeOf = IntStream.range(0, n).map(right::placeOf).toArray();
      long placeWeight = right.certificate().placeWeight();
      long changeWeight = right.certificate().changeWeight();
      long by = random.nextBoolean() ? 1 : -1;
      switch (random.nextInt(5)) {
        case 0 -> surpluses[random.nextInt(n)] += by;
        case 1 -> {
          int j = random.nextInt(m);
          if (change.problem.places(j) == 0) {
            continue;
          }
          prices[j] += by;
          if (right.taken(j) == 0 && by < 0) {
            continue;
          }
          if (right.taken(j) == 0) {
            prices[j] = 1;
          }
        }
        case 2 -> {
          int i = random.nextInt(n);
          if (placeOf[i] == Allocation.UNPLACED || surpluses[i] == 0) {
            continue;
          }
          placeOf[i] = Allocation.UNPLACED;
        }
        case 3 -> {
          if (changeWeight < 9) {
            continue; // any weight that outweighs all affinity will do
          }
          changeWeight += by;
        }
        default -> placeWeight = 0;
      }
      assertThat(
              RepairChecker.flaw(
                  new RepairedAllocation(
                      change.problem,
                      change.before,
                      placeOf,
                      9,
                      new RepairCertificate(prices, surpluses, placeWeight, changeWeight))))
          .as("trial %d", trial)
          .isPresent();
      refused++;
    }
    assertThat(refused).isGreaterThan(Trials.of(2000) / 3);
  }

  @Test
  void aCancelledStageIsToldAsAStory() {
    AllocationProblem problem =
        AllocationProblem.builder()
            .opportunity("stage", 1)
            .opportunity("pitch", 1)
            .opportunity("reserve", 1)
            .pair("noa", "stage", 900)
            .pair("noa", "pitch", 880)
            .pair("lia", "pitch", 700)
            .pair("lia", "reserve", 690)
            .pair("tal", "reserve", 100)
            .build();
    Allocation best = BestTotal.allocate(problem);
    RepairSession session = RepairSession.open(best, 50);

    session.changePlaces(0, 0);

    assertThat(session.repaired().moves())
        .extracting(each -> each.learner() + " " + each.reason())
        .containsExactly("noa OPPORTUNITY_CLOSED", "lia MADE_ROOM", "tal MADE_ROOM");
    assertThat(session.repaired().placedFirst()).isEqualTo(2);
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    AllocationProblem problem =
        AllocationProblem.builder().opportunity("a", 1).pair("x", "a", 1).build();
    Allocation best = BestTotal.allocate(problem);

    assertThatThrownBy(() -> RepairSession.open(best, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RepairSession.open(best, 1).changePlaces(0, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlacementsBefore(Map.of("x", "a"), Set.of("x"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Long> figures(RepairedAllocation repaired) {
    return List.of(
        (long) repaired.placedFirst(),
        repaired.cost() == RepairSession.FEWEST_CHANGES
            ? repaired.changed()
            : repaired.total() - repaired.cost() * repaired.changed());
  }

  private static void againstEveryAllocation(int instances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < instances; trial++) {
      Change change = Change.random(random);
      long cost = COSTS[trial % COSTS.length];
      RepairedAllocation repaired = Repairs.repair(change.problem, change.before, cost);
      Every every = new Every(change, Math.min(cost, 1_000_000));
      every.from(0, 0, 0);
      assertThat(repaired.placedFirst()).as("trial %d", trial).isEqualTo(every.bestFirst);
      assertThat(repaired.total() - Math.min(cost, 1_000_000) * repaired.changed())
          .as("trial %d", trial)
          .isEqualTo(every.bestValue);
    }
  }

  /** A problem, and placements of another one that it came from. */
  private record Change(AllocationProblem problem, PlacementsBefore before) {
    static Change random(SplittableRandom random) {
      int most = random.nextInt(3) == 0 ? 3 : 40;
      int opportunities = random.nextInt(1, 5);
      AllocationProblem old =
          Instances.random(random, random.nextInt(0, 6), opportunities, 2, most);
      AllocationProblem changed =
          Instances.random(random, random.nextInt(0, 7), random.nextInt(1, 5), 2, most);
      Allocation best = BestTotal.allocate(old);
      PlacementsBefore before = PlacementsBefore.of(best);
      if (random.nextBoolean()) {
        return new Change(changed, before);
      }
      // Placements that nobody found best: edited by hand, without prices.
      Map<String, String> placeOf = new HashMap<>(before.placeOf());
      Set<String> without = new HashSet<>(before.withoutPlace());
      for (String each : new ArrayList<>(without)) {
        if (random.nextBoolean()) {
          without.remove(each);
          placeOf.put(each, "o" + random.nextInt(5));
        }
      }
      return new Change(changed, new PlacementsBefore(placeOf, without, Map.of()));
    }
  }

  /** Tries every allocation. */
  private static final class Every {
    private final AllocationProblem problem;
    private final PlacementsBefore before;
    private final long cost;
    private final int[] left;
    private long bestFirst = -1;
    private long bestValue;

    private Every(Change change, long cost) {
      this.problem = change.problem;
      this.before = change.before;
      this.cost = cost;
      this.left = IntStream.range(0, problem.opportunityCount()).map(problem::places).toArray();
    }

    private void from(int i, long first, long value) {
      if (i == problem.learnerCount()) {
        if (first > bestFirst || (first == bestFirst && value > bestValue)) {
          bestFirst = first;
          bestValue = value;
        }
        return;
      }
      String learner = problem.learners().get(i);
      String had = before.placeOf().getOrDefault(learner, "");
      boolean survives = false;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        int j = problem.opportunityOf(e);
        survives |= problem.opportunities().get(j).equals(had) && problem.places(j) > 0;
      }
      long ifChanged = survives ? cost : 0;
      from(i + 1, first, value - ifChanged);
      int counts = before.withoutPlace().contains(learner) ? 0 : 1;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        int j = problem.opportunityOf(e);
        if (left[j] > 0) {
          left[j]--;
          boolean kept = problem.opportunities().get(j).equals(had);
          from(i + 1, first + counts, value + problem.affinityOf(e) - (kept ? 0 : ifChanged));
          left[j]++;
        }
      }
    }
  }
}
