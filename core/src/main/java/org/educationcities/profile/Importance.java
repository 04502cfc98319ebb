package org.educationcities.profile;

/**
 * How important it is to somebody to grow in a topic.
 *
 * @param level 1 (a little) to 4 (above all)
 */
public record Importance(int level) {

  /** What a quest or a wish counts for. */
  public static final Importance GREATEST = new Importance(4);

  /** An importance of 1 to 4. */
  public Importance {
    if (level < 1 || level > 4) {
      throw new IllegalArgumentException("An importance is 1 to 4, not " + level + ".");
    }
  }
}
