package org.educationcities.matching;

import java.util.Arrays;
import org.educationcities.matching.ProgressListener.Stage;

/**
 * Solves a problem of many pairs by few of them, exactly: first each learner's best, then whatever
 * pairs the prices leave more for than the learner has, until there are none (column generation;
 * Dantzig and Wolfe 1960). What is found is best over all pairs, since its certificate covers all
 * of them.
 */
final class PairPricing {
  /** With 30 candidates in a scarce city hardly any pair is ever added; more only cost time. */
  private static final int FIRST = 30;

  /** All pairs are searched at once, and none need be marked. */
  private static final boolean[] NO_CHOICE = {};

  private final AllocationProblem full;
  private final Stop stop;
  private final ProgressListener listener;
  private final boolean[] chosen;

  /** What the total may miss: what pairs left out leave beyond what their learners have. */
  private long missing;

  PairPricing(AllocationProblem full, Stop stop, ProgressListener listener) {
    this.full = full;
    this.stop = stop;
    this.listener = listener;
    this.chosen = hasShortListsOnly(full) ? NO_CHOICE : new boolean[full.pairCount()];
  }

  Allocation solve() {
    if (chosen == NO_CHOICE) {
      return solved(full);
    }
    for (int i = 0; i < full.learnerCount(); i++) {
      chooseBest(i);
    }
    while (true) {
      AllocationProblem few = narrowed();
      Allocation found = solved(few);
      int improving = chooseImproving(found);
      listener.heard(Stage.SEARCHING, found.total(), found.total() + missing);
      if (improving == 0) {
        return new Allocation(full, placesOf(found), found.certificate());
      }
    }
  }

  private Allocation solved(AllocationProblem problem) {
    return AllocationSession.open(problem, stop::isAsked).allocation();
  }

  private static boolean hasShortListsOnly(AllocationProblem full) {
    for (int i = 0; i < full.learnerCount(); i++) {
      if (full.start(i + 1) - full.start(i) > FIRST) {
        return false;
      }
    }
    return true;
  }

  private void chooseBest(int learner) {
    int from = full.start(learner);
    int to = full.start(learner + 1);
    int threshold = 0;
    if (to - from > FIRST) {
      int[] affinities = new int[to - from];
      for (int e = from; e < to; e++) {
        affinities[e - from] = full.affinityOf(e);
      }
      Arrays.sort(affinities);
      threshold = affinities[affinities.length - FIRST];
    }
    int above = 0;
    for (int e = from; e < to; e++) {
      if (full.affinityOf(e) > threshold) {
        chosen[e] = true;
        above++;
      }
    }
    for (int e = from; e < to && above < FIRST; e++) {
      if (full.affinityOf(e) == threshold) {
        chosen[e] = true;
        above++;
      }
    }
  }

  /**
   * Of each learner the pair that the prices leave most for, where that is more than the learner
   * has.
   */
  private int chooseImproving(Allocation found) {
    int added = 0;
    missing = 0;
    for (int i = 0; i < full.learnerCount(); i++) {
      long most = found.surplus(i);
      int best = -1;
      for (int e = full.start(i); e < full.start(i + 1); e++) {
        long left = full.affinityOf(e) - found.price(full.opportunityOf(e));
        if (left > most) {
          most = left;
          best = e;
        }
      }
      if (best >= 0) {
        chosen[best] = true;
        missing += most - found.surplus(i);
        added++;
      }
    }
    return added;
  }

  private AllocationProblem narrowed() {
    int[] start = new int[full.learnerCount() + 1];
    int count = 0;
    for (boolean each : chosen) {
      if (each) {
        count++;
      }
    }
    int[] opportunityOf = new int[count];
    int[] affinityOf = new int[count];
    int at = 0;
    for (int i = 0; i < full.learnerCount(); i++) {
      for (int e = full.start(i); e < full.start(i + 1); e++) {
        if (chosen[e]) {
          opportunityOf[at] = full.opportunityOf(e);
          affinityOf[at++] = full.affinityOf(e);
        }
      }
      start[i + 1] = at;
    }
    return full.withPairs(start, opportunityOf, affinityOf);
  }

  private int[] placesOf(Allocation found) {
    int[] placeOf = new int[full.learnerCount()];
    for (int i = 0; i < placeOf.length; i++) {
      placeOf[i] = found.placeOf(i);
    }
    return placeOf;
  }
}
