package org.educationcities.matching;

import java.util.BitSet;

/**
 * Solves a problem of quotas whose learners have slots alone, exactly: an auction for nearly all
 * seats, the rest by shortest ways, then the smallest prices.
 */
final class SeatSolver {
  private final QuotaProblem problem;
  private final NestedFamilies families;
  private final SeatNetwork net;
  private final Stop stop;

  SeatSolver(QuotaProblem problem, NestedFamilies families, SeatNetwork net, Stop stop) {
    this.problem = problem;
    this.families = families;
    this.net = net;
    this.stop = stop;
  }

  QuotaAllocation solve() {
    SeatFlow flow = new SeatFlow(net);
    takeOverAuction(flow);
    SeatWays ways = new SeatWays(flow, stop);
    ways.balance();
    stop.check();
    ways.raisePotentials();
    return result(flow);
  }

  private void takeOverAuction(SeatFlow flow) {
    NestedAuction auction = new NestedAuction(net, stop);
    auction.run();
    long[] prices = new long[net.nodes];
    for (int v = 1; v < net.nodes; v++) {
      prices[v] = auction.wholePrice(v);
    }
    flow.takeOver(prices, auction.held);
  }

  private QuotaAllocation result(SeatFlow flow) {
    AllocationProblem pairs = problem.pairs();
    QuotaSets sets = families.sets;
    long[] learnerPrices = new long[pairs.learnerCount()];
    long[] slotPrices = new long[Math.multiplyExact(pairs.learnerCount(), problem.slotCount())];
    long[] opportunityPrices = new long[pairs.opportunityCount()];
    long[] quotaPrices = new long[problem.quotas().size()];
    for (int v = 1; v < net.nodes; v++) {
      int set = net.setOf(v);
      long price = flow.potential[net.parent[v]] - flow.potential[v];
      if (sets.kind(set) == QuotaSets.Kind.OPPORTUNITY) {
        opportunityPrices[sets.subject(set)] = price;
      } else {
        quotaPrices[sets.subject(set)] = price;
      }
    }
    for (int i = 0; i < net.learners; i++) {
      long own = flow.potential[flow.firstLearner + i];
      int given = net.numberGiven(i);
      learnerPrices[given] = own;
      for (int c = net.choiceStart[i]; c < net.choiceStart[i + 1]; c++) {
        long beyond = flow.potential[flow.firstChoice + c] - own;
        if (net.takesOne(i)) {
          learnerPrices[given] += beyond;
        } else if (net.first[c] < net.first[c + 1]) {
          int slot = problem.slotOf(pairs.opportunityOf(net.original[net.first[c]]));
          if (slot >= 0) {
            slotPrices[given * problem.slotCount() + slot] = beyond;
          }
        }
      }
    }
    BitSet chosen = new BitSet(pairs.pairCount());
    long[] placePrices = new long[pairs.pairCount()];
    for (int e = 0; e < placePrices.length; e++) {
      chosen.set(e, problem.isFixed(e));
      placePrices[e] = -flow.potential[net.nodeOf(e)];
    }
    for (int x : flow.held) {
      if (x != NestedBids.NONE) {
        chosen.set(net.original[x]);
      }
    }
    return new QuotaAllocation(
        problem,
        chosen,
        placePrices,
        new QuotaCertificate(learnerPrices, slotPrices, opportunityPrices, quotaPrices));
  }
}
