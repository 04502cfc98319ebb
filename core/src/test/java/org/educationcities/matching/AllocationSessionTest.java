package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The auction with its exact finish, and what is put right from where it stands. */
class AllocationSessionTest {

  @Test
  void theAuctionEndsWhereTheHungarianMethodEnds() {
    againstTheHungarianMethod(400, 1);
  }

  @Test
  @Tag("long")
  void theAuctionEndsWhereTheHungarianMethodEndsManyTimes() {
    againstTheHungarianMethod(100_000, 2);
  }

  @Test
  void afterEachChangeOfPlacesTheTotalIsTheGreatestAgain() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < Trials.of(150); trial++) {
      AllocationProblem problem = some(random, trial);
      AllocationSession session = AllocationSession.open(problem);
      for (int change = 0; change < 8; change++) {
        session.changePlaces(random.nextInt(problem.opportunityCount()), random.nextInt(6));
        Allocation repaired = session.allocation();
        assertThat(CertificateChecker.flaw(repaired)).as("trial %d", trial).isEmpty();
        assertThat(CertificateChecker.flaw(session.provenAllocation())).isEmpty();
        Allocation anew = new ExactSolver(repaired.problem()).solve();
        assertThat(repaired.total()).isEqualTo(anew.total());
        assertThat(Instances.pricesOf(repaired)).isEqualTo(Instances.pricesOf(anew));
      }
    }
  }

  @Test
  void aChangedProblemIsSolvedFromAnAllocationOfBefore() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < Trials.of(200); trial++) {
      Allocation before = AllocationSession.open(some(random, trial)).allocation();
      AllocationProblem changed = some(random, trial);
      Allocation after = AllocationSession.resume(changed, before).allocation();
      assertThat(CertificateChecker.flaw(after)).isEmpty();
    }
  }

  @Test
  void everyRunGivesTheSame() {
    AllocationProblem problem = some(new SplittableRandom(5), 1);

    assertThat(Instances.placesOf(AllocationSession.open(problem).allocation()))
        .isEqualTo(Instances.placesOf(AllocationSession.open(problem).allocation()));
  }

  @Test
  void stopsWhenAsked() {
    AllocationProblem problem = some(new SplittableRandom(6), 1);

    assertThatThrownBy(() -> BestTotal.allocate(problem, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static AllocationProblem some(SplittableRandom random, int trial) {
    int most = new int[] {1, 2, 20, 1000, 100_000}[trial % 5];
    return Instances.random(
        random, random.nextInt(20, 160), random.nextInt(5, 20), 1 + trial % 12, most);
  }

  private static void againstTheHungarianMethod(int instances, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < instances; trial++) {
      AllocationProblem problem = some(random, trial);
      Allocation found = AllocationSession.open(problem).allocation();
      Allocation expected = new ExactSolver(problem).solve();
      assertThat(CertificateChecker.flaw(found)).as("trial %d", trial).isEmpty();
      assertThat(found.total()).as("trial %d", trial).isEqualTo(expected.total());
      assertThat(Instances.pricesOf(found))
          .as("trial %d", trial)
          .isEqualTo(Instances.pricesOf(expected));
    }
  }
}
