package org.educationcities.profile;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The affinity of a learner and what is offered, exact in whole numbers.
 *
 * <p>Topic cover {@code c(t, S)} is the greatest {@code proficiency(s)/4 × decay(steps(t, s))} over
 * the strengths S. A side's gain is the sum of importance × cover over the (three) growth areas for
 * which that is greatest, divided by the sum of its (three) greatest importances; 0 where it has
 * none. Then {@code affinity = round(1000 × gL × (1 − b + b × gC))}, half up, and, where that is
 * above 0, the bonuses, capped at 1000.
 *
 * <p>Laws, held by property tests: more strength on a needed topic never lowers it; a stated need
 * never puts a pair below the same offer that states none; 0 exactly where the learner gains
 * nothing that rounds to a point; the explanation adds up.
 *
 * <p>Reciprocal recommenders (Pizzato et al., RECON, RecSys 2010) take the harmonic mean of both
 * gains, which would give a child without recorded strengths 0 in every challenge.
 *
 * <p>Immutable and thread-safe; steps in the taxonomy are computed afresh at each call, in time
 * linear in what two moves reach from the growth areas.
 */
public final class AffinityFormula {
  private final Taxonomy taxonomy;
  private final AffinityRule rule;

  /** What a pairing may be given on top. */
  public enum Bonus {
    /** Both sides want their bond to go on. */
    CONTINUING_BOND,
    /** The learner got least in earlier rounds. */
    LEAST_SERVED
  }

  /**
   * A growth area with the strength that serves it best; the value is importance × proficiency ×
   * decay permille.
   */
  private record Served(TopicId topic, TopicId by, long value) {}

  /** A gain as a fraction, and what it is made of. */
  private record Gain(long numerator, long denominator, List<Served> served) {}

  /** The formula over a taxonomy, with its weights. */
  public AffinityFormula(Taxonomy taxonomy, AffinityRule rule) {
    this.taxonomy = Objects.requireNonNull(taxonomy, "taxonomy");
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /**
   * The affinity of a pairing.
   *
   * @param learner the learner's profile, quests and wishes already among its growth areas
   * @param offer what is taught as strengths, what is needed as growth areas
   * @param bonuses those that apply
   */
  public Affinity between(Profile learner, Profile offer, Set<Bonus> bonuses) {
    Gain learns = gain(learner, offer);
    Gain gives = gain(offer, learner);
    // 1000 × nL/dL × ((1000 − b) × dC + b × nC)/(1000 × dC): at most 5e15 in the numerator, so
    // exact in a long
    long b = rule.reciprocityPermille();
    long numerator = learns.numerator * ((1000 - b) * gives.denominator + b * gives.numerator);
    long denominator = learns.denominator * gives.denominator;
    int base = (int) ((2 * numerator + denominator) / (2 * denominator));
    List<Affinity.Line> lines = split(base, learns, gives);
    int points = base;
    if (base > 0) {
      Set<Bonus> applied = bonuses.isEmpty() ? Set.of() : EnumSet.copyOf(bonuses);
      points += bonus(applied, Bonus.CONTINUING_BOND, Affinity.Source.CONTINUING_BOND, lines);
      points += bonus(applied, Bonus.LEAST_SERVED, Affinity.Source.LEAST_SERVED, lines);
      if (points > AffinityRule.SCALE) {
        lines.add(new Affinity.Line(Affinity.Source.CAP, "", "", AffinityRule.SCALE - points));
        points = AffinityRule.SCALE;
      }
    }
    return new Affinity(points, lines);
  }

  /** The affinity of a pairing without bonuses. */
  public Affinity between(Profile learner, Profile offer) {
    return between(learner, offer, Set.of());
  }

  private int bonus(
      Set<Bonus> applied, Bonus bonus, Affinity.Source source, List<Affinity.Line> lines) {
    int points =
        bonus == Bonus.CONTINUING_BOND ? rule.continuingBondBonus() : rule.leastServedBonus();
    if (points == 0 || !applied.contains(bonus)) {
      return 0;
    }
    lines.add(new Affinity.Line(source, "", "", points));
    return points;
  }

  private Gain gain(Profile grows, Profile gives) {
    List<GrowthArea> areas = grows.growthAreas();
    if (areas.isEmpty()) {
      return new Gain(0, 1, List.of());
    }
    long greatestImportances =
        areas.stream()
            .map(area -> area.importance().level())
            .sorted(Comparator.reverseOrder())
            .limit(rule.growthAreasCounted())
            .mapToLong(Integer::longValue)
            .sum();
    Map<TopicId, Proficiency> strengths = new HashMap<>();
    gives.strengths().forEach(each -> strengths.put(each.topic(), each.proficiency()));
    List<Served> served =
        areas.stream()
            .map(area -> serve(area, strengths))
            .filter(each -> each.value > 0)
            .sorted(
                Comparator.comparingLong(Served::value)
                    .reversed()
                    .thenComparing(each -> each.topic.value()))
            .limit(rule.growthAreasCounted())
            .toList();
    long sum = served.stream().mapToLong(Served::value).sum();
    return new Gain(sum, greatestImportances * 4 * 1000, served);
  }

  private Served serve(GrowthArea area, Map<TopicId, Proficiency> strengths) {
    long best = 0;
    TopicId by = area.topic();
    for (Map.Entry<TopicId, Integer> near :
        taxonomy.within(area.topic(), rule.mostSteps()).entrySet()) {
      Proficiency proficiency = strengths.get(near.getKey());
      if (proficiency == null) {
        continue;
      }
      long cover = (long) proficiency.level() * rule.decayPermille().get(near.getValue());
      if (cover > best
          || (cover == best && cover > 0 && near.getKey().value().compareTo(by.value()) < 0)) {
        best = cover;
        by = near.getKey();
      }
    }
    return new Served(area.topic(), by, best * area.importance().level());
  }

  /**
   * Splits the points over what they are made of, by the largest remainders, so that they add up
   * exactly.
   */
  private List<Affinity.Line> split(int base, Gain learns, Gain gives) {
    List<Affinity.Line> lines = new ArrayList<>();
    if (base == 0) {
      return lines;
    }
    long b = rule.reciprocityPermille();
    long ownWeight = (1000 - b) * gives.denominator;
    long returnWeight = b * gives.numerator;
    int returned = (int) (base * returnWeight / Math.max(1, ownWeight + returnWeight));
    lines.addAll(share(base - returned, learns.served, Affinity.Source.LEARNER_GAIN));
    if (returned > 0) {
      lines.addAll(share(returned, gives.served, Affinity.Source.CITY_GAIN));
    }
    return lines;
  }

  private static List<Affinity.Line> share(
      int points, List<Served> served, Affinity.Source source) {
    long total = served.stream().mapToLong(Served::value).sum();
    int[] shares = new int[served.size()];
    int left = points;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (int) (points * served.get(i).value / total);
      left -= shares[i];
    }
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.<Integer>comparingLong(i -> points * served.get(i).value % total).reversed());
    for (int i = 0; i < left; i++) {
      shares[byRemainder.get(i)]++;
    }
    ImmutableList.Builder<Affinity.Line> lines = ImmutableList.builder();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        Served each = served.get(i);
        lines.add(new Affinity.Line(source, each.topic.value(), each.by.value(), shares[i]));
      }
    }
    return lines.build();
  }
}
