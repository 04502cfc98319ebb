package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.educationcities.city.Names;
import org.educationcities.matching.PairReason;
import org.educationcities.matching.Sentence;
import org.educationcities.matching.Sentences;
import org.educationcities.profile.Affinity;

/**
 * Why a learner has a place in an opportunity by a round, or why not: as data, and in words.
 * Immutable.
 */
public final class Explanation {
  private final PairReason reason;
  private final Affinity affinity;
  private final Instant roundAsOf;
  private final Instant factsAsOf;
  private final Map<String, Names> opportunityNames;
  private final Map<String, Names> topicNames;

  Explanation(
      PairReason reason,
      Affinity affinity,
      Instant roundAsOf,
      Instant factsAsOf,
      Map<String, Names> opportunityNames,
      Map<String, Names> topicNames) {
    this.reason = Objects.requireNonNull(reason, "reason");
    this.affinity = Objects.requireNonNull(affinity, "affinity");
    this.roundAsOf = Objects.requireNonNull(roundAsOf, "roundAsOf");
    this.factsAsOf = Objects.requireNonNull(factsAsOf, "factsAsOf");
    this.opportunityNames = ImmutableMap.copyOf(opportunityNames);
    this.topicNames = ImmutableMap.copyOf(topicNames);
  }

  /** What decided, with its rules or its numbers. */
  public PairReason reason() {
    return reason;
  }

  /** The affinity of the pair, and what it is made of; as known now. */
  public Affinity affinity() {
    return affinity;
  }

  /** The moment as of which the round's facts were true. */
  public Instant roundAsOf() {
    return roundAsOf;
  }

  /** The moment as of which the facts of this explanation were true. */
  public Instant factsAsOf() {
    return factsAsOf;
  }

  /**
   * What is to be said, for the host to render: the outcome, then either the rules that exclude the
   * pair or what the affinity is made of.
   *
   * @param locale in which opportunities and topics are named
   */
  public List<Sentence> sentences(Locale locale) {
    ImmutableList.Builder<Sentence> all = ImmutableList.builder();
    all.addAll(reason.sentences(id -> named(opportunityNames, id, locale)));
    for (Affinity.Line line : affinity.explanation()) {
      all.add(sentence(line, locale));
    }
    return all.build();
  }

  /** The same in words; in English if there are none in the locale's language. */
  public List<String> inWords(Locale locale) {
    Sentences words = Sentences.in(locale);
    return sentences(locale).stream().map(words::render).toList();
  }

  private Sentence sentence(Affinity.Line line, Locale locale) {
    String key =
        switch (line.source()) {
          case LEARNER_GAIN -> "points.learner-gain";
          case CITY_GAIN -> "points.city-gain";
          case CONTINUING_BOND -> "points.continuing-bond";
          case LEAST_SERVED -> "points.least-served";
          case CAP -> "points.cap";
        };
    boolean isServedByItself = !line.topic().isEmpty() && line.topic().equals(line.servedBy());
    return Sentence.of(
        isServedByItself ? key + ".same" : key,
        named(topicNames, line.topic(), locale),
        named(topicNames, line.servedBy(), locale),
        (long) line.points());
  }

  private static String named(Map<String, Names> names, String id, Locale locale) {
    Names known = names.get(id);
    return known == null ? id : known.in(locale);
  }

  /** The outcome only: what is known of a learner is personal. */
  @Override
  public String toString() {
    return "Explanation[" + reason.outcome() + "]";
  }
}
