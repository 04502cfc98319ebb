package org.educationcities.round;

import java.util.Optional;
import org.educationcities.city.Distance;

/**
 * A rule that no affinity outweighs: a pair that breaks one is never placed. A host adds its own;
 * one can be tested alone, with a learner and an opportunity, without solving anything.
 *
 * <p>Thread-safe and without effects: the same pair always gets the same answer.
 */
public interface HardRule {

  /** Its stable code, lower-case words joined by hyphens, by which an exclusion is explained. */
  String code();

  /** Whether the rule lets this learner into this opportunity. */
  boolean admits(TermLearner learner, TermOpportunity offered);

  /**
   * How far a learner goes at most by this rule: it refuses every pair farther apart, if both are
   * somewhere. Lets the search skip what is far; by default a rule says nothing of distance.
   */
  default Optional<Distance> reach() {
    return Optional.empty();
  }
}
