package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * A fair allocation: who is where, by which notion of fairness, how it looks in figures, and the
 * proof of each goal. {@link FairChecker} verifies it.
 *
 * @param notion what "fair" means here
 * @param placements who is where, by learner in the order of the problem
 * @param figures how it looks
 * @param stages the goals in their order, with their proofs
 */
public record FairResult(
    FairNotion notion, List<Placement> placements, FairFigures figures, List<FairStage> stages)
    implements FairnessTold {

  /**
   * One learner in one opportunity.
   *
   * @param learner the learner's id
   * @param opportunity the opportunity's id
   * @param affinity what it counts, the bond bonus included
   * @param wish which wish it is, 0 for none
   */
  public record Placement(String learner, String opportunity, int affinity, int wish) {}

  /** A result; lists are copied. */
  public FairResult {
    Objects.requireNonNull(notion, "notion");
    Objects.requireNonNull(figures, "figures");
    placements = List.copyOf(placements);
    stages = List.copyOf(stages);
  }

  @Override
  public List<Sentence> notionSentences() {
    return List.of(notion.sentence());
  }
}
