package org.educationcities.matching;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One learner whom a repair moved, and why.
 *
 * @param learner who, by id
 * @param from where they had a place, by id; empty if nowhere
 * @param to where they have one now, by id; empty if nowhere
 * @param reason why
 * @param affinityBefore of the placement of before, as it is worth now; 0 if it may be no longer
 * @param affinityAfter of the placement of now; 0 if there is none
 */
public record Move(
    String learner, String from, String to, Reason reason, int affinityBefore, int affinityAfter) {

  /** Why somebody moved. */
  public enum Reason {
    /** The opportunity is not there any more, or has no places. */
    OPPORTUNITY_CLOSED("move.opportunity-closed"),
    /** The learner may not be placed there any more: a permission withdrawn, a rule. */
    NOT_ALLOWED("move.not-allowed"),
    /** The opportunity has fewer places, and nobody else came in. */
    FEWER_PLACES("move.fewer-places"),
    /** Another learner came in for them. */
    MADE_ROOM("move.made-room"),
    /** A better fitting place came free. */
    BETTER_FIT("move.better-fit"),
    /** A new learner, who got a place. */
    NEW_LEARNER("move.new-learner"),
    /** The learner had no place, and got one. */
    PLACE_FREE("move.place-free"),
    /** The learner is not there any more. */
    LEARNER_LEFT("move.learner-left");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    /** The key of its sentence. */
    public String key() {
      return key;
    }
  }

  /** A move that leads somewhere else. */
  public Move {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(reason, "reason");
    if (from.equals(to)) {
      throw new IllegalArgumentException("A move leads somewhere else, not to '" + to + "' again.");
    }
  }

  /**
   * In words: where from, where to, the affinity before and after, in this order.
   *
   * @param names from an opportunity's id to the name that stands in the sentence
   */
  public Sentence sentence(UnaryOperator<String> names) {
    boolean isLeftWithout = to.isEmpty() && reason != Reason.LEARNER_LEFT;
    return Sentence.of(
        isLeftWithout ? reason.key() + ".unplaced" : reason.key(),
        from.isEmpty() ? "" : names.apply(from),
        to.isEmpty() ? "" : names.apply(to),
        (long) affinityBefore,
        (long) affinityAfter);
  }
}
