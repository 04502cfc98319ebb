package org.educationcities.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.educationcities.city.Names;
import org.educationcities.matching.PairAffinity;

/** The laws of affinity, over a small taxonomy in which everything is near to something. */
@Label("The laws of affinity")
class AffinityLaws {
  private static final int TOPICS = 12;
  private static final Taxonomy TAXONOMY = taxonomy();
  private static final AffinityFormula FORMULA =
      new AffinityFormula(TAXONOMY, AffinityRule.STANDARD);

  @Property(tries = 2000)
  void theExplanationAddsUp(
      @ForAll("profiles") Profile learner,
      @ForAll("profiles") Profile offer,
      @ForAll Set<AffinityFormula.Bonus> bonuses) {
    Affinity affinity = FORMULA.between(learner, offer, bonuses);

    assertThat(affinity.explanation().stream().mapToInt(Affinity.Line::points).sum())
        .isEqualTo(affinity.points());
    assertThat(affinity.points()).isBetween(0, 1000);
  }

  @Property(tries = 2000)
  void moreStrengthOnATopicNeverLowersIt(
      @ForAll("profiles") Profile learner,
      @ForAll("profiles") Profile offer,
      @ForAll @IntRange(max = TOPICS - 1) int topic) {
    Proficiency before = offer.proficiencyIn(topic(topic));
    Profile stronger =
        offer.toBuilder()
            .strength(topic(topic), Proficiency.of(Math.min(4, before.level() + 1)))
            .build();

    assertThat(FORMULA.between(learner, stronger).points())
        .isGreaterThanOrEqualTo(FORMULA.between(learner, offer).points());
  }

  @Property(tries = 2000)
  void aStatedNeedNeverPutsAPairBelowTheSameOfferThatStatesNone(
      @ForAll("profiles") Profile learner, @ForAll("profiles") Profile offer) {
    Profile.Builder silent = Profile.builder();
    offer.strengths().forEach(each -> silent.strength(each.topic(), each.proficiency()));

    assertThat(FORMULA.between(learner, offer).points())
        .isGreaterThanOrEqualTo(FORMULA.between(learner, silent.build()).points());
  }

  @Property(tries = 2000)
  void nobodyIsGivenPointsWhereTheyLearnNothing(
      @ForAll("profiles") Profile learner,
      @ForAll("profiles") Profile offer,
      @ForAll Set<AffinityFormula.Bonus> bonuses) {
    boolean learnsSomething =
        learner.growthAreas().stream()
            .anyMatch(
                area ->
                    TAXONOMY.within(area.topic(), 2).keySet().stream()
                        .anyMatch(near -> offer.proficiencyIn(near) != Proficiency.NONE));

    Affinity affinity = FORMULA.between(learner, offer, bonuses);

    assertThat(affinity.points() > 0).isEqualTo(learnsSomething);
  }

  @Property(tries = 1000)
  void itIsTheFormulaInFractionsRoundedHalfUp(
      @ForAll("profiles") Profile learner, @ForAll("profiles") Profile offer) {
    double expected = 1000 * gain(learner, offer) * (0.7 + 0.3 * gain(offer, learner));

    assertThat((double) FORMULA.between(learner, offer).points())
        .isBetween(expected - 0.5 - 1e-9, expected + 0.5 + 1e-9);
  }

  @Property(tries = 2000)
  void theTableForManyPairsGivesTheSamePoints(
      @ForAll("profiles") Profile learner, @ForAll("profiles") Profile offer) {
    AffinityTable table = new AffinityTable(TAXONOMY, AffinityRule.STANDARD);

    assertThat(table.points(table.compile(learner), table.compile(offer)))
        .isEqualTo(FORMULA.between(learner, offer).points());
  }

  @Property(tries = 500)
  void theTableCountsAsManyGrowthAreasAsTheRuleSays(
      @ForAll("profiles") Profile learner,
      @ForAll("profiles") Profile offer,
      @ForAll @IntRange(min = 1, max = 8) int counted) {
    AffinityRule rule = new AffinityRule(300, counted, List.of(1000, 500, 250), 50, 30);
    AffinityTable table = new AffinityTable(TAXONOMY, rule);

    assertThat(table.points(table.compile(learner), table.compile(offer)))
        .isEqualTo(new AffinityFormula(TAXONOMY, rule).between(learner, offer).points());
  }

