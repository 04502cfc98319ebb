package org.educationcities.collaboration;

import java.time.Duration;

/**
 * How long people have to answer.
 *
 * @param proposal from a proposal until it expires, and again from its acceptance until it must be
 *     confirmed
 * @param waitlist from the offer of a freed place until it goes to the next
 */
public record AnswerTimes(Duration proposal, Duration waitlist) {

  /** Two weeks for a proposal, three days for a freed place. */
  public static final AnswerTimes STANDARD =
      new AnswerTimes(Duration.ofDays(14), Duration.ofDays(3));

  /** Times above 0. */
  public AnswerTimes {
    if (proposal.isNegative() || proposal.isZero() || waitlist.isNegative() || waitlist.isZero()) {
      throw new IllegalArgumentException("People have more than no time to answer.");
    }
  }
}
