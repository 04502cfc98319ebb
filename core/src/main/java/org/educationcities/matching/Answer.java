package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * What {@link BestTotal#answer} says to a {@link QuotaProblem} of any kind: proven best with its
 * certificate where the problem is a flow, else the best found, with the bound that nothing
 * exceeds, the gap, and the name of what made it no flow. Immutable.
 *
 * <pre>{@code
 * Answer answer = BestTotal.answer(problem, SearchBudget.standard(42));
 * if (answer instanceof Answer.Proven proven) {
 *   proven.allocation().certificate(); // for QuotaChecker
 * } else {
 *   answer.problemClass().outside(); // "school 3 with the theatre", say
 *   answer.gap(); // 0.004: at most 0.4 % below the best there is
 * }
 * }</pre>
 */
public sealed interface Answer extends FairnessTold {

  /** What was asked. */
  QuotaProblem problem();

  /** Whether it is a flow; else the first thing by which it is not, and why. */
  ProblemClass problemClass();

  /** The numbers of the chosen pairs, rising; a copy. */
  int[] chosen();

  /** The sum of the affinities of the chosen pairs. */
  long total();

  /** What no choice exceeds. */
  long bound();

  /**
   * How far the total may be below the greatest there is, as a share of the bound; 0 if it is best.
   */
  double gap();

  /** Whether no choice has a greater total; so may one found outside the exact class be, too. */
  default boolean isProvenBest() {
    return total() == bound();
  }

  /**
   * The problem is a flow: the total is the greatest there is, and {@link QuotaChecker} verifies
   * it.
   *
   * @param allocation what was found, with its prices and its certificate
   */
  record Proven(QuotaAllocation allocation) implements Answer {
    /** An answer. */
    public Proven {
      Objects.requireNonNull(allocation, "allocation");
    }

    @Override
    public QuotaProblem problem() {
      return allocation.problem();
    }

    @Override
    public ProblemClass problemClass() {
      return ProblemClass.EXACT;
    }

    @Override
    public int[] chosen() {
      return allocation.chosen();
    }

    @Override
    public long total() {
      return allocation.total();
    }

    @Override
    public long bound() {
      return allocation.total();
    }

    @Override
    public double gap() {
      return 0;
    }

    @Override
    public List<Sentence> notionSentences() {
      return allocation.notionSentences();
    }

    @Override
    public FairFigures figures() {
      return allocation.figures();
    }
  }

  /**
   * The problem is no flow: the best that was found, and {@link HardChecker} verifies its bound.
   *
   * @param allocation what was found, with what shows the bound
   */
  record WithGap(HardAllocation allocation) implements Answer {
    /** An answer; only for what is outside the exact class. */
    public WithGap {
      if (allocation.problemClass().isExact()) {
        throw new IllegalArgumentException(
            "A flow is proven, not found with a gap.\nMaybe ask BestTotal.answer for it.");
      }
    }

    @Override
    public QuotaProblem problem() {
      return allocation.problem().quotas();
    }

    @Override
    public ProblemClass problemClass() {
      return allocation.problemClass();
    }

    @Override
    public int[] chosen() {
      return allocation.chosen();
    }

    @Override
    public long total() {
      return allocation.value();
    }

    @Override
    public long bound() {
      return allocation.bound();
    }

    @Override
    public double gap() {
      return allocation.gap();
    }

    @Override
    public List<Sentence> notionSentences() {
      return allocation.notionSentences();
    }

    @Override
    public FairFigures figures() {
      return allocation.figures();
    }
  }
}
