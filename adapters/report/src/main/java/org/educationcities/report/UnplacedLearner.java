package org.educationcities.report;

/**
 * A learner without a place in this round, as a planner sees it.
 *
 * @param city the city's name
 * @param pseudonym the learner's pseudonym, never an id or a name of the host
 * @param reason why, in words, such as "41 learners share the 30 places within reach"
 * @param nearest the opportunity that was nearest to it and what it would have taken; may be empty
 */
public record UnplacedLearner(String city, String pseudonym, String reason, String nearest) {
  /** A learner, checked. */
  public UnplacedLearner {
    city = Checks.name(city, "city");
    pseudonym = Checks.name(pseudonym, "pseudonym");
    reason = Checks.name(reason, "reason");
    nearest = Checks.text(nearest, "nearest opportunity");
  }

  /** Redacted: which city, and nothing of whom. */
  @Override
  public String toString() {
    return "UnplacedLearner[" + city + "]";
  }
}
