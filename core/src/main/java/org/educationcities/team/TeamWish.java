package org.educationcities.team;

import java.util.Objects;

/**
 * That two be in one team, or not. A {@link Strength#FIRM} wish goes before everything else, and
 * comes from the educator; any other goes before learning, and after everyone's teaching and
 * learning.
 *
 * @param kind together or apart
 * @param first the id of one; always the lesser of the two
 * @param second the id of the other
 * @param strength how strongly it is wished
 */
public record TeamWish(Kind kind, String first, String second, Strength strength) {

  /** Together or apart. */
  public enum Kind {
    /** In one team. */
    TOGETHER,
    /** In different teams. */
    APART
  }

  /** How strongly it is wished. */
  public enum Strength {
    /** Broken only where it cannot be otherwise, and then reported. */
    FIRM,
    /** Granted where it takes nobody's teaching or learning away. */
    WISHED
  }

  /**
   * A wish about two different members.
   *
   * @throws IllegalArgumentException if both are one
   */
  public TeamWish {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(strength, "strength");
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "A wish names " + first + " twice.\nMaybe the second id was meant to be a teammate's.");
    }
    if (first.compareTo(second) > 0) {
      String lesser = second;
      second = first;
      first = lesser;
    }
  }

  /** A wish that two be in one team. */
  public static TeamWish together(String first, String second) {
    return new TeamWish(Kind.TOGETHER, first, second, Strength.WISHED);
  }

  /** A wish that two be in different teams. */
  public static TeamWish apart(String first, String second) {
    return new TeamWish(Kind.APART, first, second, Strength.WISHED);
  }

  /** The same wish, firm. */
  public TeamWish firm() {
    return new TeamWish(kind, first, second, Strength.FIRM);
  }
}
