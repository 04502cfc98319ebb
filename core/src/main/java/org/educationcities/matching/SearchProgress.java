package org.educationcities.matching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts the steps of a search against its budget of steps and time. Not thread-safe. */
final class SearchProgress {
  private static final int LOOK_EVERY = 64;

  private final SearchBudget budget;
  private final Stop stop;
  private final long steps;
  private final Instant start;
  private final @Nullable Instant end;
  private long done;
  private double timeDone;
  private final Runnable now;

  /**
   * Starts to count.
   *
   * @param end when it is over; null if time does not matter
   * @param now runs now and then
   */
  SearchProgress(SearchBudget budget, long steps, @Nullable Instant end, Runnable now) {
    this.budget = budget;
    this.stop = budget.stop();
    this.steps = steps;
    this.start = budget.now();
    this.end = end;
    this.now = now;
  }

  /** How far the search is, from 0 on; 1 or more if it is over. */
  double next() {
    if (done % LOOK_EVERY == 0) {
      stop.check();
      if (end != null) {
        double whole = Duration.between(start, end).toNanos();
        double gone = Duration.between(start, budget.now()).toNanos();
        timeDone = whole <= 0 ? 1 : gone / whole;
      }
      if (done % (LOOK_EVERY * 64L) == 0) {
        now.run();
      }
    }
    double stepsDone = steps == 0 ? 1 : (double) done / steps;
    done++;
    return Math.max(stepsDone, timeDone);
  }
}
