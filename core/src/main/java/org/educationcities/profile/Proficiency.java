package org.educationcities.profile;

/** How well somebody can do something, from nothing to being able to teach it. */
public enum Proficiency {
  /** 0: nothing yet. */
  NONE(0),
  /** 1: starting. */
  STARTING(1),
  /** 2: on one's own. */
  INDEPENDENT(2),
  /** 3: strong. */
  STRONG(3),
  /** 4: could teach it. */
  COULD_TEACH(4);

  private final int level;

  Proficiency(int level) {
    this.level = level;
  }

  /** The level as a number, 0 to 4. */
  public int level() {
    return level;
  }

  /**
   * The proficiency of a level.
   *
   * @throws IllegalArgumentException if not 0 to 4
   */
  public static Proficiency of(int level) {
    for (Proficiency proficiency : values()) {
      if (proficiency.level == level) {
        return proficiency;
      }
    }
    throw new IllegalArgumentException("A proficiency is 0 to 4, not " + level + ".");
  }
}
