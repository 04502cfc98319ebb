package org.educationcities.matching;

import java.util.Arrays;
import java.util.Optional;

/**
 * A problem of quotas in the shape that {@link SeatSolver} handles, as arrays: on one side
 * learners, each with a room and with choices of which each takes one pair (a slot, or a pair that
 * has none); on the other a tree of whatever bounds places from above. Fixed pairs are taken out
 * and have their seats taken with them.
 *
 * <p>The tree stands in preorder, so that all below a node, pairs included, is one range: node 0 is
 * the root and bounds nothing, the children of {@code v} are {@code v + 1}, then each end of the
 * one before.
 */
final class SeatNetwork {
  static final int ROOT = 0;

  private final QuotaProblem problem;
  private final NestedFamilies families;
  private final QuotaSets sets;

  /** How many nodes the tree has, its root included. */
  final int nodes;

  /** By node: the one around it, the end of those below it, and how many it has room for. */
  final int[] parent;

  final int[] end;
  final int[] room;

  /** By node: the set it is; by set: the node. */
  private final int[] setOf;

  private final int[] nodeOfSet;

  final int learners;

  /** By learner, here so that neighbours stand together: their number in the problem. */
  private final int[] numberGiven;

  /** By learner: how many they may take yet, and their choices. */
  final int[] learnerRoom;

  final int[] choiceStart;

  /** By choice: its learner, its pairs, and whether a fixed pair has taken it. */
  final int[] learnerOf;

  final int[] first;
  final boolean[] closed;

  /** By pair in the order of choices: the innermost node, affinity, choice and number as given. */
  final int[] leaf;

  final int[] affinity;
  final int[] choiceOf;
  final int[] original;

  /** The pairs by innermost node: those right under a node, then those of the next. */
  final int[] pairStart;

  final int[] pairAt;

  /** The network, if the problem has this shape and its fixed pairs fit. */
  static Optional<SeatNetwork> of(QuotaProblem problem, NestedFamilies families) {
    if (!hasShape(families)) {
      return Optional.empty();
    }
    SeatNetwork built = new SeatNetwork(problem, families);
    return built.fixedPairsFit() ? Optional.of(built) : Optional.empty();
  }

  /** Learners and slots alone on one side; nothing that asks for a least number on the other. */
  private static boolean hasShape(NestedFamilies families) {
    QuotaSets sets = families.sets;
    for (int s = 0; s < sets.count(); s++) {
      boolean isLearners =
          sets.kind(s) == QuotaSets.Kind.LEARNER || sets.kind(s) == QuotaSets.Kind.SLOT;
      if (isLearners != families.isLearnerSide[s] || sets.least(s) > 0) {
        return false;
      }
    }
    return true;
  }

  private SeatNetwork(QuotaProblem problem, NestedFamilies families) {
    this.problem = problem;
    this.families = families;
    this.sets = families.sets;
    AllocationProblem pairs = problem.pairs();
    this.learners = pairs.learnerCount();
    int places = 0;
    for (int s = 0; s < sets.count(); s++) {
      places += families.isLearnerSide[s] ? 0 : 1;
    }
    this.nodes = places + 1;
    this.parent = new int[nodes];
    this.end = new int[nodes];
    this.room = new int[nodes];
    this.setOf = new int[nodes];
    this.nodeOfSet = new int[sets.count()];
    this.numberGiven = new NeighbourOrder(pairs).learner;
    layOutTree(sinceFirstMet());

    ChoicesBySlot choices = new ChoicesBySlot(problem, numberGiven);
    this.learnerRoom = choices.room;
    this.choiceStart = choices.start;
    this.learnerOf = choices.learnerOf;
    this.first = choices.first;
    this.closed = choices.closed;
    this.choiceOf = choices.choiceOf;
    this.original = choices.original;
    this.leaf = new int[original.length];
    this.affinity = new int[original.length];
    for (int x = 0; x < original.length; x++) {
      leaf[x] = nodeOf(original[x]);
      affinity[x] = pairs.affinityOf(original[x]);
    }
    for (int e = 0; problem.fixedCount() > 0 && e < pairs.pairCount(); e++) {
      for (int v = nodeOf(e); problem.isFixed(e) && v != ROOT; v = parent[v]) {
        room[v]--;
      }
    }
    this.pairStart = new int[nodes + 1];
    this.pairAt = new int[original.length];
    pairsByNode();
  }

  /** The sets of the places' side in the order in which the learners meet them. */
  private int[] sinceFirstMet() {
    AllocationProblem pairs = problem.pairs();
    int[] order = new int[nodes - 1];
    boolean[] isMet = new boolean[sets.count()];
    int met = 0;
    for (int i : numberGiven) {
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        for (int s = families.placeLeaf[e];
            s != NestedFamilies.ROOT && !isMet[s];
            s = families.parent[s]) {
          isMet[s] = true;
          order[met++] = s;
        }
      }
    }
    for (int s = 0; s < sets.count(); s++) {
      if (!families.isLearnerSide[s] && !isMet[s]) {
        order[met++] = s;
      }
    }
    return order;
  }

  /** Children after their parents, each with all of its own before the next one. */
  private void layOutTree(int[] met) {
    int[] below = new int[nodes];
    int[] order = new int[nodes];
    int[] head = new int[sets.count() + 1]; // By set around, that of none first.
    int[] next = new int[sets.count()];
    Arrays.fill(head, -1);
    for (int k = met.length - 1; k >= 0; k--) {
      int s = met[k];
      next[s] = head[families.parent[s] + 1];
      head[families.parent[s] + 1] = s;
    }
    room[ROOT] = Integer.MAX_VALUE;
    setOf[ROOT] = NestedFamilies.ROOT;
    int at = 1;
    int depth = 0;
    int s = head[0];
    while (true) {
      if (s >= 0) {
        parent[at] = below[depth];
        setOf[at] = s;
        nodeOfSet[s] = at;
        room[at] = sets.most(s);
        order[depth++] = s;
        below[depth] = at++;
        s = head[s + 1];
      } else {
        end[below[depth]] = at;
        if (depth == 0) {
          return;
        }
        s = next[order[--depth]];
      }
    }
  }

  private void pairsByNode() {
    for (int v : leaf) {
      pairStart[v + 1]++;
    }
    for (int v = 0; v < nodes; v++) {
      pairStart[v + 1] += pairStart[v];
    }
    int[] at = Arrays.copyOf(pairStart, nodes);
    for (int x = 0; x < leaf.length; x++) {
      pairAt[at[leaf[x]]++] = x;
    }
  }

  private boolean fixedPairsFit() {
    for (int each : room) {
      if (each < 0) {
        return false;
      }
    }
    for (int each : learnerRoom) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  /** The innermost node of a pair as the problem numbers it. */
  int nodeOf(int pair) {
    int set = families.placeLeaf[pair];
    return set == NestedFamilies.ROOT ? ROOT : nodeOfSet[set];
  }

  /** The set that a node is. */
  int setOf(int node) {
    return setOf[node];
  }

  /** Whether all pairs of a learner share one choice, so that its price is the learner's. */
  boolean takesOne(int learner) {
    return problem.most(numberGiven[learner]) < 2;
  }

  /** The number of a learner in the problem. */
  int numberGiven(int learner) {
    return numberGiven[learner];
  }

  int choices() {
    return learnerOf.length;
  }
}
