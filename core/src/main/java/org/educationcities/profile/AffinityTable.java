package org.educationcities.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The affinity formula for many pairs: the same whole numbers as {@link AffinityFormula} gives,
 * without the explanation. Profiles are compiled once; a pair then costs growth areas × strengths
 * look-ups. Immutable and thread-safe.
 */
public final class AffinityTable {
  private final AffinityRule rule;
  private final Map<TopicId, Integer> numbers = new HashMap<>();

  /** By growth topic and strength topic: what a strength there is worth here, in thousandths. */
  private final short[][] worth;

  /** By growth topic, the signature of all topics in which a strength is worth anything here. */
  private final long[] servedBy;

  /** A profile in numbers. Immutable. */
  public static final class Compiled {
    private final int[] strengthTopics;
    private final int[] proficiencies;
    private final int[] growthTopics;
    private final int[] importances;
    private final long greatestImportances;

    private Compiled(
        int[] strengthTopics,
        int[] proficiencies,
        int[] growthTopics,
        int[] importances,
        long greatestImportances) {
      this.strengthTopics = strengthTopics;
      this.proficiencies = proficiencies;
      this.growthTopics = growthTopics;
      this.importances = importances;
      this.greatestImportances = greatestImportances;
    }
  }

  /** A table over a taxonomy, with weights. Topics × topics in memory. */
  public AffinityTable(Taxonomy taxonomy, AffinityRule rule) {
    this.rule = rule;
    taxonomy.topics().forEach(topic -> numbers.put(topic.id(), numbers.size()));
    worth = new short[numbers.size()][numbers.size()];
    numbers.forEach(
        (topic, number) ->
            taxonomy
                .within(topic, rule.mostSteps())
                .forEach(
                    (near, steps) ->
                        worth[number][numbers.getOrDefault(near, number)] =
                            rule.decayPermille().get(steps).shortValue()));
    servedBy = new long[worth.length];
    for (int g = 0; g < worth.length; g++) {
      for (int s = 0; s < worth.length; s++) {
        servedBy[g] |= worth[g][s] > 0 ? 1L << s : 0;
      }
    }
  }

  /**
   * A signature of all topics in which a strength would serve this profile's growth areas, near
   * ones included. A pair is worth nothing unless it has a bit in common with what {@link
   * #taughtBy} says of the other side.
   */
  public long wantedBy(Compiled profile) {
    long signature = 0;
    for (int topic : profile.growthTopics) {
      signature |= topic < 0 ? 0 : servedBy[topic];
    }
    return signature;
  }

  /**
   * A signature of the topics of this profile's strengths: topic {@code t} is bit {@code t % 64}.
   */
  public long taughtBy(Compiled profile) {
    long signature = 0;
    for (int topic : profile.strengthTopics) {
      signature |= 1L << topic;
    }
    return signature;
  }

  /**
   * Compiles a profile. Topics that the taxonomy lacks cannot be compared here and count as never
   * met.
   */
  public Compiled compile(Profile profile) {
    List<Strength> strengths =
        profile.strengths().stream().filter(each -> numbers.containsKey(each.topic())).toList();
    List<GrowthArea> areas = profile.growthAreas();
    int[] importances = areas.stream().mapToInt(each -> each.importance().level()).toArray();
    int[] sorted = importances.clone();
    Arrays.sort(sorted);
    long greatest = 0;
    for (int i = sorted.length - 1;
        i >= Math.max(0, sorted.length - rule.growthAreasCounted());
        i--) {
      greatest += sorted[i];
    }
    return new Compiled(
        strengths.stream().mapToInt(each -> numbers.getOrDefault(each.topic(), -1)).toArray(),
        strengths.stream().mapToInt(each -> each.proficiency().level()).toArray(),
        areas.stream().mapToInt(each -> numbers.getOrDefault(each.topic(), -1)).toArray(),
        importances,
        greatest);
  }

  /** The points of a pair: 0 to 1000, no bonus. */
  public int points(Compiled learner, Compiled offer) {
    long learns = gain(learner, offer);
    if (learns == 0) {
      return 0;
    }
    long learnsOf = learner.greatestImportances * 4 * 1000;
    long gives = gain(offer, learner);
    long givesOf = offer.growthTopics.length == 0 ? 1 : offer.greatestImportances * 4 * 1000;
    long b = rule.reciprocityPermille();
    long numerator = learns * ((1000 - b) * givesOf + b * gives);
    long denominator = learnsOf * givesOf;
    return (int) ((2 * numerator + denominator) / (2 * denominator));
  }

  private long gain(Compiled grows, Compiled gives) {
    int counted = rule.growthAreasCounted();
    long[] best = new long[counted];
    for (int g = 0; g < grows.growthTopics.length; g++) {
      int topic = grows.growthTopics[g];
      if (topic < 0) {
        continue;
      }
      short[] row = worth[topic];
      long cover = 0;
      for (int s = 0; s < gives.strengthTopics.length; s++) {
        cover = Math.max(cover, (long) gives.proficiencies[s] * row[gives.strengthTopics[s]]);
      }
      long value = cover * grows.importances[g];
      for (int i = 0; i < counted && value > 0; i++) {
        if (value > best[i]) {
          long pushed = best[i];
          best[i] = value;
          value = pushed;
        }
      }
    }
    long sum = 0;
    for (long each : best) {
      sum += each;
    }
    return sum;
  }
}
