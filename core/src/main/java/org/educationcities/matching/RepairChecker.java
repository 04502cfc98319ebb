package org.educationcities.matching;

import java.util.Optional;

/**
 * Checks that a repair is feasible and best in both its goals, by its certificate alone and in
 * exact {@code long} arithmetic. Shares no code with the solver. Linear in the pairs.
 *
 * <p>By complementary slackness: no pair is worth more than its price and surplus together, every
 * placement is worth exactly that, places left cost nothing, who has no place has just what that is
 * worth. And the weight of a place is more than all affinities and costs of change together, worked
 * out here again, so that no number of points outweighs a place.
 */
public final class RepairChecker {
  private final RepairedAllocation repaired;
  private final AllocationProblem problem;
  private final RepairCertificate certificate;

  private RepairChecker(RepairedAllocation repaired) {
    this.repaired = repaired;
    this.problem = repaired.problem();
    this.certificate = repaired.certificate();
  }

  /** What is wrong, if anything: the first thing found, with the numbers of what it is about. */
  public static Optional<String> flaw(RepairedAllocation repaired) {
    if (repaired.certificate().learnerCount() != repaired.problem().learnerCount()
        || repaired.certificate().opportunityCount() != repaired.problem().opportunityCount()) {
      return Optional.of("The certificate is of another problem.");
    }
    try {
      RepairChecker checker = new RepairChecker(repaired);
      return checker.flawOfPlaces().or(checker::flawOfLearners);
    } catch (ArithmeticException overflow) {
      return Optional.of("The certificate's numbers leave the range of a long.");
    }
  }

  private Optional<String> flawOfWeights(long affinity, long surviving) {
    long change = certificate.changeWeight();
    boolean isStated = change == repaired.cost();
    boolean outweighsAll = change < repaired.cost() && change > affinity;
    if (change < 0 || !(isStated || outweighsAll)) {
      return Optional.of("A change weighs " + change + " at a cost of " + repaired.cost() + ".");
    }
    long range = Math.addExact(affinity, Math.multiplyExact(change, surviving));
    return certificate.placeWeight() > range
        ? Optional.empty()
        : Optional.of(
            "A place weighs " + certificate.placeWeight() + ", points up to " + range + ".");
  }

  private Optional<String> flawOfPlaces() {
    long[] taken = new long[problem.opportunityCount()];
    for (int i = 0; i < problem.learnerCount(); i++) {
      if (repaired.placeOf(i) != Allocation.UNPLACED) {
        taken[repaired.placeOf(i)]++;
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (taken[j] > problem.places(j)) {
        return Optional.of("Opportunity " + j + " has " + taken[j] + " in its places.");
      }
      long price = certificate.price(j);
      if (price < 0 || (price > 0 && taken[j] < problem.places(j))) {
        return Optional.of("The price of opportunity " + j + " is " + price + ".");
      }
    }
    return Optional.empty();
  }

  private Optional<String> flawOfLearners() {
    long affinity = 0;
    long surviving = 0;
    for (int i = 0; i < problem.learnerCount(); i++) {
      long without = repaired.comesFirst(i) ? Math.negateExact(certificate.placeWeight()) : 0;
      long surplus = certificate.surplus(i);
      int place = repaired.placeOf(i);
      int before = repaired.placeBefore(i);
      if (surplus < without || (place == Allocation.UNPLACED && surplus != without)) {
        return Optional.of("The surplus of learner " + i + " is " + surplus + ".");
      }
      long most = 0;
      boolean isBorneOut = place == Allocation.UNPLACED;
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        int j = problem.opportunityOf(e);
        long worth = problem.affinityOf(e);
        most = Math.max(most, worth);
        if (j == before) {
          surviving++;
          worth = Math.addExact(worth, certificate.changeWeight());
        }
        long covered = Math.addExact(surplus, certificate.price(j));
        if (covered < worth) {
          return Optional.of(
              "The pair of learner "
                  + i
                  + " and opportunity "
                  + j
                  + " is worth more than its price and surplus.");
        }
        isBorneOut |= j == place && covered == worth;
      }
      if (!isBorneOut) {
        return Optional.of("The place of learner " + i + " is not borne out by its price.");
      }
      affinity = Math.addExact(affinity, most);
    }
    return flawOfWeights(affinity, surviving);
  }
}
