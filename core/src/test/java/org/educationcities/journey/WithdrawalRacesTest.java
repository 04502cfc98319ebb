package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.NotClearedException;
import org.educationcities.people.LearnerId;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A guardian withdraws a permission while the placement it was given for is confirmed, on every
 * storage and with pauses at every step: nothing is in force on what no longer holds.
 */
class WithdrawalRacesTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private volatile long confirmNanos;

  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource
  void leaveNothingInForce(Medium medium) throws Exception {
    race(medium, 30);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("long")
  void leaveNothingInForceInTenThousand(Medium medium) throws Exception {
    race(medium, 10_000);
  }

  private void race(Medium medium, int races) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try (Storage storage = medium.open(medium.fresh(scratch))) {
      Stage stage =
          Stage.open(clock, 10, new PausingStorage(storage, WithdrawalRacesTest::letOthersGoFirst))
              .safe();
      List<LearnerId> all =
          stage.learners(
              IntStream.rangeClosed(0, races).mapToObj(i -> "learner-" + i).toArray(String[]::new));
      stage.permitAll(all);
      int confirmedFirst = 0;
      CollaborationId alone = stage.accepted(all.get(races));
      assertThat(confirm(stage, alone)).isTrue(); // to know how long it takes
      stage.cities().collaborations().cancel(SmallCity.PLANNER, alone);
      for (LearnerId learner : all.subList(0, races)) {
        CollaborationId id = stage.accepted(learner);
        Callable<Boolean> confirms =
            () -> {
              sometimesLetTheWithdrawalGoFirst();
              return confirm(stage, id);
            };
        Callable<Boolean> withdraws = () -> withdraw(stage, learner);
        List<Future<Boolean>> both = executor.invokeAll(List.of(confirms, withdraws));
        both.get(1).get();
        confirmedFirst += both.get(0).get() ? 1 : 0;
        assertThat(stage.now(id).isInForce(clock.instant())).isFalse();
        stage.cities().collaborations().cancel(SmallCity.PLANNER, id);
      }
      int first = confirmedFirst;
      System.getLogger("org.educationcities.journey")
          .log(
              Level.INFO,
              () ->
                  medium
                      + ": "
                      + races
                      + " races of a confirmation with a withdrawal, "
                      + first
                      + " confirmed first and suspended by it, 0 in force on what no longer held");
      // Both orders really came about, or this would prove nothing.
      assertThat(first).isBetween(1, races - 1);
    } finally {
      executor.shutdownNow();
    }
  }

  private boolean confirm(Stage stage, CollaborationId id) {
    long begun = System.nanoTime();
    try {
      if (stage.cities().confirmations().clear(SmallCity.PLANNER, id)
          instanceof ClearanceDecision.Granted granted) {
        stage.cities().confirmations().confirm(SmallCity.PLANNER, id, granted.clearance());
        return true;
      }
      return false;
    } catch (NotClearedException tooLate) {
      return false;
    } finally {
      confirmNanos = (confirmNanos * 3 + System.nanoTime() - begun) / 4;
    }
  }

  /** Anywhere from the beginning of the confirmation to as long again after its end. */
  private boolean withdraw(Stage stage, LearnerId learner) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1 + confirmNanos * 2));
    stage
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(learner), learner, Stage.STAGE.value());
    return true;
  }

  /** Else a withdrawal, which has a connection to open, could come second every time. */
  private void sometimesLetTheWithdrawalGoFirst() {
    if (ThreadLocalRandom.current().nextInt(3) == 0) {
      LockSupport.parkNanos(2 * confirmNanos);
    }
  }

  private static void letOthersGoFirst() {
    if (ThreadLocalRandom.current().nextInt(16) == 0) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1, 200_000));
    }
  }
}
