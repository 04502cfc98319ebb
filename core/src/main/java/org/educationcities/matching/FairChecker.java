package org.educationcities.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.educationcities.matching.FairFigures.Measure;
import org.educationcities.matching.FairStage.Goal;

/**
 * Verifies a {@link FairResult} from the problem alone: that it keeps every bound, that its figures
 * are right, that its goals are those of its notion, and that each goal is reached, by the proof it
 * carries. Shares no code with what finds allocations; sums are exact, and what would overflow is
 * rejected.
 */
public final class FairChecker {
  private final FairProblem problem;
  private final FairResult result;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> learners = new HashMap<>();

  /** By offer whether the result holds it. */
  private final boolean[] held;

  private final int[] heldBy;

  private FairChecker(FairProblem problem, FairResult result) {
    this.problem = problem;
    this.result = result;
    held = new boolean[problem.offers()];
    heldBy = new int[problem.learners()];
    for (int i = 0; i < problem.learnerIds.length; i++) {
      learners.put(problem.learnerIds[i], i);
    }
  }

  /** What is wrong with a result, in words; empty if nothing is. Time: offers times goals. */
  public static List<String> faults(FairProblem problem, FairResult result) {
    FairChecker checker = new FairChecker(problem, result);
    checker.checkPlacements();
    if (checker.faults.isEmpty()) {
      checker.checkFigures();
      checker.checkGoals();
    }
    return List.copyOf(checker.faults);
  }

  private void checkPlacements() {
    Map<Integer, Integer> taken = new HashMap<>();
    Map<Integer, Integer> takenOfProvider = new HashMap<>();
    Set<List<Integer>> slots = new HashSet<>();
    for (FairResult.Placement placement : result.placements()) {
      int p = offer(placement);
      if (p < 0 || held[p]) {
        faults.add("a placement of " + placement.learner() + " is not offered, or told twice");
        continue;
      }
      held[p] = true;
      int i = learners.getOrDefault(placement.learner(), -1);
      int o = problem.opportunity[p];
      if (placement.affinity() != problem.affinity[p] || placement.wish() != problem.wish[p]) {
        faults.add("a placement of " + placement.learner() + " is told wrongly");
      }
      if (++heldBy[i] > problem.most[i]
          || (problem.slot[o] >= 0 && !slots.add(List.of(i, problem.slot[o])))) {
        faults.add("learner " + placement.learner() + " has too much");
      }
      if (taken.merge(o, 1, Integer::sum) > problem.places[o]) {
        faults.add("opportunity " + placement.opportunity() + " is too full");
      }
      int s = problem.provider[o];
      if (s >= 0 && takenOfProvider.merge(s, 1, Integer::sum) > problem.providerPlaces[s]) {
        faults.add("the provider of " + placement.opportunity() + " is too full");
      }
    }
  }

