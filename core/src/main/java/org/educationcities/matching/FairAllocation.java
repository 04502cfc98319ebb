package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.educationcities.matching.FairFigures.Measure;
import org.educationcities.matching.FairStage.Goal;

/**
 * Finds fair allocations, exactly: each goal of a {@link FairNotion} is a min-cost flow over what
 * is optimal for the goals before it, and leaves its proof. No goal is ever weighed against
 * another.
 *
 * <p>Learners and their offers are taken in their order, so the same problem gives the same result;
 * where several allocations are equally fair, which one it is depends on that order.
 */
public final class FairAllocation {
  private final FairProblem problem;
  private final FairNetwork network;
  private final LexicographicFlow flow;
  private final long[] cost;
  private final List<FairStage> stages = new ArrayList<>();
  private int guess;

  private FairAllocation(FairProblem problem) {
    this.problem = problem;
    network = new FairNetwork(problem);
    flow = new LexicographicFlow(network.nodes, network.from, network.to, network.capacity);
    cost = new long[network.from.length];
  }

  /**
   * The fairest allocation by a notion. Stateless and thread-safe. Memory: about 100 bytes an
   * offer, and 8 bytes a learner and opportunity for each goal's proof; leximin has as many goals
   * as there are different affinities among placements.
   */
  public static FairResult solve(FairProblem problem, FairNotion notion) {
    FairAllocation allocation = new FairAllocation(problem);
    switch (notion) {
      case BOTTLENECK_THEN_TOTAL -> {
        allocation.startFromTheLikelyBottleneck();
        allocation.mostLearners();
        allocation.noneBelowTheBottleneck(true);
        allocation.greatestTotal();
      }
      case LEXIMIN -> {
        allocation.startFromTheLikelyBottleneck();
        allocation.mostLearners();
        allocation.everyOffer(Goal.MOST_PLACEMENTS);
        int lowest = allocation.noneBelowTheBottleneck(false);
        allocation.byLevels(Goal.FEWEST_AT, problem.affinity, lowest);
      }
      case RANK_MAXIMAL -> {
        allocation.byLevels(Goal.MOST_OF_WISH, problem.wish, 1);
        allocation.mostLearners();
        allocation.greatestTotal();
      }
      case MOST_LEARNERS_THEN_RANK_MAXIMAL -> {
        MostLearnersFlow most = new MostLearnersFlow(problem, allocation.network);
        most.solve(0);
        allocation.flow.startFrom(most.flow());
        allocation.mostLearners();
        allocation.byLevels(Goal.MOST_OF_WISH, problem.wish, 1);
        allocation.greatestTotal();
      }
    }
    return allocation.result(notion);
  }

  /** Guesses the bottleneck by flows without proofs, which are much faster than stages. */
  private void startFromTheLikelyBottleneck() {
    int[] levels = Arrays.stream(problem.affinity).distinct().sorted().toArray();
    MostLearnersFlow most = new MostLearnersFlow(problem, network);
    int all = most.solve(0);
    int possible = -1;
    int impossible = levels.length;
    while (impossible - possible > 1) {
      int middle = (possible + impossible) >>> 1;
      if (most.solve(levels[middle]) == all) {
        possible = middle;
      } else {
        impossible = middle;
      }
    }
    guess = possible < 0 ? 0 : levels[possible];
    most.solve(guess);
    flow.startFrom(most.flow());
  }

  private void mostLearners() {
    for (int i = 0; i < problem.learners(); i++) {
      cost[i] = -1;
    }
    stage(Goal.MOST_LEARNERS, 0, true);
    if (Arrays.stream(problem.leastServedBonus).anyMatch(bonus -> bonus > 0)) {
      for (int i = 0; i < problem.learners(); i++) {
        cost[i] = -problem.leastServedBonus[i];
      }
      stage(Goal.LEAST_SERVED_FIRST, 0, true);
    }
    Arrays.fill(cost, 0, problem.learners(), 0);
  }

  private void everyOffer(Goal goal) {
    for (int p = 0; p < problem.offers(); p++) {
      cost[network.offerArc + p] = goal == Goal.MOST_PLACEMENTS ? -1 : -problem.affinity[p];
    }
    stage(goal, 0, true);
    Arrays.fill(cost, network.offerArc, network.offerArc + problem.offers(), 0);
  }

  private void greatestTotal() {
    everyOffer(Goal.GREATEST_TOTAL);
  }

