package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Who goes alone and who goes together, with the pairs that all of them share. */
final class HardUnits {
  final String[] ids;
  final int[][] learners;
  final int[] takes;
  final int[] most;
  final int[] start;
  final int[] opportunityOf;
  final long[] affinityOf;
  final BitSet fixed = new BitSet();

  private HardUnits(List<String> ids, List<int[]> learners, int pairsAtMost) {
    this.ids = ids.toArray(String[]::new);
    this.learners = learners.toArray(int[][]::new);
    this.takes = new int[ids.size()];
    this.most = new int[ids.size()];
    this.start = new int[ids.size() + 1];
    this.opportunityOf = new int[pairsAtMost];
    this.affinityOf = new long[pairsAtMost];
  }

  private HardUnits(HardUnits from, int pairs) {
    this.ids = from.ids;
    this.learners = from.learners;
    this.takes = from.takes;
    this.most = from.most;
    this.start = from.start;
    this.opportunityOf = Arrays.copyOf(from.opportunityOf, pairs);
    this.affinityOf = Arrays.copyOf(from.affinityOf, pairs);
    this.fixed.or(from.fixed);
  }

  int count() {
    return ids.length;
  }

  /** Linear in the pairs times their logarithm. */
  static HardUnits of(
      QuotaProblem problem, List<String> ids, List<int[]> learners, int[] takesOfLearner) {
    AllocationProblem pairs = problem.pairs();
    HardUnits units = new HardUnits(ids, learners, pairs.pairCount());
    int at = 0;
    for (int u = 0; u < units.count(); u++) {
      int[] members = units.learners[u];
      units.most[u] = Integer.MAX_VALUE;
      for (int i : members) {
        units.takes[u] = Math.addExact(units.takes[u], takesOfLearner[i]);
        units.most[u] = Math.min(units.most[u], problem.most(i));
      }
      at = units.addPairs(problem, u, at);
      units.start[u + 1] = at;
    }
    return new HardUnits(units, at);
  }

  private int addPairs(QuotaProblem problem, int unit, int from) {
    AllocationProblem pairs = problem.pairs();
    int[] members = learners[unit];
    int at = from;
    int fixedOfFirst = 0;
    for (int e = pairs.start(members[0]); e < pairs.start(members[0] + 1); e++) {
      int j = pairs.opportunityOf(e);
      long sum = 0;
      boolean isFixed = false;
      boolean isShared = true;
      for (int i : members) {
        int own = pairs.pair(i, j);
        isShared &= own >= 0;
        sum += own < 0 ? 0 : pairs.affinityOf(own);
        isFixed |= own >= 0 && problem.isFixed(own);
      }
      if (isShared) {
        fixed.set(at, isFixed);
        opportunityOf[at] = j;
        affinityOf[at++] = sum;
        fixedOfFirst += isFixed ? 1 : 0;
      }
    }
    requireSharedFixed(problem, unit, fixedOfFirst);
    return at;
  }

  /** A fixed placement of one is one of all: where not all may go, it cannot stand. */
  private void requireSharedFixed(QuotaProblem problem, int unit, int shared) {
    BitSet fixedAt = new BitSet();
    AllocationProblem pairs = problem.pairs();
    for (int i : learners[unit]) {
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        if (problem.isFixed(e)) {
          fixedAt.set(pairs.opportunityOf(e));
        }
      }
    }
    if (fixedAt.cardinality() > shared) {
      throw new IllegalArgumentException(
          "One of '"
              + ids[unit]
              + "' is fixed where not all who go together may go."
              + "\nMaybe a pair was left out or forbidden for another of them.");
    }
  }
}
