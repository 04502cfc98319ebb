package org.educationcities.report;

/**
 * A published figure: a number, or hidden because it tells of too few people. There is no third
 * way, so a page can never show a small cell by accident.
 */
public sealed interface Figure {
  /** A number that may be shown: already rounded and already safe, or about no person at all. */
  static Figure of(long value) {
    return new Shown(value);
  }

  /** A figure that is not shown, because it tells of too few people or would give one away. */
  static Figure hidden() {
    return Hidden.INSTANCE;
  }

  /** Whether the figure is a number that may be shown. */
  default boolean isShown() {
    return this instanceof Shown;
  }

  /** The number, or 0 where it is hidden: for the length of a bar, never for a sum. */
  default long shownOrZero() {
    return this instanceof Shown shown ? shown.value() : 0;
  }

  /**
   * A figure that is shown.
   *
   * @param value the number, 0 or more
   */
  record Shown(long value) implements Figure {
    /** A figure, checked. */
    public Shown {
      if (value < 0) {
        throw new IllegalArgumentException(
            "A figure is " + value + ".\nMaybe a difference was taken the wrong way round.");
      }
    }
  }

  /** A figure that is not shown. */
  enum Hidden implements Figure {
    /** The only one. */
    INSTANCE
  }
}
