package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Finds each learner's best eligible opportunities without looking at all pairs: by a grid over the
 * plane, with a list for every topic. The same grid answers, for given prices, whether any pair is
 * worth more than the learner has. Time: learners times what lies within their reach and meets
 * their topics. Thread-safe; any number of parts gives the same result.
 */
public final class CandidateSearch {
  final CandidateCity city;
  private final OpportunityGrid grid;

  /** The rules whose columns are known, in the grid's order, and the others. */
  private final ColumnRule[] columns;

  private final PairRule.Allows[] others;

  /** By positions in the grid. */
  private final PairAffinity affinity;

  /** All learners, cell by cell, so that those who look at the same follow each other. */
  private final int[] order;

  /**
   * Lays the grid. Linear in learners and opportunities, but for sorting the latter's positions.
   */
  public CandidateSearch(CandidateCity city) {
    this.city = city;
    this.grid = new OpportunityGrid(city.opportunityX, city.opportunityY, city.opportunityTopics);
    List<ColumnRule> known = new ArrayList<>();
    List<PairRule.Allows> unknown = new ArrayList<>();
    for (PairRule rule : city.rules) {
      if (rule.allows() instanceof ColumnRule column) {
        known.add(column.ofOpportunities(grid.opportunity));
      } else {
        unknown.add(rule.allows());
      }
    }
    this.columns = known.toArray(ColumnRule[]::new);
    this.others = unknown.toArray(PairRule.Allows[]::new);
    this.affinity = city.affinity.ofOpportunities(grid.opportunity);
    this.order = byCell();
  }

  private int[] byCell() {
    int n = city.learners.size();
    int[] cellOf = new int[n];
    int[] next = new int[grid.cellCount() + 1];
    for (int i = 0; i < n; i++) {
      cellOf[i] = grid.cell(city.learnerX[i], city.learnerY[i]);
      next[cellOf[i] + 1]++;
    }
    for (int c = 0; c < grid.cellCount(); c++) {
      next[c + 1] += next[c];
    }
    int[] ordered = new int[n];
    for (int i = 0; i < n; i++) {
      ordered[next[cellOf[i]]++] = i;
    }
    return ordered;
  }

