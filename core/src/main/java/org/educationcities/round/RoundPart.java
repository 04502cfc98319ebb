package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A stored stretch of a round: small enough for one entity.
 *
 * @param round the round it is of
 * @param number from 0
 * @param placements some of the round's placements
 * @param prices some of the round's prices
 */
record RoundPart(RoundId round, int number, List<Placement> placements, List<PlacePrice> prices) {
  /** As many as stay well below a payload's limit with the longest ids. */
  static final int SIZE = 500;

  RoundPart {
    placements = ImmutableList.copyOf(placements);
    prices = ImmutableList.copyOf(prices);
  }

  static String id(RoundId round, int number) {
    return round.value() + "/" + number;
  }

  RoundPart withPlacements(List<Placement> changed) {
    return new RoundPart(round, number, changed, prices);
  }

  /** Which it is; who was placed where is in no log. */
  @Override
  public String toString() {
    return "RoundPart[" + id(round, number) + "]";
  }
}
