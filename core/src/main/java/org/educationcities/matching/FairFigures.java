package org.educationcities.matching;

import java.util.Locale;
import java.util.Objects;

/**
 * How an allocation looks to those in it, whatever it was made for.
 *
 * @param measure in what it is measured
 * @param learners how many learners there are
 * @param placed how many have a place
 * @param placements how many placements there are
 * @param total what all placements have together by the measure, bonuses included
 * @param worst the worst placement by the measure, 0 where there is none
 * @param firstWishes how many learners have a first wish of theirs
 * @param envious how many learners would rather have a placement of somebody to whom it gives less
 *     than it would give them, and more than the best of their own gives them
 */
public record FairFigures(
    Measure measure,
    int learners,
    int placed,
    int placements,
    long total,
    int worst,
    int firstWishes,
    int envious) {

  /** In what figures are measured, and what a first wish is. */
  public enum Measure {
    /** In points of affinity; learners told their wishes in their order. */
    AFFINITY_AND_WISHES,
    /** In points of affinity; nobody told wishes, so the first is what gives a learner most. */
    AFFINITY,
    /**
     * In numbers of choices, 1 for a learner's dearest, so that the worst is the greatest; a
     * placement fixed beforehand that its learner did not choose comes after all choices of theirs.
     */
    CHOICES
  }

  /** Figures. */
  public FairFigures {
    Objects.requireNonNull(measure, "measure");
  }

  /** The mean of a placement by the measure, 0 where there is none. */
  public double mean() {
    return placements == 0 ? 0 : (double) total / placements;
  }

  /** The share of learners with a place who have their first wish, 0..1. */
  public double shareOfFirstWishes() {
    return placed == 0 ? 0 : (double) firstWishes / placed;
  }

  /** As a sentence: means in whole points or tenths of a choice, shares in whole percents. */
  public Sentence sentence() {
    String key = "figures." + measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    long tenths = Math.round(10 * mean());
    Object mean =
        measure == Measure.CHOICES ? tenths / 10 + "." + tenths % 10 : (Object) Math.round(mean());
    return Sentence.of(
        key,
        (long) placed,
        (long) learners,
        mean,
        (long) worst,
        Math.round(100 * shareOfFirstWishes()),
        (long) envious);
  }
}
