package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.educationcities.matching.FairFigures.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That every result names its notion of fairness in every language, and that its figures hold. */
class FairnessToldTest {
  private static final Lottery LOTTERY = Lottery.single("27 3 14");

  private static List<FairnessTold> results() {
    List<FairnessTold> all = new ArrayList<>();
    AllocationProblem pairs = Instances.random(new SplittableRandom(1), 6, 3, 3, 20);
    Allocation best = BestTotal.allocate(pairs);
    all.add(best);
    QuotaProblem quotas = QuotaProblem.over(pairs).mostEach(2).build();
    all.add(BestTotal.allocate(quotas));
    all.add(BestTotal.answer(quotas, SearchBudget.standard(1)));
    all.add(BestFound.allocate(HardProblem.over(quotas).build(), SearchBudget.standard(1)));
    all.add(
        new HardAllocation(
            HardProblem.over(quotas).build(),
            ProblemClass.EXACT,
            new int[] {0},
            5,
            9,
            HardAllocation.Proof.RELAXATION,
            BestFound.allocate(HardProblem.over(quotas).build(), SearchBudget.standard(1))
                .multipliers(),
            null));
    all.add(Repairs.repair(pairs, new PlacementsBefore(Map.of(), Set.of(), Map.of()), 50));
    for (FairNotion notion : FairNotion.values()) {
      all.add(FairAllocation.solve(FairProblem.of(pairs), notion));
    }
    StableProblem market = StableProblem.byAffinity(pairs);
    all.add(StableMatching.learnersPropose(market, LOTTERY));
    all.add(StableMatching.placesPropose(market, Lottery.perOpportunity("27 3 14")));
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "he", "ar"})
  void everyResultNamesItsNotionAndItsFigures(String language) {
    Sentences sentences = Sentences.in(Locale.forLanguageTag(language));
    Sentences english = Sentences.in(Locale.ENGLISH);
    String letters = Map.of("en", "[a-z]", "he", "[א-ת]", "ar", "[ء-ي]").get(language);
    Set<List<Sentence>> notions = new HashSet<>();
    for (FairnessTold each : results()) {
      notions.add(each.notionSentences());
      List<Sentence> told = each.fairness();
      assertThat(told.get(told.size() - 1)).isEqualTo(each.figures().sentence());
      for (Sentence sentence : told) {
        String words = sentences.render(sentence);
        assertThat(words).as(sentence.key()).containsPattern(letters).doesNotContain("{");
        assertThat(words.equals(english.render(sentence))).isEqualTo(language.equals("en"));
      }
    }
    // Of those above, the two flows under quotas have one notion, and so do flow and answer.
    assertThat(notions).hasSize(results().size() - 1);
  }

  @Test
  void aStableResultTellsMeanAndWorstByNumbersOfChoices() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("choir", 1)
            .opportunity("lab", 1)
            .opportunity("stage", 1)
            .learner(StableLearner.of("a", "choir", "lab"))
            .learner(StableLearner.of("b", "choir", "lab", "stage"))
            .learner(StableLearner.of("c"))
            .fix("c", "stage")
            .build();

    StableResult result = StableMatching.learnersPropose(problem, LOTTERY);

    // One has the first choice, one the second; one a place without having chosen any.
    assertThat(result.figures())
        .isEqualTo(new FairFigures(Measure.CHOICES, 3, 3, 3, 1 + 2 + 1, 2, 1, 0));
    assertThat(Sentences.in(Locale.ENGLISH).render(result.figures().sentence()))
        .isEqualTo(
            "Learners with a place: 3 of 3. Number of the choice that was granted, on average: 1.3;"
                + " the last: 2. Of those with a place, with their first choice: 33 percent."
                + " Learners who would rather have a placement that somebody else wished for less:"
                + " 0.");
  }

  @Test
  void figuresAreNotCountedOfAnotherProblem() {
    StableProblem problem = StableProblem.builder().build();
    StableResult foreign =
        new StableResult(
            problem,
            StableResult.Proposing.LEARNERS,
            LOTTERY,
            List.of(new StableResult.Placement("a", "b", 1, false)));

    assertThatThrownBy(foreign::figures).hasMessageContaining("another problem");
  }

  @Test
  void figuresAreWhatTheirDefinitionsSay() {
    SplittableRandom random = new SplittableRandom(9);
    for (int instance = 0; instance < Trials.of(3_000); instance++) {
      AllocationProblem pairs =
          Instances.random(random, random.nextInt(7), 1 + random.nextInt(4), 3, 8);
      QuotaProblem quotas = QuotaProblem.over(pairs).mostEach(1 + random.nextInt(2)).build();
      QuotaAllocation found = BestTotal.allocate(quotas);
      assertThat(found.figures()).isEqualTo(byAffinity(pairs, found.chosen()));

      Allocation best = BestTotal.allocate(pairs);
      assertThat(best.figures()).isEqualTo(byAffinity(pairs, chosen(best)));
    }
  }

  @Test
  void figuresOfStableResultsAreWhatTheirDefinitionsSay() {
    Random random = new Random(10);
    for (int instance = 0; instance < Trials.of(3_000); instance++) {
      Markets.Kind[] kinds = Markets.Kind.values();
      StableProblem problem = Markets.any(random, kinds[instance % kinds.length], 5, 3, 12);
      StableResult result = StableMatching.learnersPropose(problem, LOTTERY);
      Drawn drawn = new Drawn();
      for (StableResult.Placement each : result.placements()) {
        int i = List.of(problem.learnerIds).indexOf(each.learner());
        int last = problem.first[i + 1] - problem.first[i] + 1;
        int choice = each.choice() == 0 ? last : each.choice();
        drawn.held.add(new Pair(each.learner(), each.opportunity(), -choice, each.choice() == 1));
      }
      for (int i = 0; i < problem.learners(); i++) {
        for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
          String opportunity = problem.opportunityIds[problem.opportunity[p]];
          drawn.offers.add(
              new Pair(problem.learnerIds[i], opportunity, problem.first[i] - p - 1, false));
        }
      }
      assertThat(result.figures()).isEqualTo(drawn.figures(Measure.CHOICES, problem.learners()));
    }
  }

  private static int[] chosen(Allocation best) {
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < best.problem().learnerCount(); i++) {
      if (best.placeOf(i) != Allocation.UNPLACED) {
        chosen.add(best.problem().pair(i, best.placeOf(i)));
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private static FairFigures byAffinity(AllocationProblem pairs, int[] chosen) {
    Drawn drawn = new Drawn();
    for (int i = 0; i < pairs.learnerCount(); i++) {
      for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
        drawn.offers.add(
            new Pair("l" + i, "o" + pairs.opportunityOf(e), pairs.affinityOf(e), false));
      }
    }
    for (int e : chosen) {
      Pair offer = drawn.offers.get(e);
      boolean isMost =
          drawn.offers.stream()
              .noneMatch(o -> o.learner.equals(offer.learner) && o.worth > offer.worth);
      drawn.held.add(new Pair(offer.learner, offer.opportunity, offer.worth, isMost));
    }
    return drawn.figures(Measure.AFFINITY, pairs.learnerCount());
  }

  private record Pair(String learner, String opportunity, int worth, boolean isFirst) {}

  private static final class Drawn {
    final List<Pair> held = new ArrayList<>();
    final List<Pair> offers = new ArrayList<>();

    FairFigures figures(Measure measure, int learners) {
      return new FairFigures(
          measure,
          learners,
          (int) held.stream().map(Pair::learner).distinct().count(),
          held.size(),
          Math.abs(held.stream().mapToLong(Pair::worth).sum()),
          Math.abs(held.stream().mapToInt(Pair::worth).min().orElse(0)),
          (int) held.stream().filter(Pair::isFirst).map(Pair::learner).distinct().count(),
          (int) offers.stream().filter(this::isEnvied).map(Pair::learner).distinct().count());
    }

    private boolean isEnvied(Pair offer) {
      return held.stream().noneMatch(h -> h.learner.equals(offer.learner) && h.worth >= offer.worth)
          && held.stream()
              .anyMatch(h -> h.opportunity.equals(offer.opportunity) && h.worth < offer.worth);
    }
  }
}
