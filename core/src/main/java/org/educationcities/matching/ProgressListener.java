package org.educationcities.matching;

/** Hears how far an allocation is, on the thread that allocates; should return quickly. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = (stage, value, bound) -> {};

  /** What an allocation is at. */
  enum Stage {
    /** It has begun: a first choice and a first bound are being made. */
    STARTED,
    /** The bound is being brought down. */
    BOUNDING,
    /** The choice is being bettered. */
    SEARCHING,
    /** The result stands. */
    DONE
  }

  /**
   * Hears.
   *
   * @param value the best found so far; {@link Long#MIN_VALUE} while nothing is
   * @param bound what no choice exceeds; {@link Long#MAX_VALUE} while none is known
   */
  void heard(Stage stage, long value, long bound);
}
