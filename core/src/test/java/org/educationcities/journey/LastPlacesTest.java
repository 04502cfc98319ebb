package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The last places of an opportunity, fought for on every storage: none is given twice, and none is
 * left unused that was wanted. In two processes where the storage can be shared.
 */
class LastPlacesTest {
  private static final String NOW = "2026-08-20T06:00:00Z";
  private static final int PLACES = 12;
  private static final int LEARNERS = 200;

  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource
  void areNeverGivenTwiceNorLeftUnused(Medium medium) throws Exception {
    fight(medium, 8, 160);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("long")
  void areNeverGivenTwiceNorLeftUnusedInAHundredThousandAttempts(Medium medium) throws Exception {
    fight(medium, 64, 100_000);
  }

  private void fight(Medium medium, int threads, int attempts) throws Exception {
    int processes = medium.isShared() ? 2 : 1;
    Settings settings = medium.fresh(scratch);
    try (Storage storage = medium.open(settings)) {
      Stage stage = Stage.openUnsealed(new MovingClock(NOW), PLACES, storage);
      Stream.of("here", "there")
          .forEach(
              who ->
                  stage.learners(
                      Fight.learnersOf(who, LEARNERS).stream()
                          .map(LearnerId::value)
                          .toArray(String[]::new)));
      Fight fight = new Fight(stage, "here", LEARNERS, PLACES);
      if (processes == 2) {
        Path told = medium.written(settings, scratch);
        List<String> arguments =
            List.of(
                told.toString(),
                "there",
                Integer.toString(LEARNERS),
                Integer.toString(PLACES),
                Integer.toString(threads / 2),
                Integer.toString(attempts / 2),
                NOW);
        try (OtherProcess other = OtherProcess.start(scratch, Fight.Contender.class, arguments)) {
          fight.run(threads / 2, attempts / 2);
          assertThat(other.awaitEnd()).as(other.errors()).isZero();
        }
      } else {
        fight.run(threads, attempts);
      }
      fight.takeWhatIsLeft();

      assertThat(fight.wasOverbooked()).isFalse();
      assertThat(fight.placed.sum()).isPositive();
      assertThat(fight.full.sum()).isPositive();
      assertThat(stage.cities().placements().placesOf(Stage.STAGE).orElseThrow().held())
          .isEqualTo(PLACES);
      assertThat(holding(stage)).isEqualTo(PLACES);
      System.getLogger("org.educationcities.journey")
          .log(
              Level.INFO,
              () ->
                  medium
                      + ": "
                      + attempts
                      + " attempts by "
                      + threads
                      + " threads in "
                      + processes
                      + " process(es) on "
                      + PLACES
                      + " places; here "
                      + fight.placed.sum()
                      + " placed, "
                      + fight.full.sum()
                      + " found it full, "
                      + fight.conflicts.sum()
                      + " gave up on conflicts and tried again; 0 overbooked, 0 left unused");
    }
  }

  private static long holding(Stage stage) {
    return Stream.of("here", "there")
        .flatMap(who -> Fight.learnersOf(who, LEARNERS).stream())
        .flatMap(each -> stage.cities().collaborations().placementsOf(each).stream())
        .map(Collaboration::state)
        .filter(each -> each.holdsPlace())
        .count();
  }
}
