package org.educationcities.matching;

import org.jspecify.annotations.Nullable;

/**
 * What a learner has at stake in a repair, beside affinity: what being without a place is worth,
 * and the placement that is worth more because it is there. Arrays by learner, or none at all in an
 * ordinary allocation, where being without a place is worth 0.
 */
final class Stakes {
  /** An ordinary allocation: nothing but affinity. */
  static final Stakes NONE = new Stakes(null, null, 0);

  private final long @Nullable [] outside;
  private final int @Nullable [] kept;
  private final long bonus;

  Stakes(long @Nullable [] outside, int @Nullable [] kept, long bonus) {
    this.outside = outside;
    this.kept = kept;
    this.bonus = bonus;
  }

  /** What being without a place is worth to a learner, 0 or less. */
  long outside(int learner) {
    return outside == null ? 0 : outside[learner];
  }

  /** The opportunity whose placement there is already, or {@link Allocation#UNPLACED}. */
  int kept(int learner) {
    return kept == null ? Allocation.UNPLACED : kept[learner];
  }

  /** What a placement that is there already is worth more. */
  long bonus() {
    return bonus;
  }

  /** What a pair is worth beyond its affinity. */
  long at(int learner, int opportunity) {
    return kept(learner) == opportunity ? bonus : 0;
  }
}
