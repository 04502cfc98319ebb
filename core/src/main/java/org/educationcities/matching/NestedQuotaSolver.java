package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * Solves a problem of two nested families of quotas, exactly, as a circulation of least cost: from
 * the root down the learners' tree, across a pair, and up the places' tree to the root again.
 */
final class NestedQuotaSolver {
  private final QuotaProblem problem;
  private final AllocationProblem pairs;
  private final NestedFamilies families;
  private final QuotaSets sets;
  private final Stop stop;

  /** Node 0 is the root of both trees; set s is node s + 1. */
  private final CirculationNetwork net;

  NestedQuotaSolver(QuotaProblem problem, NestedFamilies families, Stop stop) {
    this.problem = problem;
    this.pairs = problem.pairs();
    this.families = families;
    this.sets = families.sets;
    this.stop = stop;
    this.net = network();
  }

  private CirculationNetwork network() {
    CirculationNetwork built =
        new CirculationNetwork(sets.count() + 1, sets.count() + pairs.pairCount());
    for (int s = 0; s < sets.count(); s++) {
      int inner = s + 1;
      int outer = families.parent[s] + 1;
      boolean down = families.isLearnerSide[s];
      if (sets.least(s) > sets.size(s)) {
        throw new NoAllocationException(sets.name(s), sets.least(s) - (long) sets.size(s));
      }
      built.add(down ? outer : inner, down ? inner : outer, sets.least(s), sets.most(s), 0);
    }
    for (int e = 0; e < pairs.pairCount(); e++) {
      built.add(
          families.learnerLeaf[e] + 1,
          families.placeLeaf[e] + 1,
          problem.isFixed(e) ? 1 : 0,
          1,
          -pairs.affinityOf(e));
    }
    built.layOut();
    return built;
  }

  QuotaAllocation solve() {
    makeFeasible();
    long[] potential = new CostScaling(net, stop).solve();
    dropPricesOfWhatIsEmpty(potential);
    long[] smallest = smallestPlacePrices(potential);
    return result(smallest);
  }

  private void makeFeasible() {
    FeasibleCirculation feasible = new FeasibleCirculation(net);
    long missing = feasible.balance();
    if (missing == 0) {
      return;
    }
    // A bound that asks for more than can come: it leads from what is cut off to what is not.
    String named = "the fixed placements";
    for (int s = 0; s < sets.count(); s++) {
      int inner = s + 1;
      int outer = families.parent[s] + 1;
      if (feasible.isCutOff(inner) != feasible.isCutOff(outer)
          && (sets.least(s) > 0 || named.startsWith("the "))) {
        named = sets.name(s);
        if (sets.least(s) > 0) {
          break;
        }
      }
    }
    throw new NoAllocationException(named, missing);
  }

  /**
   * Where nothing is taken and nothing asked, a price below 0 would only say that more than nothing
   * is not worth it; the pairs say that themselves. From the outside in.
   */
  private void dropPricesOfWhatIsEmpty(long[] potential) {
    for (int s : outsideIn()) {
      if (sets.least(s) == 0 && net.flow(s) == 0) {
        long outer = potential[families.parent[s] + 1];
        potential[s + 1] =
            families.isLearnerSide[s]
                ? Math.max(potential[s + 1], outer)
                : Math.min(potential[s + 1], outer);
      }
    }
  }

  private int[] outsideIn() {
    long[] order = new long[sets.count()];
    int[] depth = new int[sets.count()];
    for (int s = 0; s < order.length; s++) {
      int around = families.parent[s];
      int steps = 0;
      while (around != NestedFamilies.ROOT) {
        steps++;
        around = families.parent[around];
      }
      depth[s] = steps;
      order[s] = ((long) depth[s] << 32) | s;
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(each -> (int) each).toArray();
  }

  /**
   * Of all optimal potentials the greatest, the root's being 0: on the places' side the smallest
   * prices, by one shortest-path tree over what is left (Dijkstra, the old potentials making all
   * arcs non-negative). A bound below of nothing is left out, since the pairs' own bounds imply it:
   * so no such price falls below 0.
   */
  private long[] smallestPlacePrices(long[] potential) {
    int n = net.nodes;
    long[] slack = new long[n];
    Arrays.fill(slack, Long.MAX_VALUE);
    slack[0] = 0;
    boolean[] done = new boolean[n];
    PriorityQueue<long[]> queue =
        new PriorityQueue<>(
            (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
    queue.add(new long[] {0, 0});
    while (!queue.isEmpty()) {
      long[] nearest = queue.remove();
      int u = (int) nearest[1];
      if (done[u]) {
        continue;
      }
      done[u] = true;
      for (int a = net.first[u]; a < net.first[u + 1]; a++) {
        int v = net.head[a];
        if (done[v] || (net.left[a] == 0 && (net.price[a] != 0 || !isImplied(u, v)))) {
          continue;
        }
        long reached = slack[u] + net.price[a] + potential[u] - potential[v];
        if (reached < slack[v]) {
          slack[v] = reached;
          queue.add(new long[] {reached, v});
        }
      }
    }
    // What the root cannot reach is bound from both sides; it rises with the rest to keep its arcs.
    long most = 0;
    for (int v = 0; v < n; v++) {
      if (done[v]) {
        most = Math.max(most, slack[v]);
      }
    }
    long[] greatest = new long[n];
    for (int v = 0; v < n; v++) {
      greatest[v] = potential[v] - potential[0] + (done[v] ? slack[v] : most);
    }
    return greatest;
  }

  /** Whether it is the way back over a tree arc that asks for nothing; only pairs have a cost. */
  private boolean isImplied(int u, int v) {
    if (u > 0 && families.isLearnerSide[u - 1] && families.parent[u - 1] + 1 == v) {
      return sets.least(u - 1) == 0;
    }
    return v > 0
        && !families.isLearnerSide[v - 1]
        && families.parent[v - 1] + 1 == u
        && sets.least(v - 1) == 0;
  }

  private QuotaAllocation result(long[] potential) {
    long[] learnerPrices = new long[pairs.learnerCount()];
    long[] slotPrices = new long[Math.multiplyExact(pairs.learnerCount(), problem.slotCount())];
    long[] opportunityPrices = new long[pairs.opportunityCount()];
    long[] quotaPrices = new long[problem.quotas().size()];
    for (int s = 0; s < sets.count(); s++) {
      long step = potential[s + 1] - potential[families.parent[s] + 1];
      long price = families.isLearnerSide[s] ? step : -step;
      switch (sets.kind(s)) {
        case LEARNER -> learnerPrices[sets.subject(s)] = price;
        case SLOT -> slotPrices[sets.subject(s) * problem.slotCount() + sets.slot(s)] = price;
        case OPPORTUNITY -> opportunityPrices[sets.subject(s)] = price;
        case QUOTA -> quotaPrices[sets.subject(s)] = price;
      }
    }
    BitSet chosen = new BitSet(pairs.pairCount());
    long[] placePrices = new long[pairs.pairCount()];
    for (int e = 0; e < placePrices.length; e++) {
      chosen.set(e, net.flow(sets.count() + e) == 1);
      placePrices[e] = -potential[families.placeLeaf[e] + 1];
    }
    return new QuotaAllocation(
        problem,
        chosen,
        placePrices,
        new QuotaCertificate(learnerPrices, slotPrices, opportunityPrices, quotaPrices));
  }
}
