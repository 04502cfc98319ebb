package org.educationcities.matching;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Asks now and then whether to go on. */
final class Stop {
  /** Goes on to the end. */
  static final Stop NEVER = new Stop(() -> false);

  private final BooleanSupplier isCancelled;

  Stop(BooleanSupplier isCancelled) {
    this.isCancelled = isCancelled;
  }

  boolean isAsked() {
    return isCancelled.getAsBoolean();
  }

  /** Throws if the caller has cancelled. */
  void check() {
    if (isCancelled.getAsBoolean()) {
      throw new CancellationException("The allocation was cancelled; nothing was returned.");
    }
  }
}
