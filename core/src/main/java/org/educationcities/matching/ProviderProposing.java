package org.educationcities.matching;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Deferred acceptance with places proposing: each place offers to whom it would take of all who
 * have not refused it; a learner keeps the dearest offers that clash with nothing dearer, and
 * refuses the rest, for good. Time: each refusal looks at one place's list.
 */
final class ProviderProposing {
  private final StableProblem problem;
  private final ChoosingPlace[] places;
  private final boolean[] offered;
  private final boolean[] refusedForGood;
  private final int[] learnerOf;

  private ProviderProposing(StableProblem problem, PlaceOrder order) {
    this.problem = problem;
    places = PlaceChoices.all(problem, order);
    offered = new boolean[problem.choices()];
    refusedForGood = new boolean[problem.choices()];
    learnerOf = new int[problem.choices()];
    for (int i = 0; i < problem.learners(); i++) {
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        learnerOf[p] = i;
        boolean free = problem.most[i] > problem.fixedCount(i);
        if (free && LearnerSlots.fits(problem, i, p, q -> false)) {
          places[problem.opportunity[p]].insert(p, i, order.key(p, i));
        }
      }
    }
  }

  /** The pairs of the place-optimal stable matching, fixed ones not among them, ascending. */
  static int[] solve(StableProblem problem, PlaceOrder order) {
    return new ProviderProposing(problem, order).solve();
  }

  private int[] solve() {
    ArrayDeque<ChoosingPlace> waiting = new ArrayDeque<>();
    for (ChoosingPlace place : places) {
      // Neighbours share their provider's place often enough; a second visit changes nothing.
      if (waiting.peekLast() != place) {
        waiting.add(place);
      }
    }
    while (!waiting.isEmpty()) {
      ChoosingPlace place = waiting.remove();
      for (int pair : place.wanted()) {
        if (!offered[pair] && !refusedForGood[pair]) {
          offered[pair] = true;
          int refused = refuse(learnerOf[pair]);
          if (refused >= 0) {
            offered[refused] = false;
            refusedForGood[refused] = true;
            ChoosingPlace refusedPlace = places[problem.opportunity[refused]];
            refusedPlace.withdraw(refused);
            waiting.add(refusedPlace);
          }
        }
      }
    }
    int[] held = new int[problem.choices()];
    int count = 0;
    for (int p = 0; p < offered.length; p++) {
      if (offered[p]) {
        held[count++] = p;
      }
    }
    return Arrays.copyOf(held, count);
  }

  /** The one offer that a learner does not keep, or -1. */
  private int refuse(int learner) {
    int free = problem.most[learner] - problem.fixedCount(learner);
    int end = problem.first[learner + 1];
    for (int p = problem.first[learner]; p < end; p++) {
      if (!offered[p]) {
        continue;
      }
      int current = p;
      if (free == 0 || !LearnerSlots.fits(problem, learner, p, q -> q < current && offered[q])) {
        return p;
      }
      free--;
    }
    return -1;
  }
}
