package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.educationcities.matching.ProgressListener.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One question for every quota problem: proven, or best found with a gap and a name for why. */
class AnswerTest {

  @Test
  void everyProblemIsAnsweredAsItIsBesideEveryChoice() {
    besideEveryChoice(Trials.of(10_000), 1);
  }

  @Test
  @Tag("long")
  void aHundredThousandProblemsAreAnsweredAsTheyAreBesideEveryChoice() {
    besideEveryChoice(100_000, 2);
  }

  private static void besideEveryChoice(int trials, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int proven = 0;
    int withGap = 0;
    for (int trial = 0; trial < trials; trial++) {
      int learners = 1 + random.nextInt(4);
      QuotaProblem problem =
          random.nextBoolean()
              ? QuotaInstances.any(random, learners, 3)
              : QuotaInstances.overlapping(random, learners, 3);
      long best = QuotaInstances.bestOfAll(problem);
      Answer answer;
      try {
        answer = BestTotal.answer(problem, SearchBudget.standard(trial).steps(300));
      } catch (NoAllocationException none) {
        assertThat(best).as("trial %d", trial).isEqualTo(QuotaInstances.NONE);
        continue;
      }
      assertThat(answer.problem()).isSameAs(problem);
      assertThat(answer.problemClass()).isEqualTo(BestTotal.recognise(problem));
      assertThat(QuotaInstances.keepsAll(problem, answer.chosen())).as("trial %d", trial).isTrue();
      // So few pairs are solved by every choice, where they are no flow.
      assertThat(answer.total()).as("trial %d", trial).isEqualTo(best);
      assertThat(answer.bound()).as("trial %d", trial).isEqualTo(best);
      assertThat(answer.isProvenBest()).isTrue();
      assertThat(answer.gap()).isZero();
      if (answer instanceof Answer.Proven exact) {
        assertThat(QuotaChecker.flaw(exact.allocation())).isEmpty();
        proven++;
      } else if (answer instanceof Answer.WithGap found) {
        assertThat(found.problemClass().outside()).isNotEmpty();
        assertThat(found.problemClass().reason()).isNotEmpty();
        assertThat(HardChecker.flaw(found.allocation())).isEmpty();
        withGap++;
      }
    }
    assertThat(proven).isGreaterThan(trials / 4);
    assertThat(withGap).isGreaterThan(trials / 10);
  }

  @Test
  void whatIsTooMuchForEveryChoiceKeepsAllRulesAndStatesItsGap() {
    SplittableRandom random = new SplittableRandom(3);
    int found = 0;
    for (int trial = 0; trial < Trials.of(60); trial++) {
      QuotaProblem problem = QuotaInstances.overlapping(random, 40, 8);
      try {
        Answer answer = BestTotal.answer(problem, SearchBudget.standard(1).steps(2_000));
        assertThat(QuotaInstances.keepsAll(problem, answer.chosen())).isTrue();
        assertThat(answer.bound()).isGreaterThanOrEqualTo(answer.total());
        assertThat(answer.gap()).isBetween(0.0, 0.1);
        assertThat(answer.isProvenBest()).isEqualTo(answer.gap() == 0);
        found++;
      } catch (NoAllocationException | NoAllocationFoundException none) {
        assertThat(none).hasMessageContaining("Maybe");
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void aSchoolThatCrossesAProviderIsNamedAndAnsweredAllTheSame() {
    QuotaProblem problem = QuotaInstances.aSchoolWithAProvider();

    Answer answer = BestTotal.answer(problem, SearchBudget.standard(1));

    assertThat(answer).isInstanceOf(Answer.WithGap.class);
    assertThat(answer.problemClass().outside()).isEqualTo("S with P");
    assertThat(answer.total()).isEqualTo(2);
    assertThatThrownBy(() -> BestTotal.allocate(problem))
        .isInstanceOf(OutsideExactClassException.class)
        .hasMessageContaining("BestTotal.answer");
  }

  @Test
  void onlyWhatIsOutsideTheExactClassIsFoundWithAGap() {
    QuotaProblem flow =
        QuotaProblem.over(Instances.random(new SplittableRandom(4), 3, 2, 2, 9)).build();
    HardAllocation found = BestFound.allocate(flow, SearchBudget.standard(1));

    assertThatThrownBy(() -> new Answer.WithGap(found))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void theListenerHearsTheEndAndCancellingReturnsNothing() {
    SplittableRandom random = new SplittableRandom(5);
    QuotaProblem flow = QuotaProblem.over(Instances.random(random, 300, 40, 3, 9)).build();
    QuotaProblem overlaps =
        QuotaProblem.over(Instances.random(random, 300, 4, 3, 9))
            .mostEach(2)
            .slots("o0", Set.of("a", "b"))
            .slots("o1", Set.of("b", "c"))
            .build();
    for (QuotaProblem each : List.of(flow, overlaps)) {
      List<Stage> heard = new ArrayList<>();
      SearchBudget budget = SearchBudget.standard(1).steps(200);

      Answer answer =
          BestTotal.answer(each, budget.toldTo((stage, value, bound) -> heard.add(stage)));

      assertThat(answer).isInstanceOf(each == flow ? Answer.Proven.class : Answer.WithGap.class);
      assertThat(heard).startsWith(Stage.STARTED).endsWith(Stage.DONE);
      assertThatThrownBy(() -> BestTotal.answer(each, budget.cancelledBy(() -> true)))
          .isInstanceOf(CancellationException.class);
    }
  }
}
