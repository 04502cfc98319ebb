package org.educationcities.matching;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The allocation of the greatest total affinity, proven. A pure function: the same problem gives
 * the same allocation, on any thread.
 *
 * <pre>{@code
 * Allocation best = BestTotal.allocate(problem);
 * Optional<String> flaw = CertificateChecker.flaw(best); // empty
 * }</pre>
 *
 * <p>Memory for one place each, over the input's own arrays: at most 16 bytes a pair searched, 100
 * a learner and 12 a place, as long as there are ten learners and more to an opportunity.
 */
public final class BestTotal {

  private BestTotal() {}

  /**
   * Allocates. Exact over all pairs, of which only the promising ones are ever searched.
   *
   * @throws IllegalStateException if the result does not pass the checker: a defect, and nothing is
   *     returned
   */
  public static Allocation allocate(AllocationProblem problem) {
    return allocate(problem, () -> false);
  }

  /**
   * Like {@link #allocate(AllocationProblem)}, asked now and then whether to stop.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  public static Allocation allocate(AllocationProblem problem, BooleanSupplier isCancelled) {
    return allocate(problem, isCancelled, ProgressListener.NONE);
  }

  /**
   * Like {@link #allocate(AllocationProblem, BooleanSupplier)}, and told the total and the bound
   * after every pass over all pairs.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public static Allocation allocate(
      AllocationProblem problem, BooleanSupplier isCancelled, ProgressListener listener) {
    listener.heard(ProgressListener.Stage.STARTED, Long.MIN_VALUE, Long.MAX_VALUE);
    Allocation found = new PairPricing(problem, new Stop(isCancelled), listener).solve();
    Optional<String> flaw = CertificateChecker.flaw(found);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    listener.heard(ProgressListener.Stage.DONE, found.total(), found.total());
    return found;
  }

  /**
   * Allocates under quotas, exactly.
   *
   * @throws OutsideExactClassException if the problem is no flow; {@link #recognise} says so
   *     before, and {@link #answer} takes such a problem too
   * @throws NoAllocationException if lower bounds and fixed placements cannot all be met
   * @throws IllegalStateException if the result does not pass the checker: a defect
   */
  public static QuotaAllocation allocate(QuotaProblem problem) {
    return allocate(problem, () -> false);
  }

  /**
   * Like {@link #allocate(QuotaProblem)}, asked now and then whether to stop.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  public static QuotaAllocation allocate(QuotaProblem problem, BooleanSupplier isCancelled) {
    NestedFamilies families = new NestedFamilies(problem);
    if (!families.problemClass.isExact()) {
      throw new OutsideExactClassException(families.problemClass);
    }
    return proven(problem, families, new Stop(isCancelled));
  }

  private static QuotaAllocation proven(QuotaProblem problem, NestedFamilies families, Stop stop) {
    QuotaAllocation found = QuotaSolver.solve(problem, families, stop);
    Optional<String> flaw = QuotaChecker.flaw(found);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    return found;
  }

  /**
   * Allocates under quotas of any kind: exactly where the problem is a flow; where quotas cross or
   * opportunities take several slots, the best that a search finds, with a bound and the gap. The
   * answer names which it was, and what left the exact class.
   *
   * @param budget how long to search; of no matter to a flow, which is solved to the end
   * @throws NoAllocationException if lower bounds and fixed placements cannot all be met
   * @throws NoAllocationFoundException if the problem is no flow and the search met no choice that
   *     keeps all lower bounds
   * @throws java.util.concurrent.CancellationException if the budget was cancelled
   * @throws IllegalStateException if the result does not pass its checker: a defect
   */
  public static Answer answer(QuotaProblem problem, SearchBudget budget) {
    NestedFamilies families = new NestedFamilies(problem);
    if (families.problemClass.isExact()) {
      budget.listener().heard(ProgressListener.Stage.STARTED, Long.MIN_VALUE, Long.MAX_VALUE);
      QuotaAllocation best = proven(problem, families, budget.stop());
      budget.listener().heard(ProgressListener.Stage.DONE, best.total(), best.total());
      return new Answer.Proven(best);
    }
    return new Answer.WithGap(BestFound.allocate(HardProblem.over(problem).build(), budget));
  }

  /** Whether a problem is a flow and so solved exactly, or the first constraint that is not. */
  public static ProblemClass recognise(QuotaProblem problem) {
    return new NestedFamilies(problem).problemClass;
  }

  /**
   * Allocates a city from lists of candidates, exactly over all eligible pairs: what the lists
   * leave out is priced, and added where it could gain. No time is spent on pairs that the index
   * rules out, but for the checker's scan of a small city ({@link CertificateChecker#SCAN_UP_TO}).
   *
   * @param candidates how many a learner at first; 30 is plenty
   * @param executor runs the parts of the search
   * @param parts how many; the result does not depend on it
   * @throws IllegalStateException if the result does not pass the checker: a defect
   */
  public static PricedAllocation allocate(
      CandidateSearch search, int candidates, Executor executor, int parts) {
    return allocate(search, candidates, executor, parts, CertificateChecker.SCAN_UP_TO);
  }

  static PricedAllocation allocate(
      CandidateSearch search, int candidates, Executor executor, int parts, long scanUpTo) {
    PricedAllocation found =
        new CityPricing(search, executor, parts, CityChecker.covers(search.city, scanUpTo))
            .solve(candidates, Stop.NEVER);
    // Where no scan is due, the pricing pass that is has just found nothing.
    Optional<String> flaw =
        CertificateChecker.flawBeforePricing(search.city, found.allocation(), scanUpTo);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    return found;
  }
}
