package org.educationcities.matching;

import java.util.Optional;

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
    Allocation found = new PairPricing(problem).solve();
    Optional<String> flaw = CertificateChecker.flaw(found);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    return found;
  }
}
