package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.educationcities.matching.Move;

/**
 * A repaired round, kept as a draft, and who moved.
 *
 * @param round the new draft
 * @param moves who moved from where to where, and why
 */
public record RoundRepair(Round round, List<Move> moves) {
  /** A repair, its moves copied. */
  public RoundRepair {
    Objects.requireNonNull(round, "round");
    moves = ImmutableList.copyOf(moves);
  }

  /** The figures only: who moved is personal. */
  @Override
  public String toString() {
    return "RoundRepair[" + round.id() + ", " + moves.size() + " moves]";
  }
}
