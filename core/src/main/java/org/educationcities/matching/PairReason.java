package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Why a learner has a place somewhere, or why not: data, and sentences made of it.
 *
 * @param learner who, by id
 * @param opportunity where, by id
 * @param outcome what decided
 * @param excludedBy the codes of the rules that exclude the pair, in a stable order
 * @param affinity of the pair; 0 where it is excluded or not known
 * @param price of a place there
 * @param surplus what the learner's own placement leaves them beyond its price; 0 for who has none
 * @param held the opportunity where the learner has a place, by id; empty if nowhere
 * @param missing how many points more it would have taken at the very least: price + surplus −
 *     affinity + 1; 0 where points do not decide
 * @param lead by how many points the affinity could be lower and the placement still be best; 0
 *     where the pair is not placed
 */
public record PairReason(
    String learner,
    String opportunity,
    Outcome outcome,
    List<String> excludedBy,
    int affinity,
    long price,
    long surplus,
    String held,
    long missing,
    long lead) {

  /** What decided about a pair. */
  public enum Outcome {
    /** The learner has a place there. */
    PLACED("reason.placed"),
    /** A hard rule excludes it, or the learner would learn nothing there. */
    EXCLUDED("reason.excluded"),
    /** The opportunity has no places at all. */
    NO_PLACES("reason.no-places"),
    /** Another place leaves the learner more after its price. */
    BETTER_PLACED("reason.better-placed"),
    /** The learner has no place, and the affinity does not reach the price of this one. */
    OUTBID("reason.outbid"),
    /** A person placed the learner, there or elsewhere. */
    BY_HAND("reason.by-hand"),
    /** The prices of then do not bear out what is known now: something has changed since. */
    CHANGED_SINCE("reason.changed-since"),
    /** It was not there yet when the places were given. */
    NOT_OFFERED("reason.not-offered"),
    /** The places were given by a way that puts no prices on them. */
    UNPRICED("reason.unpriced");

    private final String key;

    Outcome(String key) {
      this.key = key;
    }

    /** The key of its sentence. */
    public String key() {
      return key;
    }
  }

  /** A reason, its codes copied. */
  public PairReason {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(opportunity, "opportunity");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(held, "held");
    excludedBy = List.copyOf(excludedBy);
    if (affinity < 0 || missing < 0 || lead < 0) {
      throw new IllegalArgumentException("Affinity, missing points and lead are 0 or more.");
    }
  }

  /** A placement, with the lead that it has. */
  public static PairReason placed(
      String learner, String opportunity, int affinity, long price, long surplus, long lead) {
    return new PairReason(
        learner,
        opportunity,
        Outcome.PLACED,
        List.of(),
        affinity,
        price,
        surplus,
        opportunity,
        0,
        lead);
  }

  /** A pair that rules exclude. */
  public static PairReason excluded(
      String learner, String opportunity, String held, List<String> codes) {
    return new PairReason(learner, opportunity, Outcome.EXCLUDED, codes, 0, 0, 0, held, 0, 0);
  }

  /**
   * What prices decide about a pair that is eligible and not placed: outbid or better placed; if
   * they do not bear that out, something has changed since they were found.
   */
  public static PairReason byPrice(
      String learner, String opportunity, String held, int affinity, long price, long surplus) {
    long missing = Math.addExact(Math.subtractExact(Math.addExact(price, surplus), affinity), 1);
    Outcome outcome = held.isEmpty() ? Outcome.OUTBID : Outcome.BETTER_PLACED;
    return new PairReason(
        learner,
        opportunity,
        missing < 1 ? Outcome.CHANGED_SINCE : outcome,
        List.of(),
        affinity,
        price,
        surplus,
        held,
        Math.max(0, missing),
        0);
  }

  /** An outcome that prices say nothing about. */
  public static PairReason without(
      Outcome outcome, String learner, String opportunity, String held, int affinity) {
    return new PairReason(learner, opportunity, outcome, List.of(), affinity, 0, 0, held, 0, 0);
  }

  /** The sentence of the outcome, opportunities by their ids. */
  public Sentence sentence() {
    return sentence(UnaryOperator.identity());
  }

  /**
   * The sentence of the outcome: opportunity, price, affinity, surplus, where they are instead,
   * missing points, lead, in this order.
   *
   * @param names from an opportunity's id to the name that stands in the sentence
   */
  public Sentence sentence(UnaryOperator<String> names) {
    return Sentence.of(
        outcome == Outcome.BY_HAND && !held.equals(opportunity)
            ? outcome.key() + ".elsewhere"
            : outcome.key(),
        names.apply(opportunity),
        price,
        (long) affinity,
        surplus,
        held.isEmpty() ? "" : names.apply(held),
        missing,
        lead);
  }

  /** The sentence of the outcome, then one for each rule that excludes the pair. */
  public List<Sentence> sentences(UnaryOperator<String> names) {
    List<Sentence> all = new ArrayList<>();
    all.add(sentence(names));
    Sentences english = Sentences.in(Locale.ENGLISH);
    for (String code : excludedBy) {
      all.add(
          english.has("rule." + code)
              ? Sentence.of("rule." + code)
              : Sentence.of("rule.of-the-host", code));
    }
    return List.copyOf(all);
  }
}
