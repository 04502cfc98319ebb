package org.educationcities.matching;

/**
 * How an allocation looks to those in it, whatever it was made for.
 *
 * @param learners how many learners there are
 * @param placed how many have a place
 * @param placements how many placements there are
 * @param total the affinities of all placements together, bonuses included
 * @param lowest the lowest affinity of a placement, 0 where there is none
 * @param firstWishes how many placements are a first wish
 * @param envious how many learners would rather have a placement of somebody to whom it gives less
 *     than it would give them, and more than the best of their own gives them
 */
public record FairFigures(
    int learners,
    int placed,
    int placements,
    long total,
    int lowest,
    int firstWishes,
    int envious) {

  /** The mean affinity of a placement, 0 where there is none. */
  public double mean() {
    return placements == 0 ? 0 : (double) total / placements;
  }

  /** The share of learners with a place who have their first wish, 0..1. */
  public double shareOfFirstWishes() {
    return placed == 0 ? 0 : (double) firstWishes / placed;
  }
}
