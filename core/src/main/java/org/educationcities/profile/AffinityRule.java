package org.educationcities.profile;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The weights of the affinity formula, all whole numbers, so that every result is exact.
 *
 * @param reciprocityPermille b, how much of the affinity rests on what the learner gives in return,
 *     in thousandths, 0 to 1000
 * @param growthAreasCounted how many of the growth areas that gain most are counted, 1 to 8
 * @param decayPermille what a strength is worth 0, 1, 2… broader or narrower moves away, in
 *     thousandths: begins with 1000, never rises, 1 to 4 entries; beyond its end it is worth
 *     nothing
 * @param continuingBondBonus points for a bond that both sides want to go on, 0 to 1000
 * @param leastServedBonus points for who got least in earlier rounds, 0 to 1000
 */
public record AffinityRule(
    int reciprocityPermille,
    int growthAreasCounted,
    List<Integer> decayPermille,
    int continuingBondBonus,
    int leastServedBonus) {

  /** The greatest affinity. */
  public static final int SCALE = 1000;

  /**
   * The rule as published: b = 0.3, three growth areas, halved by each move up to two, bonuses of
   * 50 and 30.
   */
  public static final AffinityRule STANDARD =
      new AffinityRule(300, 3, ImmutableList.of(1000, 500, 250), 50, 30);

  /** A rule, checked to keep the laws of affinity. */
  public AffinityRule {
    decayPermille = ImmutableList.copyOf(decayPermille);
    if (reciprocityPermille < 0 || reciprocityPermille > 1000) {
      throw new IllegalArgumentException(
          "The part of reciprocity is 0 to 1000 thousandths, not " + reciprocityPermille + ".");
    }
    if (growthAreasCounted < 1 || growthAreasCounted > 8) {
      throw new IllegalArgumentException(
          "1 to 8 growth areas are counted, not " + growthAreasCounted + ".");
    }
    if (decayPermille.isEmpty() || decayPermille.size() > 4 || decayPermille.get(0) != 1000) {
      throw new IllegalArgumentException(
          "The decay has 1 to 4 entries and begins with 1000, not " + decayPermille + ".");
    }
    for (int i = 1; i < decayPermille.size(); i++) {
      if (decayPermille.get(i) < 0 || decayPermille.get(i) > decayPermille.get(i - 1)) {
        throw new IllegalArgumentException(
            "The decay is never below 0 and never rises, as in " + decayPermille + ".");
      }
    }
    if (Math.min(continuingBondBonus, leastServedBonus) < 0
        || Math.max(continuingBondBonus, leastServedBonus) > SCALE) {
      throw new IllegalArgumentException("A bonus is 0 to " + SCALE + " points.");
    }
  }

  /** The most broader or narrower moves at which a strength is still worth something. */
  public int mostSteps() {
    return decayPermille.size() - 1;
  }
}
