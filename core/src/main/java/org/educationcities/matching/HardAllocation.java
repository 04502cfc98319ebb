package org.educationcities.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a {@link HardProblem}: the chosen pairs, what they are worth, and what no
 * choice exceeds. Immutable.
 */
public final class HardAllocation implements FairnessTold {

  /** What shows that no choice exceeds the bound. */
  public enum Proof {
    /** The problem is a flow: its certificate, for {@link QuotaChecker}, proves the value best. */
    FLOW,
    /** The multipliers of a relaxation. */
    RELAXATION,
    /** All choices were looked at, of at most {@link HardChecker#EVERY_CHOICE_UP_TO} pairs. */
    EVERY_CHOICE
  }

  private final HardProblem problem;
  private final ProblemClass problemClass;
  private final int[] chosen;
  private final long value;
  private final long bound;
  private final Proof proof;
  private final HardBound multipliers;
  private final @Nullable QuotaAllocation flow;

  HardAllocation(
      HardProblem problem,
      ProblemClass problemClass,
      int[] chosen,
      long value,
      long bound,
      Proof proof,
      HardBound multipliers,
      @Nullable QuotaAllocation flow) {
    this.problem = Objects.requireNonNull(problem, "problem");
    this.problemClass = Objects.requireNonNull(problemClass, "problemClass");
    this.chosen = chosen.clone();
    this.value = value;
    this.bound = bound;
    this.proof = Objects.requireNonNull(proof, "proof");
    this.multipliers = Objects.requireNonNull(multipliers, "multipliers");
    this.flow = flow;
  }

  /** What was solved. */
  public HardProblem problem() {
    return problem;
  }

  /** Whether it is a flow, and the first constraint by which it is not. */
  public ProblemClass problemClass() {
    return problemClass;
  }

  /** The numbers of the chosen pairs of learners and opportunities, rising; a copy. */
  public int[] chosen() {
    return chosen.clone();
  }

  /** The sum of the affinities less the costs of what opens. */
  public long value() {
    return value;
  }

  /** What no choice exceeds, as {@link #proof} shows. */
  public long bound() {
    return bound;
  }

  /** What shows the bound. */
  public Proof proof() {
    return proof;
  }

  /**
   * How far the value may be below the greatest there is, as a share of the bound; 0 if it is best.
   */
  public double gap() {
    return value == bound ? 0 : (bound - value) / Math.max(1.0, Math.abs((double) bound));
  }

  /** Whether no choice has a greater value: the value is the bound. */
  public boolean isProvenOptimal() {
    return value == bound;
  }

  /** The multipliers that show the bound by relaxation; all 0 where something else shows it. */
  public HardBound multipliers() {
    return multipliers;
  }

  /** The solved flow with its prices, if the problem is one. */
  public Optional<QuotaAllocation> flow() {
    return Optional.ofNullable(flow);
  }

  @Override
  public List<Sentence> notionSentences() {
    return List.of(
        isProvenOptimal()
            ? Sentence.of("notion.best-under-hard-rules")
            : Sentence.of("notion.best-found", value, bound));
  }

  @Override
  public FairFigures figures() {
    return FigureCount.of(problem.quotas().pairs(), pair -> Arrays.binarySearch(chosen, pair) >= 0);
  }
}
