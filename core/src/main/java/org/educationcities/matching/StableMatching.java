package org.educationcities.matching;

/**
 * Finds stable matchings by deferred acceptance. Stateless and thread-safe; deterministic for a
 * lottery's seed.
 */
public final class StableMatching {
  private StableMatching() {}

  /**
   * The stable matching in which each learner has the best they have in any: learners propose.
   * Time: choices times the logarithm of places; with reserved seats or providers, times who holds
   * a place there.
   */
  public static StableResult learnersPropose(StableProblem problem, Lottery lottery) {
    int[] held = LearnerProposing.solve(problem, new PlaceOrder(problem, lottery));
    return StableResult.of(problem, StableResult.Proposing.LEARNERS, lottery, held);
  }

  /**
   * The stable matching in which each place has the best it has in any: places propose. Meant for
   * comparison, and for markets of some thousands; time: refusals times who asks at a place.
   */
  public static StableResult placesPropose(StableProblem problem, Lottery lottery) {
    int[] held = ProviderProposing.solve(problem, new PlaceOrder(problem, lottery));
    return StableResult.of(problem, StableResult.Proposing.PLACES, lottery, held);
  }
}
