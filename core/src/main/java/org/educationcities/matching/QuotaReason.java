package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Why a learner has a place under quotas, or why not: data, and sentences made of it.
 *
 * @param learner who, by id
 * @param opportunity where, by id
 * @param outcome what decided
 * @param ruledOutBy what makes the pair impossible, by id: a quota, an opportunity, the learner, or
 *     the opportunity whose time is taken; empty where no single rule does
 * @param affinity of the pair; 0 where it is not eligible
 * @param chain what the pair counts to and what that costs, from the learner by the time and the
 *     opportunity to the quotas; prices of 0 left out
 * @param missing how many points more the pair would have taken: at the very least, by the prices,
 *     or exactly; 0 where points do not decide
 * @param lead by how many points the affinity could be lower and the placement still be best: at
 *     the very least, by the prices, or exactly; 0 where the pair is not placed
 * @param isExact whether missing points and lead were found by solving again
 */
public record QuotaReason(
    String learner,
    String opportunity,
    Outcome outcome,
    String ruledOutBy,
    int affinity,
    List<Price> chain,
    long missing,
    long lead,
    boolean isExact) {

  /** What decided about a pair. */
  public enum Outcome {
    /** The learner has a place there. */
    PLACED("quota-reason.placed"),
    /** The placement was fixed. */
    FIXED("quota-reason.fixed"),
    /** The pair is not eligible, or was forbidden. */
    EXCLUDED("reason.excluded"),
    /** A rule allows nothing at all there, or fixed placements fill all that it allows. */
    RULED_OUT("quota-reason.ruled-out"),
    /** With this placement not all lower bounds and fixed placements can be met together. */
    IMPOSSIBLE("quota-reason.impossible"),
    /** What it would count to is worth more to others. */
    OUTPRICED("quota-reason.outpriced");

    private final String key;

    Outcome(String key) {
      this.key = key;
    }

    /** The key of its sentence. */
    public String key() {
      return key;
    }
  }

  /**
   * One price along the chain.
   *
   * @param kind of what
   * @param id of the quota or the opportunity; of the learner; for a time, of the opportunity that
   *     the learner has then
   * @param points the price; below 0 where a quota's lower bound pays for the placement
   */
  public record Price(Kind kind, String id, long points) {

    /** What has a price. */
    public enum Kind {
      /** The places that the learner may take. */
      LEARNER,
      /** The learner's time. */
      TIME,
      /** A place of the opportunity. */
      OPPORTUNITY,
      /** One more under a quota. */
      QUOTA
    }

    /** A price. */
    public Price {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(id, "id");
    }

    private Sentence sentence(UnaryOperator<String> names) {
      return switch (kind) {
        case LEARNER -> Sentence.of("quota-price.learner", points);
        case TIME -> Sentence.of("quota-price.time", points, names.apply(id));
        case OPPORTUNITY -> Sentence.of("quota-price.opportunity", points, names.apply(id));
        case QUOTA ->
            points < 0
                ? Sentence.of("quota-price.quota-short", -points, id)
                : Sentence.of("quota-price.quota", points, id);
      };
    }
  }

  /** A reason, its chain copied. */
  public QuotaReason {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunity, "opportunity");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(ruledOutBy, "ruledOutBy");
    chain = List.copyOf(chain);
    if (affinity < 0 || missing < 0 || lead < 0) {
      throw new IllegalArgumentException("Affinity, missing points and lead are 0 or more.");
    }
  }

  /** All prices along the chain together. */
  public long prices() {
    return chain.stream().mapToLong(Price::points).reduce(0, Math::addExact);
  }

  /** The sentence of the outcome, then one for the rule or for each price; names as they are. */
  public List<Sentence> sentences() {
    return sentences(UnaryOperator.identity());
  }

  /**
   * The sentence of the outcome (opportunity, affinity, prices together, missing points, lead, what
   * rules it out, in this order), then one for the rule or for each price along the chain. It never
   * holds the learner's id.
   *
   * @param names from an opportunity's id to the name that stands in the sentence
   */
  public List<Sentence> sentences(UnaryOperator<String> names) {
    List<Sentence> all = new ArrayList<>();
    boolean isCounted = missing > 0 || lead > 0;
    boolean isLearner = ruledOutBy.equals(learner);
    all.add(
        Sentence.of(
            outcome.key() + (isLearner ? ".learner" : isExact && isCounted ? ".exactly" : ""),
            names.apply(opportunity),
            (long) affinity,
            prices(),
            missing,
            lead,
            isLearner ? "" : names.apply(ruledOutBy)));
    if (outcome == Outcome.EXCLUDED) {
      all.add(Sentence.of("rule." + PairReasons.NO_PAIR));
    }
    if (isCounted) {
      chain.forEach(price -> all.add(price.sentence(names)));
    }
    return List.copyOf(all);
  }
}
