package org.educationcities.matching;

import java.util.Optional;
import org.educationcities.matching.Certificate.Covers;

/**
 * Checks that an allocation is feasible and best, by its certificate alone and in exact {@code
 * long} arithmetic. Shares no code with any solver, and believes nothing that it can count itself.
 * Linear in the pairs.
 */
public final class CertificateChecker {

  /**
   * Of a city with at most so many pairs of a learner and an opportunity, those outside the lists
   * are checked by a scan that looks at every one and knows nothing of the engine's index; beyond,
   * by a pricing pass over that index.
   */
  public static final long SCAN_UP_TO = 10_000_000;

  private CertificateChecker() {}

  /**
   * What is wrong with an allocation of a city over all its eligible pairs, listed or not. The
   * certificate says by what pairs outside the lists are covered ({@link Certificate#covers}), and
   * must say what {@link #SCAN_UP_TO} asks for. Linear in the pairs of learners and opportunities,
   * or beyond that size as a pricing pass is.
   */
  public static Optional<String> flaw(CandidateCity city, Allocation allocation) {
    return flaw(city, allocation, SCAN_UP_TO);
  }

  static Optional<String> flaw(CandidateCity city, Allocation allocation, long scanUpTo) {
    Optional<String> flaw = flawBeforePricing(city, allocation, scanUpTo);
    if (flaw.isPresent() || CityChecker.covers(city, scanUpTo) == Covers.ALL_PAIRS_BY_SCAN) {
      return flaw;
    }
    int[] better = new CandidateSearch(city).improving(allocation, Runnable::run, 1);
    for (int i = 0; i < better.length; i++) {
      if (better[i] >= 0) {
        return Optional.of(
            "By a pricing pass, the pair of learner "
                + i
                + " and opportunity "
                + better[i]
                + " is worth more than its price and surplus.");
      }
    }
    return Optional.empty();
  }

  /** The same for a caller who has just made the pricing pass, where one is due. */
  static Optional<String> flawBeforePricing(
      CandidateCity city, Allocation allocation, long scanUpTo) {
    Optional<String> flaw = flaw(allocation);
    try {
      return flaw.isPresent()
          ? flaw
          : new CityChecker(city, allocation, scanUpTo).flawBeforePricing();
    } catch (ArithmeticException overflow) {
      return Optional.of("The certificate's numbers leave the range of a long.");
    }
  }

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
