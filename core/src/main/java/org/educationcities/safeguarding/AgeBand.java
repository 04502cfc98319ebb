package org.educationcities.safeguarding;

import org.educationcities.people.AgeRange;

/** An age as coarse as somebody who prepares a place needs it. */
public enum AgeBand {
  /** Up to 5 years. */
  UP_TO_5(0, 5),
  /** 6 to 9 years. */
  FROM_6_TO_9(6, 9),
  /** 10 to 12 years. */
  FROM_10_TO_12(10, 12),
  /** 13 to 15 years. */
  FROM_13_TO_15(13, 15),
  /** 16 and 17 years. */
  FROM_16_TO_17(16, 17),
  /** Of age. */
  FROM_18(18, 150);

  private final int youngest;
  private final int oldest;

  AgeBand(int youngest, int oldest) {
    this.youngest = youngest;
    this.oldest = oldest;
  }

  /** The ages in it. */
  public AgeRange ages() {
    return new AgeRange(youngest, oldest);
  }

  /**
   * The band of an age.
   *
   * @param age 0 to 150
   */
  public static AgeBand of(int age) {
    for (AgeBand band : values()) {
      if (band.ages().contains(age)) {
        return band;
      }
    }
    throw new IllegalArgumentException("An age is 0 to 150, not " + age + ".");
  }
}
