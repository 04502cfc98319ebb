package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * A learner of a {@link FairProblem}.
 *
 * @param id the host's opaque id
 * @param most how many placements they may have, at least 1, no two in one slot
 * @param leastServedBonus 0 or more: the more they missed in earlier rounds. Among all ways to
 *     place as many learners as possible, those count whose placed learners have the greatest sum
 *     of it
 * @param offers what they may have, each opportunity once
 */
public record FairLearner(String id, int most, int leastServedBonus, List<Offer> offers) {

  /** The greatest affinity. */
  public static final int GREATEST_AFFINITY = 1000;

  /** The greatest bonus, so that sums stay far from overflow. */
  public static final int GREATEST_BONUS = 1_000_000;

  /**
   * One opportunity that a learner may have.
   *
   * @param opportunity the opportunity's id
   * @param affinity how much it gives, 1..1000
   * @param wish which wish of the learner's it is, 1 for the first; 0 where it was not wished for
   * @param continues whether it goes on with a bond that both sides want to go on; it then counts
   *     the problem's {@linkplain FairProblem#bondBonus() bond bonus} more, at most 1000 in all
   */
  public record Offer(String opportunity, int affinity, int wish, boolean continues) {

    /**
     * An offer.
     *
     * @throws IllegalArgumentException if the affinity is outside 1..1000 or the wish below 0
     */
    public Offer {
      Objects.requireNonNull(opportunity, "opportunity");
      if (affinity < 1 || affinity > GREATEST_AFFINITY || wish < 0) {
        throw new IllegalArgumentException(
            "An offer of "
                + opportunity
                + " has affinity "
                + affinity
                + " and wish "
                + wish
                + ".\nMaybe leave out what gives nothing, and use 0 where there is no wish.");
      }
    }

    /** An offer by affinity alone. */
    public static Offer of(String opportunity, int affinity) {
      return new Offer(opportunity, affinity, 0, false);
    }
  }

  /**
   * A learner with their offers.
   *
   * @throws IllegalArgumentException if {@code most} is below 1 or the bonus outside 0..1,000,000
   */
  public FairLearner {
    Objects.requireNonNull(id, "id");
    offers = List.copyOf(offers);
    if (most < 1 || leastServedBonus < 0 || leastServedBonus > GREATEST_BONUS) {
      throw new IllegalArgumentException(
          "Learner "
              + id
              + " may have "
              + most
              + " placements and has a bonus of "
              + leastServedBonus
              + ".\nMaybe leave out who may have none; bonuses are 0 to "
              + GREATEST_BONUS
              + ".");
    }
  }

  /** A learner who may have one placement, without a bonus. */
  public static FairLearner of(String id, Offer... offers) {
    return new FairLearner(id, 1, 0, List.of(offers));
  }
}
