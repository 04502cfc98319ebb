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
   * @throws OutsideExactClassException if the problem is no flow; {@link #recognise} says so before
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
    QuotaAllocation found = new NestedQuotaSolver(problem, families, new Stop(isCancelled)).solve();
    Optional<String> flaw = QuotaChecker.flaw(found);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    return found;
  }

  /** Whether a problem is a flow and so solved exactly, or the first constraint that is not. */
  public static ProblemClass recognise(QuotaProblem problem) {
    return new NestedFamilies(problem).problemClass;
  }

  /**
   * Allocates a city from lists of candidates, exactly over all eligible pairs: what the lists
   * leave out is priced, and added where it could gain.
   *
   * @param candidates how many a learner at first; 30 is plenty
   * @param executor runs the parts of the search
   * @param parts how many; the result does not depend on it
   * @throws IllegalStateException if the result does not pass the checker: a defect
   */
  public static PricedAllocation allocate(
      CandidateSearch search, int candidates, Executor executor, int parts) {
    PricedAllocation found = new CityPricing(search, executor, parts).solve(candidates, Stop.NEVER);
    Optional<String> flaw = CertificateChecker.flaw(found.allocation());
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    return found;
  }
}
