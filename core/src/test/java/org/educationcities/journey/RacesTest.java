package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.educationcities.EducationCities;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.NotClearedException;
import org.educationcities.collaboration.Places;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/** Decisions against what undoes them, and many against the last places, with pauses injected. */
class RacesTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");

  private Stage stage(int places) {
    return Stage.open(
        clock,
        places,
        new PausingStorage(
            MemoryStorage.of(EducationCities.entityTypes()), RacesTest::letOthersGoFirst));
  }

  private static void letOthersGoFirst() {
    switch (ThreadLocalRandom.current().nextInt(8)) {
      case 0, 1 -> LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1, 200_000));
      default -> {}
    }
  }

  @Test
  void theLastPlacesAreNeverGivenTwiceAndNoneIsLeftUnused() throws Exception {
    fightForPlaces(7, 60, 16);
  }

  private void fightForPlaces(int places, int learners, int threads) throws Exception {
    Stage stage = stage(places);
    List<LearnerId> all =
        stage.learners(
            IntStream.range(0, learners).mapToObj(i -> "learner-" + i).toArray(String[]::new));
    AtomicInteger placed = new AtomicInteger();
    SplittableRandom seed = new SplittableRandom(5);
    inParallel(
        threads,
        all.stream()
            .<Callable<Object>>map(
                each -> {
                  boolean givesUp = seed.nextInt(3) == 0;
                  return () -> {
                    Proposal proposal = new Proposal(each, Stage.STAGE, "race");
                    Proposal.Answer answer =
                        stage
                            .cities()
                            .placements()
                            .proposeAll(SmallCity.PLANNER, List.of(proposal))
                            .get(0)
                            .answer();
                    if (answer == Proposal.Answer.PROPOSED) {
                      placed.incrementAndGet();
                      if (givesUp) {
                        stage
                            .cities()
                            .collaborations()
                            .decline(Stage.self(each), proposal.placement());
                        placed.decrementAndGet();
                      }
                    }
                    return answer;
                  };
                })
            .toList());
    // Who found it full while somebody was about to give up may try again.
    stage
        .cities()
        .placements()
        .proposeAll(
            SmallCity.PLANNER,
            all.stream().map(each -> new Proposal(each, Stage.STAGE, "again")).toList())
        .stream()
        .filter(each -> each.answer() == Proposal.Answer.PROPOSED)
        .forEach(each -> placed.incrementAndGet());

    Places after = stage.cities().placements().placesOf(Stage.STAGE).orElseThrow();
    List<Collaboration> holding = new ArrayList<>();
    for (LearnerId each : all) {
      stage.cities().collaborations().placementsOf(each).stream()
          .filter(placement -> placement.state().holdsPlace())
          .forEach(holding::add);
    }
    assertThat(holding).hasSize(places);
    assertThat(after.held()).isEqualTo(places);
    assertThat(placed).hasValue(places);
  }

  @Test
  void aVettingTakenAwayWhileAPlacementConfirmsIsNeverOverlooked() throws Exception {
    Stage stage = stage(100).safe();
    List<LearnerId> all =
        stage.learners(IntStream.range(0, 60).mapToObj(i -> "learner-" + i).toArray(String[]::new));
    stage.permitAll(all);
    for (LearnerId learner : all) {
      stage.vet(Vetting.Decision.CLEARED);
      CollaborationId id = stage.accepted(learner);
      ClearanceDecision.Granted granted =
          (ClearanceDecision.Granted) stage.cities().confirmations().clear(SmallCity.PLANNER, id);
      stage.vet(Vetting.Decision.BARRED);
      // What was decided on the old vetting confirms nothing any more.
      boolean refused = false;
      try {
        stage.cities().confirmations().confirm(SmallCity.PLANNER, id, granted.clearance());
      } catch (NotClearedException expected) {
        refused = true;
      }
      assertThat(refused).isTrue();
      assertThat(stage.now(id).isInForce(clock.instant())).isFalse();
      stage.cities().collaborations().cancel(SmallCity.PLANNER, id);
    }
  }

  private static void inParallel(int threads, List<Callable<Object>> work)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Object> each : executor.invokeAll(work)) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
