package org.educationcities.matching;

import java.util.Arrays;
import java.util.Optional;
import org.educationcities.matching.Certificate.Covers;

/**
 * What {@link CertificateChecker} asks of a city beyond its lists: who is placed is so eligibly,
 * and no pair outside the lists is worth more than its price and surplus.
 */
final class CityChecker {
  private final CandidateCity city;
  private final Allocation allocation;
  private final long scanUpTo;

  CityChecker(CandidateCity city, Allocation allocation, long scanUpTo) {
    this.city = city;
    this.allocation = allocation;
    this.scanUpTo = scanUpTo;
  }

  /** By what pairs outside the lists are to be checked. */
  static Covers covers(CandidateCity city, long scanUpTo) {
    return (long) city.learners.size() * city.opportunities.size() <= scanUpTo
        ? Covers.ALL_PAIRS_BY_SCAN
        : Covers.ALL_PAIRS_BY_PRICING;
  }

  /** What is wrong; a pricing pass is left to the caller. */
  Optional<String> flawBeforePricing() {
    AllocationProblem problem = allocation.problem();
    if (!problem.learners().equals(city.learners)
        || !problem.opportunities().equals(city.opportunities)
        || !Arrays.equals(problem.placesByOpportunity(), city.places)) {
      return Optional.of("The allocation is of another city.");
    }
    for (int i = 0; i < problem.learnerCount(); i++) {
      int j = allocation.placeOf(i);
      if (j != Allocation.UNPLACED
          && (!isEligible(i, j)
              || city.affinity.points(i, j) != problem.affinityOf(problem.pair(i, j)))) {
        return Optional.of("Learner " + i + " is placed otherwise than the city's rules say.");
      }
    }
    Covers due = covers(city, scanUpTo);
    if (allocation.certificate().covers() != due) {
      return Optional.of(
          "The certificate covers " + allocation.certificate().covers() + ", not " + due + ".");
    }
    return due == Covers.ALL_PAIRS_BY_SCAN ? scan() : Optional.empty();
  }

  /** Looks at every pair there is; rules, which cost most, are asked of improving pairs only. */
  private Optional<String> scan() {
    for (int i = 0; i < city.learners.size(); i++) {
      long surplus = allocation.surplus(i);
      for (int j = 0; j < city.opportunities.size(); j++) {
        if (isInReach(i, j)
            && city.affinity.points(i, j) > Math.addExact(surplus, allocation.price(j))
            && isEligible(i, j)) {
          return Optional.of(
              "The pair of learner "
                  + i
                  + " and opportunity "
                  + j
                  + ", which is not listed, is worth more than its price and surplus.");
        }
      }
    }
    return Optional.empty();
  }

  private boolean isEligible(int i, int j) {
    return isInReach(i, j) && city.rules.stream().allMatch(rule -> rule.allows().test(i, j));
  }

  private boolean isInReach(int i, int j) {
    double x = city.opportunityX[j];
    double y = city.opportunityY[j];
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return true;
    }
    double dx = city.learnerX[i] - x;
    double dy = city.learnerY[i] - y;
    return dx * dx + dy * dy <= city.reach[i] * city.reach[i];
  }
}
