package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.educationcities.matching.QuotaReason.Outcome;
import org.educationcities.matching.QuotaReason.Price;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That reasons under quotas tell what solving again bears out. */
class QuotaReasonsTest {

  @Test
  void withTheMissingPointsThePairIsTakenAndWithOneFewerNothingIsGained() {
    SplittableRandom random = new SplittableRandom(1);
    int asked = 0;
    int told = 0;
    for (int trial = 0; trial < Math.max(60, Trials.of(600)); trial++) {
      QuotaProblem problem = QuotaInstances.nested(random, 1 + random.nextInt(5), 3);
      QuotaAllocation best = bestOrNull(problem);
      if (best == null) {
        continue;
      }
      QuotaReasons reasons = QuotaReasons.of(best);
      for (int i = 0; i < problem.pairs().learnerCount(); i++) {
        for (int e = problem.pairs().start(i); e < problem.pairs().start(i + 1); e++) {
          String learner = problem.pairs().learners().get(i);
          String opportunity =
              problem.pairs().opportunities().get(problem.pairs().opportunityOf(e));
          QuotaReason byPrices = reasons.of(learner, opportunity);
          QuotaReason exact = reasons.exactly(learner, opportunity);
          assertThat(byPrices.isExact()).isFalse();
          switch (byPrices.outcome()) {
            case PLACED -> {
              assertThat(exact.lead()).isGreaterThanOrEqualTo(byPrices.lead());
              if (exact.lead() < exact.affinity()) {
                assertThat(exact.affinity() - exact.prices()).isEqualTo(exact.lead());
              }
              bearsOutTheLead(best, e, exact.lead());
            }
            case OUTPRICED -> {
              asked++;
              told += exact.missing() == byPrices.missing() ? 1 : 0;
              bearsOutTheMissing(best, e, byPrices.missing(), exact);
            }
            case FIXED -> assertThat(problem.isFixed(e)).isTrue();
            case RULED_OUT -> assertThat(bestOrNull(withFixed(problem, e))).isNull();
            default -> throw new AssertionError(byPrices.outcome());
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(60);
    // Prices tell the least; often enough that is all.
    assertThat(told).isGreaterThan(asked / 5);
  }

  private static void bearsOutTheMissing(
      QuotaAllocation best, int pair, long atLeast, QuotaReason exact) {
    QuotaProblem problem = best.problem();
    if (exact.outcome() == Outcome.IMPOSSIBLE) {
      assertThat(bestOrNull(withFixed(problem, pair))).isNull();
      return;
    }
    assertThat(exact.isExact()).isTrue();
    assertThat(exact.missing()).isGreaterThanOrEqualTo(atLeast);
    assertThat(exact.prices() - exact.affinity() + 1).isEqualTo(exact.missing());
    int affinity = problem.pairs().affinityOf(pair);
    int enough = Math.toIntExact(affinity + exact.missing());
    QuotaAllocation raised = BestTotal.allocate(with(problem, pair, enough));
    assertThat(raised.isChosen(pair)).isTrue();
    assertThat(raised.total()).isEqualTo(best.total() + 1);
    assertThat(BestTotal.allocate(with(problem, pair, enough - 1)).total()).isEqualTo(best.total());
  }

  private static void bearsOutTheLead(QuotaAllocation best, int pair, long lead) {
    int affinity = best.problem().pairs().affinityOf(pair);
    int lowest = Math.toIntExact(Math.max(1, affinity - lead));
    assertThat(BestTotal.allocate(with(best.problem(), pair, lowest)).total())
        .isEqualTo(best.total() - (affinity - lowest));
    if (lowest > 1 && lead < affinity) {
      QuotaAllocation lower = BestTotal.allocate(with(best.problem(), pair, lowest - 1));
      assertThat(lower.total()).isEqualTo(best.total() - lead);
      assertThat(lower.isChosen(pair)).isFalse();
    }
  }

  @Test
  void theChainTellsWhichQuotaStandsInTheWayAndByHowManyPoints() {
    QuotaReasons reasons = QuotaReasons.of(BestTotal.allocate(story()));

    QuotaReason dana = reasons.exactly("dana", "choir");

    assertThat(dana.outcome()).isEqualTo(Outcome.OUTPRICED);
    assertThat(dana.missing()).isEqualTo(491);
    assertThat(dana.prices()).isEqualTo(dana.affinity() + 490);
    assertThat(dana.chain()).extracting(Price::kind).contains(Price.Kind.QUOTA);
    assertThat(reasons.of("noa", "choir").outcome()).isEqualTo(Outcome.FIXED);
    assertThat(reasons.of("noa", "stage").ruledOutBy()).isEqualTo("choir");
    assertThat(reasons.of("noa", "lab").outcome()).isEqualTo(Outcome.EXCLUDED);
    assertThat(reasons.of("amir", "choir").ruledOutBy()).isEqualTo("");
    assertThat(reasons.of("dana", "closed").ruledOutBy()).isEqualTo("closed");
    assertThat(reasons.of("lia", "stage").ruledOutBy()).isEqualTo("lia");
    assertThat(reasons.ofLearner("dana", 9))
        .extracting(QuotaReason::opportunity)
        .containsExactly("stage", "choir", "closed", "lab");
    assertThat(reasons.ofLearner("dana", 1)).hasSize(1);
  }

  /** Noa fixed in the choir, which sings when the stage plays; at most two of the town sing. */
  private static QuotaProblem story() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("choir", 5)
            .opportunity("stage", 1)
            .opportunity("closed", 0)
            .opportunity("lab", 1)
            .pair("noa", "choir", 10)
            .pair("noa", "stage", 500)
            .pair("amir", "choir", 640)
            .pair("dana", "choir", 350)
            .pair("dana", "stage", 200)
            .pair("dana", "closed", 900)
            .pair("lia", "stage", 300)
            .pair("lia", "lab", 300)
            .pair("lia", "choir", 440)
            .build();
    return QuotaProblem.over(pairs)
        .mostEach(2)
        .most("lia", 1)
        .most("amir", 1)
        .slots("choir", Set.of("Sunday"))
        .slots("stage", Set.of("Sunday"))
        .fixed("noa", "choir")
        .fixed("lia", "lab")
        .learners("town", List.of("noa", "amir", "dana", "lia"))
        .quota(Quota.of("singers", "town", "choir", 2))
        .build();
  }

  @Test
  void everyReasonIsToldInEveryLanguageAndNeverNamesTheLearner() {
    QuotaReasons reasons = QuotaReasons.of(BestTotal.allocate(story()));
    for (String language : Sentences.LANGUAGES) {
      Sentences sentences = Sentences.in(Locale.forLanguageTag(language));
      for (String learner : List.of("noa", "amir", "dana", "lia")) {
        for (String opportunity : List.of("choir", "stage", "closed", "lab")) {
          for (QuotaReason each :
              List.of(reasons.of(learner, opportunity), reasons.exactly(learner, opportunity))) {
            assertThat(each.sentences(String::toUpperCase))
                .extracting(sentences::render)
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain(learner));
          }
        }
      }
    }
    Sentences english = Sentences.in(Locale.ENGLISH);
    assertThat(reasons.exactly("dana", "choir").sentences())
        .extracting(english::render)
        .startsWith(
            "choir: not chosen. Affinity: 350. Prices of all that it would count to: 840."
                + " Points missing: 491.");
  }

  @Test
  void aLowerBoundPaysForWhatItNeeds() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("lab", 2)
            .opportunity("stage", 2)
            .pair("noa", "lab", 100)
            .pair("noa", "stage", 300)
            .build();
    QuotaProblem problem =
        QuotaProblem.over(pairs).quota(new Quota("scientists", null, "lab", 1, 2)).build();
    QuotaReasons reasons = QuotaReasons.of(BestTotal.allocate(problem));

    QuotaReason lab = reasons.of("noa", "lab");

    assertThat(lab.outcome()).isEqualTo(Outcome.PLACED);
    assertThat(lab.chain())
        .anyMatch(each -> each.kind() == Price.Kind.QUOTA && each.points() <= -200);
    assertThat(lab.sentences())
        .extracting(Sentences.in(Locale.ENGLISH)::render)
        .anyMatch(text -> text.startsWith("One more in \"scientists\", which needs more: "));
    assertThat(reasons.exactly("noa", "lab").lead()).isEqualTo(100);
    assertThat(reasons.exactly("noa", "stage").outcome()).isEqualTo(Outcome.IMPOSSIBLE);
  }

  @Test
  void whoOrWhatIsNotThereIsRefused() {
    QuotaReasons reasons = QuotaReasons.of(BestTotal.allocate(story()));

    assertThatThrownBy(() -> reasons.of("nobody", "lab")).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> reasons.exactly("noa", "nowhere")).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> reasons.ofLearner("noa", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new QuotaReason("l", "o", Outcome.PLACED, "", 1, List.of(), -1, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static @Nullable QuotaAllocation bestOrNull(QuotaProblem problem) {
    try {
      return BestTotal.allocate(problem);
    } catch (NoAllocationException none) {
      return null;
    }
  }

  private static QuotaProblem with(QuotaProblem problem, int pair, int affinity) {
    AllocationProblem pairs = problem.pairs();
    return problem.with(
        pairs.withPairs(
            IntStream.rangeClosed(0, pairs.learnerCount()).map(pairs::start).toArray(),
            IntStream.range(0, pairs.pairCount()).map(pairs::opportunityOf).toArray(),
            IntStream.range(0, pairs.pairCount())
                .map(e -> e == pair ? affinity : pairs.affinityOf(e))
                .toArray()),
        fixed(problem));
  }

  private static QuotaProblem withFixed(QuotaProblem problem, int pair) {
    BitSet fixed = fixed(problem);
    fixed.set(pair);
    return problem.with(problem.pairs(), fixed);
  }

  private static BitSet fixed(QuotaProblem problem) {
    BitSet fixed = new BitSet();
    IntStream.range(0, problem.pairs().pairCount()).filter(problem::isFixed).forEach(fixed::set);
    return fixed;
  }
}