  @Property(tries = 500)
  void pairsByNumberGiveTheSamePointsInAnyOrder(
      @ForAll("profiles") Profile learner,
      @ForAll("profiles") Profile first,
      @ForAll("profiles") Profile second) {
    AffinityTable table = new AffinityTable(TAXONOMY, AffinityRule.STANDARD);
    AffinityTable.Compiled[] learners = {table.compile(Profile.empty()), table.compile(learner)};
    AffinityTable.Compiled[] offers = {
      table.compile(first), table.compile(Profile.empty()), table.compile(second)
    };
    AffinityPairs pairs = AffinityPairs.of(table, learners, offers);
    PairAffinity turned = pairs.ofOpportunities(new int[] {2, 0, 1});

    assertThat(pairs.points(1, 0)).isEqualTo(FORMULA.between(learner, first).points());
    assertThat(pairs.points(1, 2)).isEqualTo(FORMULA.between(learner, second).points());
    assertThat(pairs.points(1, 1) + pairs.points(0, 2)).isZero();
    assertThat(turned.points(1, 0)).isEqualTo(pairs.points(1, 2));
    assertThat(turned.points(1, 1)).isEqualTo(pairs.points(1, 0));
  }

  /** The formula as it is written, by way of floating point, to hold the exact one to it. */
  private static double gain(Profile grows, Profile gives) {
    List<Double> products = new ArrayList<>();
    List<Integer> importances = new ArrayList<>();
    for (GrowthArea area : grows.growthAreas()) {
      double cover = 0;
      for (Strength strength : gives.strengths()) {
        Integer steps = TAXONOMY.within(area.topic(), 2).get(strength.topic());
        if (steps != null) {
          cover = Math.max(cover, strength.proficiency().level() / 4.0 * Math.pow(2, -steps));
        }
      }
      products.add(area.importance().level() * cover);
      importances.add(area.importance().level());
    }
    products.sort((a, b) -> Double.compare(b, a));
    importances.sort((a, b) -> Integer.compare(b, a));
    double sum = products.stream().limit(3).mapToDouble(Double::doubleValue).sum();
    double most = importances.stream().limit(3).mapToDouble(Integer::doubleValue).sum();
    return most == 0 ? 0 : sum / most;
  }

  @Provide
  Arbitrary<Profile> profiles() {
    Arbitrary<int[]> levels =
        Arbitraries.integers().between(0, 4).array(int[].class).ofSize(TOPICS);
    return Combinators.combine(levels, levels)
        .as(
            (strengths, importances) -> {
              Profile.Builder profile = Profile.builder();
              for (int i = 0; i < TOPICS; i++) {
                // Sparse, as real profiles are: a third of the topics on either side.
                if ((strengths[i] + i) % 3 == 0) {
                  profile.strength(topic(i), Proficiency.of(strengths[i]));
                }
                if ((importances[i] + i) % 3 == 1 && importances[i] > 0) {
                  profile.growthArea(topic(i), new Importance(importances[i]));
                }
              }
              return profile.build();
            });
  }

  @Provide
  Arbitrary<Set<AffinityFormula.Bonus>> bonuses() {
    return Arbitraries.of(AffinityFormula.Bonus.class)
        .set()
        .map(set -> set.isEmpty() ? Set.of() : EnumSet.copyOf(set));
  }

  private static TopicId topic(int i) {
    return new TopicId("t" + i);
  }

  /**
   * A tree in which each topic's broader one is the half of its number; the first four stand alone.
   */
  private static Taxonomy taxonomy() {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < TOPICS; i++) {
      Set<TopicId> broader = i < 4 ? Set.of() : Set.of(topic(i / 2));
      topics.add(new Topic(topic(i), Names.of("en", "Topic " + i), broader));
    }
    return Taxonomy.of(topics);
  }
}