  private int offer(FairResult.Placement placement) {
    Integer learner = learners.get(placement.learner());
    if (learner != null) {
      for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
        if (problem.opportunityIds[problem.opportunity[p]].equals(placement.opportunity())) {
          return p;
        }
      }
    }
    return -1;
  }

  private void checkFigures() {
    long total = 0;
    int lowest = 0;
    int firstWishes = 0;
    int placed = 0;
    int envious = 0;
    boolean hasWishes = problem.hasWishes();
    Map<String, Integer> least = new HashMap<>();
    for (FairResult.Placement placement : result.placements()) {
      total += placement.affinity();
      lowest = lowest == 0 ? placement.affinity() : Math.min(lowest, placement.affinity());
      least.merge(placement.opportunity(), placement.affinity(), Math::min);
    }
    for (int i = 0; i < problem.learners(); i++) {
      placed += heldBy[i] > 0 ? 1 : 0;
      firstWishes += holdsFirstWish(i, hasWishes) ? 1 : 0;
      int best = 0;
      boolean envies = false;
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        best = held[p] ? Math.max(best, problem.affinity[p]) : best;
      }
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        Integer held = least.get(problem.opportunityIds[problem.opportunity[p]]);
        envies |= held != null && held < problem.affinity[p] && problem.affinity[p] > best;
      }
      envious += envies ? 1 : 0;
    }
    FairFigures right =
        new FairFigures(
            hasWishes ? Measure.AFFINITY_AND_WISHES : Measure.AFFINITY,
            problem.learners(),
            placed,
            result.placements().size(),
            total,
            lowest,
            firstWishes,
            envious);
    if (!right.equals(result.figures())) {
      faults.add("the figures are " + result.figures() + " where they should be " + right);
    }
  }

  /** The first in wishes, or where nobody told any, what no other offer gives more than. */
  private boolean holdsFirstWish(int learner, boolean hasWishes) {
    int most = 0;
    int mostHeld = -1;
    boolean holdsWish = false;
    for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
      most = Math.max(most, problem.affinity[p]);
      mostHeld = held[p] ? Math.max(mostHeld, problem.affinity[p]) : mostHeld;
      holdsWish |= held[p] && problem.wish[p] == 1;
    }
    return hasWishes ? holdsWish : mostHeld == most;
  }

  private void checkGoals() {
    FairProofs proofs = new FairProofs(problem, held, heldBy);
    List<FairStage> stages = new ArrayList<>(result.stages());
    switch (result.notion()) {
      case BOTTLENECK_THEN_TOTAL -> {
        mostLearners(stages, proofs);
        bottleneck(stages, proofs, true);
        expect(stages, proofs, Goal.GREATEST_TOTAL, 0);
      }
      case LEXIMIN -> {
        mostLearners(stages, proofs);
        expect(stages, proofs, Goal.MOST_PLACEMENTS, 0);
        int lowest = bottleneck(stages, proofs, false);
        levels(stages, proofs, Goal.FEWEST_AT, problem.affinity, lowest);
      }
      case RANK_MAXIMAL -> {
        levels(stages, proofs, Goal.MOST_OF_WISH, problem.wish, 1);
        mostLearners(stages, proofs);
        expect(stages, proofs, Goal.GREATEST_TOTAL, 0);
      }
      case MOST_LEARNERS_THEN_RANK_MAXIMAL -> {
        mostLearners(stages, proofs);
        levels(stages, proofs, Goal.MOST_OF_WISH, problem.wish, 1);
        expect(stages, proofs, Goal.GREATEST_TOTAL, 0);
      }
    }
    if (!stages.isEmpty()) {
      faults.add("goals are left over: " + stages);
    }
  }

  private void mostLearners(List<FairStage> stages, FairProofs proofs) {
    expect(stages, proofs, Goal.MOST_LEARNERS, 0);
    for (int bonus : problem.leastServedBonus) {
      if (bonus > 0) {
        expect(stages, proofs, Goal.LEAST_SERVED_FIRST, 0);
        return;
      }
    }
  }

  /** That nothing is below a level, and that something would have to be below the next one. */
  private int bottleneck(List<FairStage> stages, FairProofs proofs, boolean withWitness) {
    TreeSet<Integer> levels = new TreeSet<>();
    for (int affinity : problem.affinity) {
      levels.add(affinity);
    }
    if (levels.isEmpty()) {
      return 0;
    }
    Integer impossible = null;
    if (withWitness && !stages.isEmpty() && !stages.get(0).isBinding()) {
      FairStage witness = stages.remove(0);
      impossible = witness.level();
      if (witness.goal() != Goal.FEWEST_BELOW || !proofs.showsThatNoneIsImpossible(witness)) {
        faults.add("it is not shown that something must be below " + impossible);
      }
    }
    int level = stages.isEmpty() ? -1 : stages.get(0).level();
    expect(stages, proofs, Goal.FEWEST_BELOW, level);
    if (withWitness && !Objects.equals(levels.higher(level), impossible)) {
      faults.add("it is not shown that " + level + " is the highest bottleneck");
    }
    for (int p = 0; p < held.length; p++) {
      if (held[p] && problem.affinity[p] < level) {
        faults.add("a placement is below the bottleneck of " + level);
      }
    }
    return level;
  }

  private void levels(
      List<FairStage> stages, FairProofs proofs, Goal goal, int[] levelOf, int lowest) {
    Map<Integer, List<Integer>> offers = new LinkedHashMap<>();
    TreeSet<Integer> levels = new TreeSet<>();
    for (int p = 0; p < levelOf.length; p++) {
      if (levelOf[p] >= lowest) {
        levels.add(levelOf[p]);
        offers.computeIfAbsent(levelOf[p], key -> new ArrayList<>()).add(p);
      }
    }
    for (int level : levels) {
      boolean told =
          !stages.isEmpty() && stages.get(0).goal() == goal && stages.get(0).level() == level;
      // A level whose offers are all fixed by earlier goals needs no proof of its own.
      if (told || !proofs.areFixed(offers.getOrDefault(level, List.of()))) {
        expect(stages, proofs, goal, level);
      }
    }
  }

  private void expect(List<FairStage> stages, FairProofs proofs, Goal goal, int level) {
    if (stages.isEmpty() || stages.get(0).goal() != goal || stages.get(0).level() != level) {
      faults.add("the goal " + goal + " of level " + level + " is missing");
      return;
    }
    FairStage stage = stages.remove(0);
    if (!stage.isBinding() || !proofs.prove(stage)) {
      faults.add("it is not proven that this is reached: " + stage);
    }
  }
}
