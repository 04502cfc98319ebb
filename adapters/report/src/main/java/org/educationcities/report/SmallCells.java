package org.educationcities.report;

/**
 * The rule by which small cells were hidden before the figures reached the report.
 *
 * @param threshold figures about fewer people than this are hidden; 1 or more
 * @param rounding figures about people are rounded to a multiple of this; 1 or more
 */
public record SmallCells(int threshold, int rounding) {
  /** The rule, checked. */
  public SmallCells {
    if (threshold < 1 || rounding < 1) {
      throw new IllegalArgumentException(
          "Small cells below "
              + threshold
              + " rounded to "
              + rounding
              + ".\nMaybe give 1 for no threshold or no rounding.");
    }
  }
}
