package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Deferred acceptance with learners proposing (D. Gale and L. S. Shapley, "College admissions and
 * the stability of marriage", American Mathematical Monthly 69, 1962; with choice functions on both
 * sides, A. E. Roth, Econometrica 52, 1984). Each learner asks for their dearest choices that clash
 * with nothing they hold; a place keeps whom it chooses and refuses the rest, for good.
 *
 * <p>The hot loop works on arrays alone: plain opportunities hold their learners in heaps that lie
 * in three shared arrays, the one to be refused next on top. Time: choices times the logarithm of
 * places.
 */
final class LearnerProposing {
  /** Learners whose lists, at some tens of bytes a learner, share the cache. */
  private static final int NEAR = 1 << 15;

  /** Sweeps end when they reach fewer than one in so many learners. */
  private static final int FEW = 64;

  private final StableProblem problem;
  private final PlaceOrder order;
  private final int[] places;
  private final @Nullable ChoosingPlace @Nullable [] choosing;

  private final int[] heapStart;
  private final int[] heapSize;
  private final long[] heapKey;
  private final int[] heapLearner;
  private final int[] heapPair;

  /**
   * Whoever has a lesser key is refused: that of the last in a full heap, else the least there is.
   */
  private final long[] leastKey;

  /** What the last proposal refused: a pair and its learner, or -1. */
  private int refusedPair = -1;

  private int refusedLearner = -1;

  private LearnerProposing(StableProblem problem, PlaceOrder order) {
    this.problem = problem;
    this.order = order;
    FixedSeats left = FixedSeats.of(problem);
    places = left.places();
    choosing = PlaceChoices.special(problem, order, left);
    int m = problem.opportunities();
    int[] asked = new int[m];
    for (int o : problem.opportunity) {
      asked[o]++;
    }
    heapStart = new int[m + 1];
    for (int o = 0; o < m; o++) {
      boolean plain = choosing == null || choosing[o] == null;
      heapStart[o + 1] = heapStart[o] + (plain ? Math.min(places[o], asked[o]) : 0);
    }
    heapSize = new int[m];
    heapKey = new long[heapStart[m]];
    heapLearner = new int[heapStart[m]];
    heapPair = new int[heapStart[m]];
    leastKey = new long[m];
    Arrays.fill(leastKey, Long.MIN_VALUE);
  }

  /** The pairs of the learner-optimal stable matching, fixed ones not among them, ascending. */
  static int[] solve(StableProblem problem, PlaceOrder order) {
    LearnerProposing proposing = new LearnerProposing(problem, order);
    return problem.hasSeveralPlacements() || problem.fixedFirst != null
        ? proposing.several()
        : proposing.one();
  }

  /**
   * One placement each: a learner goes down the list until somebody keeps them. The order in which
   * learners ask changes nothing, so whoever is refused goes on at once if their data lie near by
   * or few are left, and else waits for the next sweep over all.
   */
  private int[] one() {
    int n = problem.learners();
    int[] next = Arrays.copyOf(problem.first, n);
    BitSet waiting = new BitSet(n);
    waiting.set(0, n);
    int near = NEAR;
    while (!waiting.isEmpty()) {
      int reached = 0;
      for (int i = waiting.nextSetBit(0); i >= 0; i = waiting.nextSetBit(i + 1)) {
        waiting.clear(i);
        reached++;
        int learner = i;
        while (next[learner] < problem.first[learner + 1]) {
          propose(next[learner]++, learner);
          learner = refusedLearner;
          if (learner < 0) {
            break;
          }
          if (Math.abs(learner - i) > near) {
            waiting.set(learner);
            break;
          }
        }
      }
      near = reached < n / FEW ? n : NEAR;
    }
    int[] held = new int[n];
    int count = 0;
    // Whoever ran out of choices was refused by the last one too, so only the places know.
    boolean[] isHeld = new boolean[problem.choices()];
    markHeld(isHeld);
    for (int i = 0; i < n; i++) {
      int last = next[i] - 1;
      if (last >= problem.first[i] && isHeld[last]) {
        held[count++] = last;
      }
    }
    return Arrays.copyOf(held, count);
  }

  private static final byte HELD = 1;
  private static final byte REFUSED = 2;

