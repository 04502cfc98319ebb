package org.educationcities.matching;

import java.util.Optional;

/**
 * Checks that an allocation is feasible and best, by its certificate alone and in exact {@code
 * long} arithmetic. Shares no code with any solver, and believes nothing that it can count itself.
 * Linear in the pairs.
 */
public final class CertificateChecker {

  private CertificateChecker() {}

  /**
   * What is wrong, if anything: the first thing found, with the numbers of what it is about.
   *
   * @param problem what was to be solved
   * @param placeOf by learner an opportunity's number, or {@link Allocation#UNPLACED}
   * @param certificate what is to prove it best
   * @return empty if the allocation is feasible and its total is proven to be the greatest there is
   */
  public static Optional<String> flaw(
      AllocationProblem problem, int[] placeOf, Certificate certificate) {
    if (placeOf.length != problem.learnerCount()
        || certificate.learnerCount() != problem.learnerCount()
        || certificate.opportunityCount() != problem.opportunityCount()) {
      return Optional.of("The certificate is of another problem.");
    }
    try {
      return check(problem, placeOf, certificate);
    } catch (ArithmeticException overflow) {
      return Optional.of("The certificate's numbers leave the range of a long.");
    }
  }

  /** What is wrong with an allocation by its own certificate, like {@link #flaw}. */
  public static Optional<String> flaw(Allocation allocation) {
    int[] placeOf = new int[allocation.problem().learnerCount()];
    for (int i = 0; i < placeOf.length; i++) {
      placeOf[i] = allocation.placeOf(i);
    }
    return flaw(allocation.problem(), placeOf, allocation.certificate());
  }

  private static Optional<String> check(
      AllocationProblem problem, int[] placeOf, Certificate certificate) {
    long[] taken = new long[problem.opportunityCount()];
    long reached = 0;
    for (int i = 0; i < placeOf.length; i++) {
      int j = placeOf[i];
      if (j == Allocation.UNPLACED) {
        continue;
      }
      long affinity = -1;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        if (problem.opportunityOf(e) == j) {
          affinity = problem.affinityOf(e);
        }
      }
      if (affinity < 0) {
        return Optional.of("Learner " + i + " is placed where no eligible pair leads.");
      }
      taken[j]++;
      reached = Math.addExact(reached, affinity);
    }
    long bound = 0;
    for (int j = 0; j < taken.length; j++) {
      if (taken[j] > problem.places(j)) {
        return Optional.of("Opportunity " + j + " has " + taken[j] + " in its places.");
      }
      if (certificate.price(j) < 0) {
        return Optional.of("The price of opportunity " + j + " is below 0.");
      }
      bound =
          Math.addExact(bound, Math.multiplyExact(certificate.price(j), (long) problem.places(j)));
    }
    for (int i = 0; i < placeOf.length; i++) {
      long surplus = certificate.surplus(i);
      if (surplus < 0) {
        return Optional.of("The surplus of learner " + i + " is below 0.");
      }
      bound = Math.addExact(bound, surplus);
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        long covered = Math.addExact(surplus, certificate.price(problem.opportunityOf(e)));
        if (covered < problem.affinityOf(e)) {
          return Optional.of(
              "The pair of learner "
                  + i
                  + " and opportunity "
                  + problem.opportunityOf(e)
                  + " is worth more than its price and surplus.");
        }
      }
    }
    // Weak duality: no allocation at all has more than the bound, so one that reaches it is best.
    return reached == bound
        ? Optional.empty()
        : Optional.of("The total is " + reached + ", the bound " + bound + ".");
  }
}
