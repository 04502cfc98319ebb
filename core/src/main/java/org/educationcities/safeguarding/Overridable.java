package org.educationcities.safeguarding;

import java.util.Locale;

/**
 * The conditions that a policy may let two people override. What is not here can be overridden by
 * nobody: no policy, old or missing facts, an unknown age or place, a missing permission, a block,
 * an agreement, a condition of a host or an authority; and never an adult who was barred.
 */
public enum Overridable {
  /** Younger than the policy's minimum; a birth date that is not known stays a no. */
  AGE,
  /** Too long, too early or too late. */
  HOURS,
  /** A kind of place that the age is refused; a kind that is not known stays a no. */
  KIND,
  /** Too far unaccompanied; a way that is not known stays a no. */
  DISTANCE,
  /** Too few adults for so many learners; with no adult at all it stays a no. */
  RATIO,
  /**
   * Adults who are cleared, by a check that has run out by the last session or that the policy does
   * not count. Whoever is barred, not vetted or withdrawn stays a no.
   */
  VETTING;

  /** The code of the condition in a refusal and in a policy file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
