package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.educationcities.matching.HardInstances.Kind;
import org.educationcities.matching.ProgressListener.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hard problems: beside every choice there is, and how the search behaves. */
class BestFoundTest {
  private static final int SEARCH_ALWAYS = -1;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void neverAboveTheBestNeverFalselyProvenAndTheBoundNeverBelow(Kind kind) {
    againstEveryChoice(kind, Trials.of(1500), 11, SEARCH_ALWAYS);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFewPairsAreSolvedByEveryChoice(Kind kind) {
    againstEveryChoice(kind, Trials.of(500), 12, HardChecker.EVERY_CHOICE_UP_TO);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("long")
  void neverAboveTheBestInManyMore(Kind kind) {
    againstEveryChoice(kind, 15_000, 13, SEARCH_ALWAYS);
  }

  private static void againstEveryChoice(Kind kind, int trials, long seed, int everyChoiceUpTo) {
    SplittableRandom random = new SplittableRandom(seed);
    int searched = 0;
    int best = 0;
    int missed = 0;
    for (int trial = 0; trial < trials; trial++) {
      HardProblem problem =
          HardInstances.random(kind, random, 1 + random.nextInt(7), 1 + random.nextInt(4));
      long most = HardInstances.bestOfAll(problem);
      HardAllocation found;
      try {
        found = BestFound.allocate(problem, steps(trial, 400), everyChoiceUpTo);
      } catch (NoAllocationException none) {
        assertThat(most).as("%s %d", kind, trial).isEqualTo(HardInstances.NONE);
        continue;
      } catch (NoAllocationFoundException none) {
        missed += most == HardInstances.NONE ? 0 : 1;
        continue;
      }
      assertThat(found.value()).as("%s %d", kind, trial).isLessThanOrEqualTo(most);
      assertThat(found.bound()).as("%s %d", kind, trial).isGreaterThanOrEqualTo(most);
      assertThat(found.problemClass().isExact())
          .isEqualTo(found.proof() == HardAllocation.Proof.FLOW);
      if (found.proof() == HardAllocation.Proof.RELAXATION) {
        searched++;
        best += found.value() == most ? 1 : 0;
      } else {
        assertThat(found.value()).as("%s %d", kind, trial).isEqualTo(most);
      }
    }
    assertThat(best).isGreaterThanOrEqualTo(searched * 97 / 100);
    assertThat(missed).isLessThanOrEqualTo(trials / 500);
  }

  @Test
  void theSameSeedAndStepsGiveTheSameResult() {
    HardProblem problem = HardInstances.random(Kind.ALL, new SplittableRandom(3), 60, 12);

    HardAllocation one = BestFound.allocate(problem, steps(5, 500));
    HardAllocation other = BestFound.allocate(problem, steps(5, 500));

    assertThat(other.chosen()).isEqualTo(one.chosen());
    assertThat(other.bound()).isEqualTo(one.bound());
  }

  @Test
  void mediumProblemsComeNearTheirBound() {
    SplittableRandom random = new SplittableRandom(4);
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.ALL))) {
      HardProblem problem = HardInstances.random(kind, random, 200, 30);
      HardAllocation found = BestFound.allocate(problem, steps(1, 4000));
      assertThat(HardChecker.flaw(found)).isEmpty();
      assertThat(found.gap()).as("%s", kind).isLessThan(0.05);
    }
  }

  @Test
  void aFlowIsSolvedExactlyWithItsCertificate() {
    QuotaProblem flow = QuotaInstances.nested(new SplittableRandom(6), 4, 3);

    HardAllocation found = BestFound.allocate(flow, SearchBudget.standard(1));

    assertThat(found.proof()).isEqualTo(HardAllocation.Proof.FLOW);
    assertThat(found.isProvenOptimal()).isTrue();
    assertThat(found.flow()).isPresent();
  }

  @Test
  void aQuotaProblemOutsideIsNoLongerRefused() {
    AllocationProblem pairs =
        AllocationProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .pair("l", "x", 3)
            .pair("l", "y", 4)
            .build();
    QuotaProblem problem =
        QuotaProblem.over(pairs)
            .slots("x", Set.of("Mon", "Tue"))
            .slots("y", Set.of("Tue"))
            .mostEach(2)
            .build();

    HardAllocation found = BestFound.allocate(problem, SearchBudget.standard(1));

    assertThat(found.problemClass().outside()).isEqualTo("x");
    assertThat(found.value()).isEqualTo(4);
    assertThat(found.isProvenOptimal()).isTrue();
    assertThat(found.gap()).isZero();
  }

  @Test
  void stopsWhenAskedAndThenReturnsNothing() {
    HardProblem problem = HardInstances.random(Kind.ALL, new SplittableRandom(3), 60, 12);
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                BestFound.allocate(
                    problem, steps(1, 100_000).cancelledBy(() -> asked.incrementAndGet() > 300)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void endsWhenTheTimeIsOverWithTheBestByThen() {
    HardProblem problem = HardInstances.random(Kind.OPTIONAL, new SplittableRandom(9), 90, 15);
    AtomicInteger looked = new AtomicInteger();
    InstantSource aMillisecondALook = () -> Instant.EPOCH.plusMillis(looked.incrementAndGet());

    HardAllocation found =
        BestFound.allocate(
            problem, SearchBudget.standard(1).within(Duration.ofMillis(300), aMillisecondALook));

    assertThat(looked.get()).isBetween(100, 400);
    assertThat(HardChecker.flaw(found)).isEmpty();
  }

  @Test
  void tellsHowFarItIsWithABoundThatNeverRises() {
    HardProblem problem = HardInstances.random(Kind.GROUP_SIZES, new SplittableRandom(3), 60, 12);
    List<Stage> stages = new ArrayList<>();
    List<Long> bounds = new ArrayList<>();

    HardAllocation found =
        BestFound.allocate(
            problem,
            steps(1, 500)
                .toldTo(
                    (stage, value, bound) -> {
                      stages.add(stage);
                      bounds.add(bound);
                      assertThat(value).isLessThanOrEqualTo(bound);
                    }));

    assertThat(stages).contains(Stage.STARTED, Stage.SEARCHING).endsWith(Stage.DONE);
    assertThat(bounds).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(found.bound());
  }

  private static SearchBudget steps(long seed, long steps) {
    return SearchBudget.standard(seed).steps(steps);
  }
}
