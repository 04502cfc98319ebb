package org.educationcities.matching;

import java.util.Objects;

/**
 * A hard rule about pairs, beside distance and topics: age, language, time, circle, accessibility,
 * cost, or one of the host's own. Must be pure and safe for several threads.
 *
 * @param code told when it excludes a pair
 * @param allows whether the learner and the opportunity of these numbers may be paired
 */
public record PairRule(String code, Allows allows) {

  /** Whether a pair may be. */
  @FunctionalInterface
  public interface Allows {
    /** Whether the learner and the opportunity of these numbers may be paired. */
    boolean test(int learner, int opportunity);
  }

  /** Checks that both are there. */
  public PairRule {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(allows, "allows");
  }

  /** Whole years within a range that the opportunity states. */
  public static PairRule age(int[] ages, int[] youngest, int[] oldest) {
    return new PairRule("age", new ColumnRule.Within(ages, youngest, oldest));
  }

  /** A language in common, by bits. */
  public static PairRule language(long[] spoken, long[] heldIn) {
    return new PairRule("language", new ColumnRule.InCommon(spoken, heldIn));
  }

  /** Every slot of the opportunity is free, by bits. */
  public static PairRule time(long[] free, long[] taken) {
    return new PairRule("time", new ColumnRule.Covered(free, taken));
  }

  /** Everything the learner needs is there, by bits. */
  public static PairRule accessibility(long[] needed, long[] given) {
    return new PairRule("accessibility", ColumnRule.Covered.turned(needed, given));
  }

  /** The cost, in one currency's smallest unit, is no more than can be paid. */
  public static PairRule cost(int[] most, int[] cost) {
    return new PairRule("cost", ColumnRule.Within.atLeast(most, cost));
  }

  /** The learner belongs to a community that the opportunity is open to, by bits. */
  public static PairRule circle(long[] belongsTo, long[] openTo) {
    return new PairRule("circle", new ColumnRule.InCommon(belongsTo, openTo));
  }
}
