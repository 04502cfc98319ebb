package org.educationcities.matching;

import java.util.Arrays;

/**
 * A hard rule that knows its columns: it can be laid out anew in another order of the
 * opportunities, and looks through many of them at once for one learner, which is several times
 * quicker than asking pair by pair. Loops count without branching, since who is kept cannot be
 * foreseen.
 */
interface ColumnRule extends PairRule.Allows {

  /** The same rule where opportunity {@code k} is the one of that old number. */
  ColumnRule ofOpportunities(int[] oldNumber);

  /** The same rule where learner {@code k} is the one of that old number. */
  ColumnRule ofLearners(int[] oldNumber);

  /**
   * Keeps those that the learner may be paired with, in their order.
   *
   * @return how many are kept
   */
  int keep(int learner, int[] opportunities, int count);

  static int[] picked(int[] column, int[] oldNumber) {
    int[] picked = new int[oldNumber.length];
    for (int k = 0; k < picked.length; k++) {
      picked[k] = column[oldNumber[k]];
    }
    return picked;
  }

  static long[] picked(long[] column, int[] oldNumber) {
    long[] picked = new long[oldNumber.length];
    for (int k = 0; k < picked.length; k++) {
      picked[k] = column[oldNumber[k]];
    }
    return picked;
  }

  /** The learner's number lies in a range of the opportunity's. */
  @SuppressWarnings("ArrayRecordComponent") // the caller's columns, as every rule holds them
  record Within(int[] numbers, int[] least, int[] greatest) implements ColumnRule {
    /** The learner's number is no less than the opportunity's. */
    static Within atLeast(int[] numbers, int[] least) {
      int[] greatest = new int[least.length];
      Arrays.fill(greatest, Integer.MAX_VALUE);
      return new Within(numbers, least, greatest);
    }

    @Override
    public boolean test(int i, int j) {
      return numbers[i] >= least[j] && numbers[i] <= greatest[j];
    }

    @Override
    public ColumnRule ofOpportunities(int[] oldNumber) {
      return new Within(numbers, picked(least, oldNumber), picked(greatest, oldNumber));
    }

    @Override
    public ColumnRule ofLearners(int[] oldNumber) {
      return new Within(picked(numbers, oldNumber), least, greatest);
    }

    @Override
    public int keep(int learner, int[] opportunities, int count) {
      long number = numbers[learner];
      int kept = 0;
      for (int k = 0; k < count; k++) {
        int j = opportunities[k];
        opportunities[kept] = j;
        // The sign tells whether one of the differences is below 0.
        kept += 1 - (int) ((number - least[j] | greatest[j] - number) >>> 63);
      }
      return kept;
    }
  }

  /** Both have a bit in common. */
  @SuppressWarnings("ArrayRecordComponent")
  record InCommon(long[] own, long[] theirs) implements ColumnRule {
    @Override
    public boolean test(int i, int j) {
      return (own[i] & theirs[j]) != 0;
    }

    @Override
    public ColumnRule ofOpportunities(int[] oldNumber) {
      return new InCommon(own, picked(theirs, oldNumber));
    }

    @Override
    public ColumnRule ofLearners(int[] oldNumber) {
      return new InCommon(picked(own, oldNumber), theirs);
    }

    @Override
    public int keep(int learner, int[] opportunities, int count) {
      long bits = own[learner];
      int kept = 0;
      for (int k = 0; k < count; k++) {
        int j = opportunities[k];
        opportunities[kept] = j;
        long common = bits & theirs[j];
        kept += (int) ((common | -common) >>> 63);
      }
      return kept;
    }
  }

  /** Every bit of the opportunity is one of the learner's. */
  @SuppressWarnings("ArrayRecordComponent")
  record Covered(long[] own, long[] needed) implements ColumnRule {
    /** Every bit of the learner is one of the opportunity's: the same of the bits they lack. */
    static Covered turned(long[] needed, long[] given) {
      return new Covered(
          Arrays.stream(needed).map(bits -> ~bits).toArray(),
          Arrays.stream(given).map(bits -> ~bits).toArray());
    }

    @Override
    public boolean test(int i, int j) {
      return (needed[j] & ~own[i]) == 0;
    }

    @Override
    public ColumnRule ofOpportunities(int[] oldNumber) {
      return new Covered(own, picked(needed, oldNumber));
    }

    @Override
    public ColumnRule ofLearners(int[] oldNumber) {
      return new Covered(picked(own, oldNumber), needed);
    }

    @Override
    public int keep(int learner, int[] opportunities, int count) {
      long missing = ~own[learner];
      int kept = 0;
      for (int k = 0; k < count; k++) {
        int j = opportunities[k];
        opportunities[kept] = j;
        long lacking = needed[j] & missing;
        kept += 1 - (int) ((lacking | -lacking) >>> 63);
      }
      return kept;
    }
  }
}
