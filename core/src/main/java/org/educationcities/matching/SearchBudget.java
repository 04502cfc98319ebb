package org.educationcities.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long {@link BestFound} may search. With a number of steps alone the same seed gives the same
 * result, however busy the machine; with a time it may not. Immutable.
 */
public final class SearchBudget {
  /** Stands for a number of steps in keeping with the problem. */
  private static final long STANDARD = -1;

  private final long seed;
  private final long steps;
  private final @Nullable Duration time;
  private final InstantSource clock;
  private final BooleanSupplier isCancelled;
  private final ProgressListener listener;

  private SearchBudget(
      long seed,
      long steps,
      @Nullable Duration time,
      InstantSource clock,
      BooleanSupplier isCancelled,
      ProgressListener listener) {
    this.seed = seed;
    this.steps = steps;
    this.time = time;
    this.clock = clock;
    this.isCancelled = Objects.requireNonNull(isCancelled, "isCancelled");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /** As many steps as are in keeping with the problem, without a limit in time. */
  public static SearchBudget standard(long seed) {
    return new SearchBudget(
        seed, STANDARD, null, InstantSource.system(), () -> false, ProgressListener.NONE);
  }

  /**
   * At most so many steps of the search; those of the bound are in keeping with the problem.
   *
   * @throws IllegalArgumentException if below 0
   */
  public SearchBudget steps(long newSteps) {
    if (newSteps < 0) {
      throw new IllegalArgumentException("A search takes 0 steps or more, not " + newSteps + ".");
    }
    return new SearchBudget(seed, newSteps, time, clock, isCancelled, listener);
  }

  /**
   * At most about so long by a clock, about a third of it for the bound; the best found by then is
   * the result.
   *
   * @throws IllegalArgumentException if below 0
   */
  public SearchBudget within(Duration newTime, InstantSource newClock) {
    if (newTime.isNegative()) {
      throw new IllegalArgumentException("A search takes no time or more, not " + newTime + ".");
    }
    return new SearchBudget(
        seed, steps, newTime, Objects.requireNonNull(newClock, "clock"), isCancelled, listener);
  }

  /** Asked now and then whether to give up; then nothing is returned. */
  public SearchBudget cancelledBy(BooleanSupplier newIsCancelled) {
    return new SearchBudget(seed, steps, time, clock, newIsCancelled, listener);
  }

  /** Told how far it is. */
  public SearchBudget toldTo(ProgressListener newListener) {
    return new SearchBudget(seed, steps, time, clock, isCancelled, newListener);
  }

  long seed() {
    return seed;
  }

  /** The steps for so many units; as many as there is time for, if only time was given. */
  long stepsFor(int units) {
    if (steps != STANDARD) {
      return steps;
    }
    return time == null ? 20_000 + 60L * units : Long.MAX_VALUE;
  }

  Stop stop() {
    return new Stop(isCancelled);
  }

  ProgressListener listener() {
    return listener;
  }

  Instant now() {
    return clock.instant();
  }

  /** When a share of the time since a start is over; null if there is no limit. */
  @Nullable Instant end(Instant started, double share) {
    return time == null ? null : started.plusNanos((long) (time.toNanos() * share));
  }
}
