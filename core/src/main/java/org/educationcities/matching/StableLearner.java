package org.educationcities.matching;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A learner of a {@link StableProblem}.
 *
 * @param id the host's opaque id
 * @param most how many placements they may have, at least 1, no two in one slot
 * @param choices what they wish for, the dearest first
 * @param groups the groups they belong to, for reserved seats
 */
public record StableLearner(String id, int most, List<Choice> choices, Set<String> groups) {

  /**
   * One wish, and what the place says to it.
   *
   * @param opportunity the id of what is wished for
   * @param priority how far up the opportunity puts this learner; the greater comes first, equal
   *     ones by lottery
   */
  public record Choice(String opportunity, int priority) {

    /** A choice. */
    public Choice {
      Objects.requireNonNull(opportunity, "opportunity");
    }
  }

  /**
   * A learner with their choices.
   *
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public StableLearner {
    Objects.requireNonNull(id, "id");
    choices = List.copyOf(choices);
    groups = Set.copyOf(groups);
    if (most < 1) {
      throw new IllegalArgumentException(
          "Learner " + id + " may have " + most + " placements.\nMaybe leave them out.");
    }
  }

  /** A learner in no group who may have one placement, at the same priority everywhere. */
  public static StableLearner of(String id, String... opportunities) {
    return new StableLearner(
        id,
        1,
        List.of(opportunities).stream().map(opportunity -> new Choice(opportunity, 0)).toList(),
        Set.of());
  }
}
