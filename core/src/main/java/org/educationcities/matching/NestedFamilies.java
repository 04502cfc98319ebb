package org.educationcities.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits the bounded sets of a problem into two families, each nested: then it is a min-cost flow
 * between two trees. Sets that cross must lie in different families, so this is two-colouring the
 * crossing graph. At first by what the sets look like, which is linear and nearly always right;
 * only where that fails, by the whole graph.
 */
final class NestedFamilies {
  /** The parent of a set that lies in no other, and the innermost of a pair in none. */
  static final int ROOT = -1;

  final QuotaSets sets;
  final ProblemClass problemClass;

  /** By set: whether it is in the family of the learners; else in that of the places. */
  final boolean[] isLearnerSide;

  /** By set: the next one around it in its family. */
  final int[] parent;

  /** By pair: the innermost set of either family. */
  final int[] learnerLeaf;

  final int[] placeLeaf;

  NestedFamilies(QuotaProblem problem) {
    this.sets = new QuotaSets(problem);
    int pairs = problem.pairs().pairCount();
    this.isLearnerSide = new boolean[sets.count()];
    this.parent = new int[sets.count()];
    this.learnerLeaf = new int[pairs];
    this.placeLeaf = new int[pairs];
    for (int s = 0; s < sets.count(); s++) {
      isLearnerSide[s] = looksLikeLearners(s);
    }
    ProblemClass found = severalSlots();
    if (found.isExact() && !nest()) {
      found = colour();
      if (found.isExact() && !nest()) {
        throw new IllegalStateException(
            "Two coloured families do not nest.\nThis is a defect of the engine.");
      }
    }
    this.problemClass = found;
  }

  private ProblemClass severalSlots() {
    AllocationProblem pairs = sets.problem.pairs();
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int e = pairs.start(i); sets.problem.most(i) > 1 && e < pairs.start(i + 1); e++) {
        int j = pairs.opportunityOf(e);
        if (sets.problem.hasSeveralSlots(j)) {
          return ProblemClass.outside(
              pairs.opportunities().get(j),
              "it takes several slots, and there are learners who may take several places.");
        }
      }
    }
    return ProblemClass.EXACT;
  }

  private boolean looksLikeLearners(int set) {
    return switch (sets.kind(set)) {
      case LEARNER, SLOT -> true;
      case OPPORTUNITY -> false;
      case QUOTA -> {
        Quota quota = sets.problem.quotas().get(sets.subject(set));
        int[] learners = sets.problem.learnersOf(quota);
        int[] opportunities = sets.problem.opportunitiesOf(quota);
        yield learners != null
            && (opportunities == null || (learners.length == 1 && opportunities.length > 1));
      }
    };
  }

  /** Hangs every set under the next larger one; false if two of a family cross. */
  private boolean nest() {
    Arrays.fill(learnerLeaf, ROOT);
    Arrays.fill(placeLeaf, ROOT);
    long[] largestFirst = new long[sets.count()];
    for (int s = 0; s < largestFirst.length; s++) {
      largestFirst[s] = ((long) (Integer.MAX_VALUE - sets.size(s)) << 32) | s;
    }
    Arrays.sort(largestFirst);
    for (long each : largestFirst) {
      int set = (int) each;
      int[] leaf = isLearnerSide[set] ? learnerLeaf : placeLeaf;
      int[] members = sets.members(set);
      parent[set] = members.length == 0 ? ROOT : leaf[members[0]];
      for (int e : members) {
        if (leaf[e] != parent[set]) {
          return false;
        }
        leaf[e] = set;
      }
    }
    return true;
  }

  /**
   * Two colours by union-find with parity, set after set, so that the first that fits nowhere
   * shows.
   */
  private ProblemClass colour() {
    Map<Integer, Map<Integer, Integer>> shared = sharedPairs();
    int[] root = new int[sets.count()];
    boolean[] differs = new boolean[sets.count()];
    Arrays.setAll(root, s -> s);
    for (Map.Entry<Integer, Map<Integer, Integer>> later : shared.entrySet()) {
      int set = later.getKey();
      for (Map.Entry<Integer, Integer> earlier : new TreeMap<>(later.getValue()).entrySet()) {
        int other = earlier.getKey();
        if (earlier.getValue() == Math.min(sets.size(set), sets.size(other))) {
          continue; // One holds the other.
        }
        int a = find(root, differs, set);
        int b = find(root, differs, other);
        if (a != b) {
          differs[a] = differs[set] == differs[other];
          root[a] = b;
        } else if (differs[set] == differs[other]) {
          return ProblemClass.outside(
              sets.name(set),
              "it crosses '"
                  + sets.name(other)
                  + "', and both cross what keeps them in one family.");
        }
      }
    }
    // A component may be flipped as one: its first set keeps the side it looks like.
    boolean[] rootSide = new boolean[sets.count()];
    boolean[] decided = new boolean[sets.count()];
    for (int s = 0; s < sets.count(); s++) {
      int top = find(root, differs, s);
      if (!decided[top]) {
        decided[top] = true;
        rootSide[top] = isLearnerSide[s] != differs[s];
      }
      isLearnerSide[s] = rootSide[top] != differs[s];
    }
    return ProblemClass.EXACT;
  }

  /** The root of a set; afterwards the set hangs right under it, and differs says how. */
  private static int find(int[] root, boolean[] differs, int set) {
    int top = set;
    boolean parity = false;
    while (root[top] != top) {
      parity ^= differs[top];
      top = root[top];
    }
    int at = set;
    while (root[at] != top && root[at] != at) {
      int next = root[at];
      boolean own = differs[at];
      root[at] = top;
      differs[at] = parity;
      parity ^= own;
      at = next;
    }
    return top;
  }

  /** By set, by an earlier set, how many pairs they share. Only where the guess did not nest. */
  private Map<Integer, Map<Integer, Integer>> sharedPairs() {
    int[][] setsOf = new int[sets.problem.pairs().pairCount()][];
    TreeMap<Integer, Map<Integer, Integer>> shared = new TreeMap<>();
    for (int s = 0; s < sets.count(); s++) {
      for (int e : sets.members(s)) {
        int[] before = setsOf[e] == null ? new int[0] : setsOf[e];
        for (int other : before) {
          shared.computeIfAbsent(s, unused -> new HashMap<>()).merge(other, 1, Integer::sum);
        }
        setsOf[e] = Arrays.copyOf(before, before.length + 1);
        setsOf[e][before.length] = s;
      }
    }
    return shared;
  }
}
