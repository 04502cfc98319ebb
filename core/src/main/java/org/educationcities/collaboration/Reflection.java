package org.educationcities.collaboration;

/**
 * How one side looks back.
 *
 * @param side whose view it is
 * @param relevant whether it was relevant, 1 (not at all) to 5 (very)
 * @param alive whether it was alive, 1 to 5
 * @param bond how the bond is, 1 (over) to 5 (wants to go on)
 */
public record Reflection(Side side, int relevant, int alive, int bond) {
  /** A reflection whose answers are 1 to 5. */
  public Reflection {
    check("relevant", relevant);
    check("alive", alive);
    check("bond", bond);
  }

  private static void check(String question, int answer) {
    if (answer < 1 || answer > 5) {
      throw new IllegalArgumentException(
          "The answer to '" + question + "' is 1 to 5, not " + answer + ".");
    }
  }

  /** Whether this side wants the bond to go on: 4 or 5. */
  public boolean wantsToGoOn() {
    return bond >= 4;
  }
}
