package org.educationcities.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.matching.FairStage.Goal;

/**
 * The checker's own flow network of a fair allocation, and what each goal's proof leaves of it. By
 * complementary slackness a flow is the cheapest of those that earlier goals leave if no arc that
 * is not fixed has a reduced cost above 0 and a flow, or below 0 and room.
 */
final class FairProofs {
  private final FairProblem problem;
  private final int nodes;
  private final List<Arc> arcs = new ArrayList<>();
  private final boolean[] offerFixed;

  private static final class Arc {
    final int tail;
    final int head;
    final int capacity;
    final int flow;

    /** Whose first placement it is, else -1. */
    final int learner;

    /** Which offer it is, else -1. */
    final int offer;

    boolean fixed;

    Arc(int tail, int head, int capacity, int flow, int learner, int offer) {
      this.tail = tail;
      this.head = head;
      this.capacity = capacity;
      this.flow = flow;
      this.learner = learner;
      this.offer = offer;
    }
  }

  FairProofs(FairProblem problem, boolean[] held, int[] heldBy) {
    this.problem = problem;
    offerFixed = new boolean[held.length];
    int learnerCount = problem.learners();
    int node = 1 + learnerCount;
    int[] tail = new int[held.length];
    for (int i = 0; i < learnerCount; i++) {
      arcs.add(new Arc(0, 1 + i, 1, Math.min(1, heldBy[i]), i, -1));
      if (problem.most[i] > 1) {
        int more = Math.max(0, heldBy[i] - 1);
        arcs.add(new Arc(0, 1 + i, problem.most[i] - 1, more, -1, -1));
      }
      node = addSlots(i, held, tail, node);
    }
    int firstOpportunity = node;
    int firstProvider = firstOpportunity + problem.opportunities();
    int end = firstProvider + problem.providerPlaces.length;
    nodes = end + 1;
    int[] at = new int[problem.opportunities()];
    int[] atProvider = new int[problem.providerPlaces.length];
    int all = 0;
    for (int p = 0; p < held.length; p++) {
      int o = problem.opportunity[p];
      arcs.add(new Arc(tail[p], firstOpportunity + o, 1, held[p] ? 1 : 0, -1, p));
      if (held[p]) {
        all++;
        at[o]++;
        if (problem.provider[o] >= 0) {
          atProvider[problem.provider[o]]++;
        }
      }
    }
    for (int o = 0; o < at.length; o++) {
      int s = problem.provider[o];
      int head = s < 0 ? end : firstProvider + s;
      arcs.add(new Arc(firstOpportunity + o, head, problem.places[o], at[o], -1, -1));
    }
    for (int s = 0; s < atProvider.length; s++) {
      arcs.add(new Arc(firstProvider + s, end, problem.providerPlaces[s], atProvider[s], -1, -1));
    }
    arcs.add(new Arc(end, 0, Integer.MAX_VALUE, all, -1, -1));
  }

  private int addSlots(int learner, boolean[] held, int[] tail, int nextNode) {
    Map<Integer, List<Integer>> bySlot = new HashMap<>();
    for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
      tail[p] = 1 + learner;
      bySlot
          .computeIfAbsent(problem.slot[problem.opportunity[p]], slot -> new ArrayList<>())
          .add(p);
    }
    int node = nextNode;
    for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
      int slot = problem.slot[problem.opportunity[p]];
      List<Integer> together = bySlot.getOrDefault(slot, List.of());
      if (problem.most[learner] > 1 && slot >= 0 && together.size() > 1 && together.get(0) == p) {
        int flow = 0;
        for (int other : together) {
          tail[other] = node;
          flow += held[other] ? 1 : 0;
        }
        arcs.add(new Arc(1 + learner, node++, 1, flow, -1, -1));
      }
    }
    return node;
  }

  /** Whether a stage's proof holds; fixes for later stages what it fixes. */
  boolean prove(FairStage stage) {
    long[] potentials = stage.potentials();
    if (potentials.length != nodes) {
      return false;
    }
    try {
      long value = 0;
      for (Arc arc : arcs) {
        long cost = cost(stage, arc);
        value = Math.addExact(value, Math.multiplyExact(cost, (long) arc.flow));
        if (!arc.fixed) {
          long reduced = reduced(cost, potentials, arc);
          if ((reduced > 0 && arc.flow > 0) || (reduced < 0 && arc.flow < arc.capacity)) {
            return false;
          }
          arc.fixed = reduced != 0;
          if (arc.fixed && arc.offer >= 0) {
            offerFixed[arc.offer] = true;
          }
        }
      }
      return value == stage.cost();
    } catch (ArithmeticException overflow) {
      return false;
    }
  }

  /**
   * Whether a stage's potentials show that its cost cannot be 0: the least that any flow can cost
   * which agrees with earlier goals is the sum of reduced costs where arcs are fixed, and of those
   * below 0 times the capacity where they are not.
   */
  boolean showsThatNoneIsImpossible(FairStage stage) {
    long[] potentials = stage.potentials();
    if (potentials.length != nodes || stage.isBinding()) {
      return false;
    }
    try {
      long bound = 0;
      for (Arc arc : arcs) {
        long reduced = reduced(cost(stage, arc), potentials, arc);
        long least = arc.fixed ? arc.flow : reduced < 0 ? arc.capacity : 0;
        bound = Math.addExact(bound, Math.multiplyExact(reduced, least));
      }
      return bound > 0 && bound == stage.cost();
    } catch (ArithmeticException overflow) {
      return false;
    }
  }

  boolean areFixed(List<Integer> offers) {
    for (int offer : offers) {
      if (!offerFixed[offer]) {
        return false;
      }
    }
    return true;
  }

  private static long reduced(long cost, long[] potentials, Arc arc) {
    return Math.subtractExact(Math.addExact(cost, potentials[arc.tail]), potentials[arc.head]);
  }

  private long cost(FairStage stage, Arc arc) {
    Goal goal = stage.goal();
    if (arc.learner >= 0) {
      return goal == Goal.MOST_LEARNERS
          ? -1
          : goal == Goal.LEAST_SERVED_FIRST ? -problem.leastServedBonus[arc.learner] : 0;
    }
    if (arc.offer < 0) {
      return 0;
    }
    int affinity = problem.affinity[arc.offer];
    return switch (goal) {
      case MOST_LEARNERS, LEAST_SERVED_FIRST -> 0;
      case MOST_PLACEMENTS -> -1;
      case FEWEST_BELOW -> affinity < stage.level() ? 1 : 0;
      case FEWEST_AT -> affinity == stage.level() ? 1 : 0;
      case MOST_OF_WISH -> problem.wish[arc.offer] == stage.level() ? -1 : 0;
      case GREATEST_TOTAL -> -affinity;
    };
  }
}
