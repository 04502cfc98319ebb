package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

/**
 * What an allocator found for a snapshot.
 *
 * @param placements by learner
 * @param prices of every opportunity
 * @param fairness the notion of fairness it went by: the key of a sentence of the library, or words
 *     of the host's own
 * @param proof what is known of how good it is
 */
public record Draft(
    List<Placement> placements, List<PlacePrice> prices, String fairness, Round.Proof proof) {
  /** A draft. */
  public Draft {
    placements = ImmutableList.copyOf(placements);
    prices = ImmutableList.copyOf(prices);
    Objects.requireNonNull(fairness, "fairness");
    Objects.requireNonNull(proof, "proof");
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "Draft[" + placements.size() + " placements]";
  }
}
