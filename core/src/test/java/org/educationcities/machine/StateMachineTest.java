package org.educationcities.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.educationcities.journey.Medium;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A random machine over everything that a clearance rests on, and an oracle beside it: whatever
 * happens in whatever order, nothing is in force without a valid clearance.
 */
class StateMachineTest {
  /** A storage holds the towns of so many steps, then another is opened. */
  private static final int CHUNK = 50 * Machine.EPISODE;

  /** A shorter run may do without two people who accept what is needed in time. */
  private static final int SEES_WHAT_IS_RARE = 40_000;

  /**
   * What is refused for an error of the host is told each time: here that is thousands of lines.
   */
  private static final Logger TALKATIVE = Logger.getLogger("org.educationcities.safeguarding");

  @TempDir Path scratch;

  @BeforeAll
  static void silence() {
    TALKATIVE.setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    TALKATIVE.setLevel(null);
  }

  @ParameterizedTest
  @CsvSource({"MEMORY, 46000", "H2, 2000", "POSTGRESQL, 2000"})
  void nothingIsEverInForceWithoutAValidClearance(Medium medium, int steps) {
    run(medium, steps, 1);
  }

  @ParameterizedTest
  @CsvSource({"MEMORY, 1000000", "H2, 40000", "POSTGRESQL, 40000"})
  @Tag("long")
  void nothingIsEverInForceWithoutAValidClearanceInAMillionSteps(Medium medium, int steps) {
    run(medium, steps, 1_000_000);
  }

  private void run(Medium medium, int steps, long seed) {
    Map<String, Long> tally = World.newTally();
    for (int done = 0; done < steps; done += CHUNK) {
      try (Storage storage = medium.open(medium.fresh(scratch))) {
        int next = Math.min(CHUNK, steps - done);
        Machine.run(medium.name(), storage, seed + done / Machine.EPISODE, next, tally);
      }
    }
    Machine.tell(medium + ": " + steps + " steps from seed " + seed, tally);
    for (String each : Machine.CONDITIONS) {
      assertThat(tally.getOrDefault("refused by " + each, 0L)).as(each).isPositive();
    }
    assertThat(tally.getOrDefault("confirmed", 0L)).isGreaterThan(steps / 100);
    assertThat(tally.getOrDefault("looked at in force", 0L)).isGreaterThan(steps / 10);
    if (steps >= SEES_WHAT_IS_RARE) {
      for (String each : List.of("in force by an override", "merge followed", "erased")) {
        assertThat(tally.getOrDefault(each, 0L)).as(each).isGreaterThan(steps / 1000);
      }
    }
  }
}