  /** Finds the highest affinity below which nothing need be, and forbids what is below. */
  private int noneBelowTheBottleneck(boolean withWitness) {
    int[] levels = Arrays.stream(problem.affinity).distinct().sorted().toArray();
    int possible = 0;
    int impossible = levels.length;
    // The guess is right unless other goals come between; then halves are tried.
    int guessed = Arrays.binarySearch(levels, guess);
    if (guessed > 0 && minimiseBelow(levels[guessed]) == 0) {
      possible = guessed;
    } else if (guessed > 0) {
      impossible = guessed;
    }
    if (possible + 1 < impossible && minimiseBelow(levels[possible + 1]) > 0) {
      impossible = possible + 1;
    }
    while (impossible - possible > 1) {
      int middle = (possible + impossible) >>> 1;
      if (minimiseBelow(levels[middle]) == 0) {
        possible = middle;
      } else {
        impossible = middle;
      }
    }
    if (levels.length == 0) {
      return 0;
    }
    if (withWitness && impossible < levels.length) {
      minimiseBelow(levels[impossible]);
      stage(Goal.FEWEST_BELOW, levels[impossible], false);
    }
    minimiseBelow(levels[possible]);
    stage(Goal.FEWEST_BELOW, levels[possible], true);
    Arrays.fill(cost, 0);
    return levels[possible];
  }

  private long minimiseBelow(int level) {
    for (int p = 0; p < problem.offers(); p++) {
      cost[network.offerArc + p] = problem.affinity[p] < level ? 1 : 0;
    }
    flow.minimise(cost);
    return value();
  }

  /** One goal a level, upwards, for each level at which something can still change. */
  private void byLevels(Goal goal, int[] levelOf, int lowest) {
    int levels = Arrays.stream(levelOf).max().orElse(0) + 1;
    int[] start = new int[levels + 1];
    for (int level : levelOf) {
      start[level + 1]++;
    }
    for (int level = 0; level < levels; level++) {
      start[level + 1] += start[level];
    }
    int[] next = start.clone();
    int[] byLevel = new int[levelOf.length];
    for (int p = 0; p < levelOf.length; p++) {
      byLevel[next[levelOf[p]]++] = network.offerArc + p;
    }
    for (int level = lowest; level < levels; level++) {
      boolean mayChange = false;
      for (int e = start[level]; e < start[level + 1]; e++) {
        mayChange |= flow.isFree(byLevel[e]);
      }
      if (!mayChange) {
        continue;
      }
      for (int e = start[level]; e < start[level + 1]; e++) {
        cost[byLevel[e]] = goal == Goal.FEWEST_AT ? 1 : -1;
      }
      stage(goal, level, true);
      for (int e = start[level]; e < start[level + 1]; e++) {
        cost[byLevel[e]] = 0;
      }
    }
  }

  private void stage(Goal goal, int level, boolean binding) {
    flow.minimise(cost);
    stages.add(new FairStage(goal, level, value(), binding, flow.potentials()));
    if (binding) {
      flow.keepOptimal();
    }
  }

  private long value() {
    long value = 0;
    for (int a = 0; a < cost.length; a++) {
      if (cost[a] != 0) {
        value += cost[a] * flow.flow(a);
      }
    }
    return value;
  }

  private FairResult result(FairNotion notion) {
    boolean[] held = new boolean[problem.offers()];
    List<FairResult.Placement> placements = new ArrayList<>();
    for (int i = 0; i < problem.learners(); i++) {
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        if (flow.flow(network.offerArc + p) > 0) {
          held[p] = true;
          placements.add(
              new FairResult.Placement(
                  problem.learnerIds[i],
                  problem.opportunityIds[problem.opportunity[p]],
                  problem.affinity[p],
                  problem.wish[p]));
        }
      }
    }
    return new FairResult(notion, placements, figures(held), stages);
  }

  private FairFigures figures(boolean[] held) {
    boolean hasWishes = problem.hasWishes();
    FigureCount count = new FigureCount(problem.learners(), problem.opportunities());
    for (int i = 0; i < problem.learners(); i++) {
      int most = 0;
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        most = Math.max(most, problem.affinity[p]);
      }
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        if (held[p]) {
          boolean isFirst = hasWishes ? problem.wish[p] == 1 : problem.affinity[p] == most;
          count.holds(i, problem.opportunity[p], problem.affinity[p], isFirst);
        }
      }
    }
    for (int i = 0; i < problem.learners(); i++) {
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        count.mightHave(i, problem.opportunity[p], problem.affinity[p]);
      }
    }
    return count.figures(hasWishes ? Measure.AFFINITY_AND_WISHES : Measure.AFFINITY);
  }
}
