package org.educationcities.matching;

import java.util.function.IntPredicate;

/** Whether a choice clashes with what a learner holds. */
final class LearnerSlots {
  private LearnerSlots() {}

  /** Whether a pair of a learner's clashes with nothing fixed and nothing held. */
  static boolean fits(StableProblem problem, int learner, int pair, IntPredicate isHeld) {
    int o = problem.opportunity[pair];
    int slot = problem.slot[o];
    if (problem.fixedFirst != null) {
      for (int f = problem.fixedFirst[learner]; f < problem.fixedFirst[learner + 1]; f++) {
        int fixed = problem.fixed[f];
        if (fixed == o || (slot >= 0 && problem.slot[fixed] == slot)) {
          return false;
        }
      }
    }
    if (slot < 0) {
      return true;
    }
    for (int p = problem.first[learner]; p < problem.first[learner + 1]; p++) {
      if (isHeld.test(p) && problem.slot[problem.opportunity[p]] == slot) {
        return false;
      }
    }
    return true;
  }
}
