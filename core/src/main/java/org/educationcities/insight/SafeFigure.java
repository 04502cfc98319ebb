package org.educationcities.insight;

import java.util.OptionalLong;

/**
 * A figure that may be published: a number, or hidden since it would tell of too few people. One
 * with a number comes only from a {@link SafetyRule} or a {@link SafePublication}, or is said to be
 * about no person at all; so an unsafe number cannot stand where a safe figure is asked for.
 * Immutable.
 */
public final class SafeFigure {
  private static final SafeFigure HIDDEN = new SafeFigure(false, 0);

  private final boolean shown;
  private final long value;

  private SafeFigure(boolean shown, long value) {
    this.shown = shown;
    this.value = value;
  }

  static SafeFigure shown(long value) {
    return new SafeFigure(true, value);
  }

  /** A figure that is not shown. */
  public static SafeFigure hidden() {
    return HIDDEN;
  }

  /**
   * A number about no person: how many schools, places or localities there are. Never a number of
   * learners, nor anything worked out from them.
   *
   * @param value 0 or more
   * @throws IllegalArgumentException if negative
   */
  public static SafeFigure ofPublicFact(long value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "A figure is 0 or more, not "
              + value
              + ".\nMaybe a difference was taken the wrong way round.");
    }
    return new SafeFigure(true, value);
  }

  /** Whether it is a number that may be shown. */
  public boolean isShown() {
    return shown;
  }

  /** The number, unless it is hidden. */
  public OptionalLong value() {
    return shown ? OptionalLong.of(value) : OptionalLong.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeFigure that && shown == that.shown && value == that.value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value) * 2 + (shown ? 1 : 0);
  }

  @Override
  public String toString() {
    return shown ? Long.toString(value) : "hidden";
  }
}