  /**
   * Each learner's best eligible opportunities, as a problem: by affinity, of equal ones those of
   * lower number.
   *
   * @param most how many a learner, at least 1
   * @param executor runs the parts
   * @param parts how many pieces the work is cut into, at least 1; the result does not depend on it
   */
  public AllocationProblem best(int most, Executor executor, int parts) {
    if (most < 1 || parts < 1) {
      throw new IllegalArgumentException(
          "At least one candidate and one part, not " + most + " and " + parts + ".");
    }
    int n = order.length;
    BestCandidates[] found = new BestCandidates[parts];
    int[] counts = new int[n];
    inParts(executor, parts, (part, learners) -> found[part] = listed(most, learners, counts));
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] = Math.addExact(start[i], counts[i]);
    }
    int[] opportunityOf = new int[start[n]];
    int[] affinityOf = new int[start[n]];
    inParts(
        executor,
        parts,
        (part, learners) -> {
          int at = 0;
          for (int i : learners) {
            found[part].copy(at, counts[i], opportunityOf, affinityOf, start[i]);
            at += counts[i];
          }
        });
    return AllocationProblem.of(
            city.learners, city.opportunities, city.places, new int[n + 1], new int[0], new int[0])
        .withPairs(start, opportunityOf, affinityOf);
  }

  private BestCandidates listed(int most, int[] learners, int[] counts) {
    BestCandidates best = new BestCandidates(most, learners.length);
    EligiblePairs pairs = new EligiblePairs(city, grid, learners, columns, others);
    for (int k = 0; k < learners.length; k++) {
      int i = learners[k];
      int count = pairs.allowed(k, pairs.near(k));
      best.begin();
      for (int c = 0; c < count; c++) {
        int points = checked(affinity.points(i, pairs.positions[c]));
        if (points > 0) {
          best.take(grid.opportunity[pairs.positions[c]], points);
        }
      }
      counts[i] = best.end();
    }
    return best;
  }

  /**
   * By learner, the eligible opportunity that the allocation's prices leave most for, of equal ones
   * that of lowest number, where that is more than the learner has; else -1. If there is none at
   * all, the allocation is best over all eligible pairs, listed or not.
   */
  public int[] improving(Allocation allocation, Executor executor, int parts) {
    long[] prices = new long[grid.opportunity.length];
    for (int p = 0; p < prices.length; p++) {
      prices[p] = allocation.price(grid.opportunity[p]);
    }
    int[] better = new int[order.length];
    inParts(
        executor,
        parts,
        (part, learners) -> {
          EligiblePairs pairs = new EligiblePairs(city, grid, learners, columns, others);
          for (int k = 0; k < learners.length; k++) {
            better[learners[k]] =
                bestByPrice(pairs, k, learners[k], prices, allocation.surplus(learners[k]));
          }
        });
    return better;
  }

  private int bestByPrice(EligiblePairs pairs, int rank, int i, long[] prices, long surplus) {
    int[] positions = pairs.positions;
    int near = pairs.near(rank);
    // What leaves no more at the greatest affinity there is need not be looked at.
    int hopeful = 0;
    for (int k = 0; k < near; k++) {
      int p = positions[k];
      positions[hopeful] = p;
      hopeful += PairAffinity.GREATEST - prices[p] > surplus ? 1 : 0;
    }
    int count = pairs.allowed(rank, hopeful);
    long most = surplus;
    int best = -1;
    for (int k = 0; k < count; k++) {
      long price = prices[positions[k]];
      if (PairAffinity.GREATEST - price < most) {
        continue;
      }
      int points = checked(affinity.points(i, positions[k]));
      int j = grid.opportunity[positions[k]];
      long left = points - price;
      if (points > 0 && (left > most || (left == most && best >= 0 && j < best))) {
        most = left;
        best = j;
      }
    }
    return best;
  }

  /** The affinity of a pair that may be chosen, or 0. */
  public int eligibleAffinity(int learner, int opportunity) {
    return exclusions(learner, opportunity).isEmpty()
        ? checked(city.affinity.points(learner, opportunity))
        : 0;
  }

  /** Why a pair is no candidate, whatever its rank: codes of rules, in a stable order. */
  public List<String> exclusions(int learner, int opportunity) {
    List<String> codes = new ArrayList<>();
    if (!isWithinReach(learner, opportunity)) {
      codes.add("distance");
    }
    for (PairRule rule : city.rules) {
      if (!rule.allows().test(learner, opportunity)) {
        codes.add(rule.code());
      }
    }
    if ((city.learnerTopics[learner] & city.opportunityTopics[opportunity]) == 0
        || city.affinity.points(learner, opportunity) == 0) {
      codes.add("nothing-to-learn");
    }
    return codes;
  }

  private boolean isWithinReach(int learner, int opportunity) {
    double dx = city.learnerX[learner] - city.opportunityX[opportunity];
    double dy = city.learnerY[learner] - city.opportunityY[opportunity];
    // What is nowhere is at NaN, which is beyond no reach.
    return !(dx * dx + dy * dy > city.reach[learner] * city.reach[learner]);
  }

  private static int checked(int points) {
    if (points > PairAffinity.GREATEST) {
      throw new IllegalStateException(
          "An affinity is "
              + points
              + ", above "
              + PairAffinity.GREATEST
              + ".\nMaybe the formula given to the city is scaled otherwise.");
    }
    return points;
  }

  private interface Part {
    void run(int part, int[] learners);
  }

  /** Runs the parts, each with its learners. */
  private void inParts(Executor executor, int parts, Part work) {
    CompletableFuture<?>[] running = new CompletableFuture<?>[parts];
    for (int part = 0; part < parts; part++) {
      int own = part;
      int from = (int) ((long) order.length * part / parts);
      int until = (int) ((long) order.length * (part + 1) / parts);
      running[part] =
          CompletableFuture.runAsync(
              () -> work.run(own, Arrays.copyOfRange(order, from, until)), executor);
    }
    CompletableFuture.allOf(running).join();
  }
}
