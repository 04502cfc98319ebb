package org.educationcities.matching;

import java.util.Arrays;

/** A place that chooses by more than its order: who holds a seat there, in that order. */
final class ChoosingPlace {
  private final StableProblem problem;
  private final PlaceOrder order;
  private final PlaceChoice choice;
  private int[] pairs = new int[8];
  private int[] learners = new int[8];
  private long[] keys = new long[8];
  private boolean[] chosen = new boolean[8];
  private int size;

  ChoosingPlace(StableProblem problem, PlaceOrder order, PlaceChoice choice) {
    this.problem = problem;
    this.order = order;
    this.choice = choice;
  }

  /** Puts a pair among those who ask, in the place's order. */
  void insert(int pair, int learner, long key) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
      learners = Arrays.copyOf(learners, 2 * size);
      keys = Arrays.copyOf(keys, 2 * size);
      chosen = Arrays.copyOf(chosen, 2 * size);
    }
    int at = size++;
    int opportunity = problem.opportunity[pair];
    while (at > 0
        && order.isBefore(
            key,
            learner,
            opportunity,
            keys[at - 1],
            learners[at - 1],
            problem.opportunity[pairs[at - 1]])) {
      pairs[at] = pairs[at - 1];
      learners[at] = learners[at - 1];
      keys[at] = keys[at - 1];
      at--;
    }
    pairs[at] = pair;
    learners[at] = learner;
    keys[at] = key;
  }

  /** Lets the place choose, and takes out who is refused: at most one, or -1. */
  int refuse() {
    choice.choose(pairs, learners, size, chosen);
    int refused = -1;
    for (int e = 0; e < size; e++) {
      if (!chosen[e]) {
        refused = e;
        break;
      }
    }
    if (refused < 0) {
      return -1;
    }
    int pair = pairs[refused];
    remove(refused);
    return pair;
  }

  /** The pairs that the place would take of those who ask now. */
  int[] wanted() {
    choice.choose(pairs, learners, size, chosen);
    int[] wanted = new int[size];
    int count = 0;
    for (int e = 0; e < size; e++) {
      if (chosen[e]) {
        wanted[count++] = pairs[e];
      }
    }
    return Arrays.copyOf(wanted, count);
  }

  /** Takes out a pair that asks no more. */
  void withdraw(int pair) {
    for (int e = 0; e < size; e++) {
      if (pairs[e] == pair) {
        remove(e);
        return;
      }
    }
  }

  private void remove(int at) {
    size--;
    System.arraycopy(pairs, at + 1, pairs, at, size - at);
    System.arraycopy(learners, at + 1, learners, at, size - at);
    System.arraycopy(keys, at + 1, keys, at, size - at);
  }
}
