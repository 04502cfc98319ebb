package org.educationcities.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The affinity formula for many pairs: the same whole numbers as {@link AffinityFormula} gives,
 * without the explanation. Profiles are compiled once; a pair then costs growth areas × strengths
 * look-ups. Immutable and thread-safe.
 */
public final class AffinityTable {
  /** Levels are 1 to 4. */
  private static final int LEVEL_BITS = 3;

  private static final int HEAD = 3;
  private static final int LEVEL = (1 << LEVEL_BITS) - 1;

  private final AffinityRule rule;
  private final Map<TopicId, Integer> numbers = new HashMap<>();
  private final int topics;
  private final int counted;

  /** By growth topic and strength topic, row by row: what a strength there is worth here. */
  private final short[] worth;

  /** By growth topic, the signature of all topics in which a strength is worth anything here. */
  private final long[] servedBy;

  /**
   * A profile in numbers, few and together, since a city looks at millions of pairs: how many
   * strengths, how many growth areas, what the greatest importances add up to; then the strengths
   * and the growth areas, each a topic and, in its lowest bits, a level. Topics that the taxonomy
   * lacks are left out. Immutable.
   */
  public static final class Compiled {
    final int[] numbers;

    private Compiled(int[] numbers) {
      this.numbers = numbers;
    }
  }

  /** A table over a taxonomy, with weights. Topics × topics in memory. */
  public AffinityTable(Taxonomy taxonomy, AffinityRule rule) {
    this.rule = rule;
    taxonomy.topics().forEach(topic -> numbers.put(topic.id(), numbers.size()));
    topics = numbers.size();
    counted = rule.growthAreasCounted();
    worth = new short[Math.multiplyExact(topics, topics)];
    numbers.forEach(
        (topic, number) ->
            taxonomy
                .within(topic, rule.mostSteps())
                .forEach(
                    (near, steps) ->
                        worth[number * topics + numbers.getOrDefault(near, number)] =
                            rule.decayPermille().get(steps).shortValue()));
    servedBy = served();
  }

  private long[] served() {
    long[] served = new long[topics];
    for (int g = 0; g < topics; g++) {
      for (int s = 0; s < topics; s++) {
        served[g] |= worth[g * topics + s] > 0 ? 1L << s : 0;
      }
    }
    return served;
  }

  /**
   * A signature of all topics in which a strength would serve this profile's growth areas, near
   * ones included. A pair is worth nothing unless it has a bit in common with what {@link
   * #taughtBy} says of the other side.
   */
  public long wantedBy(Compiled profile) {
    int[] all = profile.numbers;
    long signature = 0;
    for (int a = HEAD + all[0]; a < all.length; a++) {
      signature |= servedBy[all[a] >> LEVEL_BITS];
    }
    return signature;
  }

  /**
   * A signature of the topics of this profile's strengths: topic {@code t} is bit {@code t % 64}.
   */
  public long taughtBy(Compiled profile) {
    int[] all = profile.numbers;
    long signature = 0;
    for (int s = HEAD; s < HEAD + all[0]; s++) {
      signature |= 1L << (all[s] >> LEVEL_BITS);
    }
    return signature;
  }

  /**
   * Compiles a profile. Topics that the taxonomy lacks cannot be compared here and count as never
   * met.
   */
  public Compiled compile(Profile profile) {
    int[] importances =
        profile.growthAreas().stream().mapToInt(each -> each.importance().level()).toArray();
    Arrays.sort(importances);
    int greatest = 0;
    for (int i = importances.length - 1;
        i >= Math.max(0, importances.length - rule.growthAreasCounted());
        i--) {
      greatest += importances[i];
    }
    int[] strengths =
        profile.strengths().stream()
            .filter(each -> numbers.containsKey(each.topic()))
            .mapToInt(each -> packed(each.topic(), each.proficiency().level()))
            .toArray();
    int[] areas =
        profile.growthAreas().stream()
            .filter(each -> numbers.containsKey(each.topic()))
            .mapToInt(each -> packed(each.topic(), each.importance().level()))
            .toArray();
    int[] all = new int[HEAD + strengths.length + areas.length];
    all[0] = strengths.length;
    all[1] = areas.length;
    all[2] = greatest;
    System.arraycopy(strengths, 0, all, HEAD, strengths.length);
    System.arraycopy(areas, 0, all, HEAD + strengths.length, areas.length);
    return new Compiled(all);
  }

  private int packed(TopicId topic, int level) {
    return numbers.getOrDefault(topic, 0) << LEVEL_BITS | level;
  }

  /** The points of a pair: 0 to 1000, no bonus. */
  public int points(Compiled learner, Compiled offer) {
    return points(learner.numbers, offer.numbers, 0);
  }

  /** The points of a learner and an offer whose numbers begin at an index. */
  int points(int[] learner, int[] offers, int offer) {
    long learns = gain(learner, 0, offers, offer);
    if (learns == 0) {
      return 0;
    }
    long gives = gain(offers, offer, learner, 0);
    long b = rule.reciprocityPermille();
    long givesOf = greatestGain(offers[offer + 2]);
    long numerator = learns * ((1000 - b) * givesOf + b * gives);
    long denominator = greatestGain(learner[2]) * givesOf;
    return (int) ((2 * numerator + denominator) / (2 * denominator));
  }

  private static long greatestGain(int importances) {
    return importances == 0 ? 1 : importances * 4000L;
  }

  private long gain(int[] grows, int grower, int[] gives, int giver) {
    int from = grower + HEAD + grows[grower];
    int until = from + grows[grower + 1];
    if (counted == 3) {
      return gainOfThree(grows, from, until, gives, giver);
    }
    int[] best = new int[counted];
    for (int a = from; a < until; a++) {
      int value = value(grows[a], gives, giver);
      for (int i = 0; i < counted; i++) {
        int pushed = Math.min(best[i], value);
        best[i] = Math.max(best[i], value);
        value = pushed;
      }
    }
    return Arrays.stream(best).asLongStream().sum();
  }

  /** The usual number, without an array and without a branch that cannot be foreseen. */
  private long gainOfThree(int[] grows, int from, int until, int[] gives, int giver) {
    int first = 0;
    int second = 0;
    int third = 0;
    for (int a = from; a < until; a++) {
      int value = value(grows[a], gives, giver);
      int pushed = Math.min(first, value);
      first = Math.max(first, value);
      third = Math.max(third, Math.min(second, pushed));
      second = Math.max(second, pushed);
    }
    return (long) first + second + third;
  }

  /** What serving a growth area as well as it can be served here is worth. */
  private int value(int area, int[] gives, int giver) {
    int row = (area >> LEVEL_BITS) * topics;
    int cover = 0;
    int until = giver + HEAD + gives[giver];
    for (int s = giver + HEAD; s < until; s++) {
      int strength = gives[s];
      cover = Math.max(cover, (strength & LEVEL) * worth[row + (strength >> LEVEL_BITS)]);
    }
    return cover * (area & LEVEL);
  }
}