  /** Several placements each: whoever was refused looks again for the dearest that still fits. */
  private int[] several() {
    byte[] state = new byte[problem.choices()];
    int[] waiting = new int[problem.learners()];
    boolean[] isWaiting = new boolean[problem.learners()];
    for (int i = 0; i < problem.learners(); i++) {
      int size = 0;
      waiting[size++] = i;
      isWaiting[i] = true;
      while (size > 0) {
        int learner = waiting[--size];
        isWaiting[learner] = false;
        int pair = dearestThatFits(learner, state);
        while (pair >= 0) {
          state[pair] = HELD;
          propose(pair, learner);
          if (refusedPair >= 0) {
            state[refusedPair] = REFUSED;
            if (refusedLearner != learner && !isWaiting[refusedLearner]) {
              waiting[size++] = refusedLearner;
              isWaiting[refusedLearner] = true;
            }
          }
          pair = dearestThatFits(learner, state);
        }
      }
    }
    int[] held = new int[problem.choices()];
    int count = 0;
    for (int p = 0; p < state.length; p++) {
      if (state[p] == HELD) {
        held[count++] = p;
      }
    }
    return Arrays.copyOf(held, count);
  }

  private int dearestThatFits(int learner, byte[] state) {
    int from = problem.first[learner];
    int to = problem.first[learner + 1];
    int free = problem.most[learner] - problem.fixedCount(learner);
    for (int p = from; p < to; p++) {
      free -= state[p] == HELD ? 1 : 0;
    }
    for (int p = from; p < to && free > 0; p++) {
      if (state[p] == 0 && LearnerSlots.fits(problem, learner, p, q -> state[q] == HELD)) {
        return p;
      }
    }
    return -1;
  }

  private void propose(int pair, int learner) {
    int o = problem.opportunity[pair];
    refusedPair = -1;
    refusedLearner = -1;
    long key = order.key(pair, learner);
    if (key < leastKey[o]) {
      refusedPair = pair;
      refusedLearner = learner;
      return;
    }
    ChoosingPlace place = choosing == null ? null : choosing[o];
    if (place != null) {
      place.insert(pair, learner, key);
      refusedPair = place.refuse();
      refusedLearner = refusedPair < 0 ? -1 : learnerOf(refusedPair);
      return;
    }
    int start = heapStart[o];
    if (heapSize[o] < heapStart[o + 1] - start) {
      siftUp(o, start, heapSize[o]++, key, learner, pair);
      if (heapSize[o] == heapStart[o + 1] - start) {
        leastKey[o] = heapKey[start];
      }
      return;
    }
    if (heapSize[o] == 0
        || !order.isBefore(key, learner, o, heapKey[start], heapLearner[start], o)) {
      refusedPair = pair;
      refusedLearner = learner;
      return;
    }
    refusedPair = heapPair[start];
    refusedLearner = heapLearner[start];
    siftDown(o, start, heapSize[o], key, learner, pair);
    leastKey[o] = heapKey[start];
  }

  private int learnerOf(int pair) {
    int at = Arrays.binarySearch(problem.first, pair);
    if (at < 0) {
      return -at - 2;
    }
    // Learners without choices start where the next one does: the last of equals has the pair.
    while (problem.first[at + 1] == pair) {
      at++;
    }
    return at;
  }

  private void siftUp(int o, int start, int from, long key, int learner, int pair) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >> 1;
      if (order.isBefore(
          key, learner, o, heapKey[start + parent], heapLearner[start + parent], o)) {
        break;
      }
      move(start + parent, start + at);
      at = parent;
    }
    put(start + at, key, learner, pair);
  }

  private void siftDown(int o, int start, int size, long key, int learner, int pair) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size
          && order.isBefore(
              heapKey[start + child],
              heapLearner[start + child],
              o,
              heapKey[start + child + 1],
              heapLearner[start + child + 1],
              o)) {
        child++;
      }
      if (!order.isBefore(key, learner, o, heapKey[start + child], heapLearner[start + child], o)) {
        break;
      }
      move(start + child, start + at);
      at = child;
    }
    put(start + at, key, learner, pair);
  }

  private void move(int from, int to) {
    heapKey[to] = heapKey[from];
    heapLearner[to] = heapLearner[from];
    heapPair[to] = heapPair[from];
  }

  private void put(int at, long key, int learner, int pair) {
    heapKey[at] = key;
    heapLearner[at] = learner;
    heapPair[at] = pair;
  }

  private void markHeld(boolean[] isHeld) {
    for (int o = 0; o < heapSize.length; o++) {
      for (int e = heapStart[o]; e < heapStart[o] + heapSize[o]; e++) {
        isHeld[heapPair[e]] = true;
      }
      ChoosingPlace place = choosing == null ? null : choosing[o];
      if (place != null) {
        for (int pair : place.wanted()) {
          isHeld[pair] = true;
        }
      }
    }
  }
}
