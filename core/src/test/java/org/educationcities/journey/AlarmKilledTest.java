package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.educationcities.Actor;
import org.educationcities.notification.OutboxCounts;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayRule;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that relays is killed while a city lives through its days beside it, on PostgreSQL
 * and a clock that the city moves: every absence is told, and none of a child that was there.
 */
class AlarmKilledTest {
  private static final Actor SYSTEM = Actor.system("test");

  @TempDir Path scratch;

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final SplittableRandom chance = new SplittableRandom(11);
  private List<String> arguments = List.of();
  private Path time = Path.of("");
  private int kills;
  private Instant killedAt = Instant.MIN;

  @Test
  void threeKillsOfTheRelaysProcessLoseNoAbsence() throws Exception {
    run(40, 2, 3);
  }

  @Test
  @Tag("long")
  void fiftyKillsOfTheRelaysProcessLoseNoneOfTenThousandArrivalsAndAbsences() throws Exception {
    run(500, 20, 50);
  }

  private void run(int learners, int days, int most) throws Exception {
    Settings settings = Medium.POSTGRESQL.fresh(scratch);
    Path told = Medium.POSTGRESQL.written(settings, scratch);
    time = Files.createDirectory(scratch.resolve("clock"));
    try (Storage storage = Medium.POSTGRESQL.open(settings);
        Receiver receiver = new Receiver()) {
      Stage stage = Stage.openUnsealed(clock, learners, storage);
      SchoolDays school = new SchoolDays(stage, clock, learners, 7);
      arguments = List.of(told.toString(), time.toString(), receiver.address().toString());
      KilledAlarms.tell(time, clock.instant());
      OtherProcess[] relay = {start()};
      try {
        drain(relay, stage); // what was told before the first day
        school.pass(
            days,
            missed -> {
              KilledAlarms.tell(time, clock.instant());
              // Where many are missed, twice; and now and then where few are.
              int due = missed > 0 ? 2 : chance.nextInt(10) == 0 ? 1 : 0;
              for (int kill = 0; kill < due && kills < most; kill++) {
                kill(relay, stage, receiver, 2 * Math.max(1, missed) / due);
              }
              awaitTold(relay, stage);
            });
        while (kills < most) { // with whatever is still to be told
          kill(relay, stage, receiver, 1);
        }
        drain(relay, stage);
        // Counts are not exact while a relay works: what they overlooked goes out without one.
        relay[0].kill();
        drainAlone(stage, receiver);
      } finally {
        relay[0].kill();
      }
      check(receiver, school, stage, learners * days);
    }
  }

  private OtherProcess start() throws Exception {
    return OtherProcess.start(scratch, KilledAlarms.class, arguments);
  }

  /** Kills it after so many messages at most, anywhere within the next, and starts another. */
  private void kill(OtherProcess[] relay, Stage stage, Receiver receiver, int messages)
      throws Exception {
    long until = receiver.received() + chance.nextInt(1 + messages);
    while (!receiver.awaitReceived(until, 50) && !isTold(counts(stage))) {
      assertThat(relay[0].isAlive()).as(relay[0].errors()).isTrue();
    }
    LockSupport.parkNanos(chance.nextInt(5_000_000));
    relay[0].kill();
    killedAt = clock.instant();
    kills++;
    relay[0] = start();
  }

  private void awaitTold(OtherProcess[] relay, Stage stage) throws Exception {
    while (!isTold(counts(stage))) {
      assertThat(relay[0].isAlive()).as(relay[0].errors()).isTrue();
      LockSupport.parkNanos(20_000_000);
    }
  }

  /**
   * What is leased to a relay that was killed waits for the clock to move. What the relay that
   * works is sending does not: a clock that ran ahead meanwhile would make its messages old in no
   * time.
   */
  private boolean isTold(OutboxCounts counts) {
    boolean mayBeOfTheKilled = !killedAt.plus(RelayRule.STANDARD.lease()).isBefore(clock.instant());
    return counts.events() == 0
        && counts.dueRecipients() == 0
        && (counts.leasedRecipients() == 0 || mayBeOfTheKilled);
  }

  private void drain(OtherProcess[] relay, Stage stage) throws Exception {
    while (!counts(stage).isEmpty()) {
      // A recipient to whom it was busy goes on after a minute; a night lasts for hours.
      boolean soon = counts(stage).waitingRecipients() > 0;
      clock.pass(soon ? Duration.ofMinutes(1) : Duration.ofHours(1));
      KilledAlarms.tell(time, clock.instant());
      awaitTold(relay, stage);
    }
  }

  /** Tells the rest in this process, when every lease has ended. */
  private void drainAlone(Stage stage, Receiver receiver) throws InterruptedException {
    Relay rest = KilledAlarms.relay(stage.cities(), receiver.address());
    while (!counts(stage).isEmpty()) {
      clock.pass(Duration.ofMinutes(30));
      rest.deliverDue(1000);
    }
  }

  private static OutboxCounts counts(Stage stage) {
    return stage.cities().outbox().counts(SYSTEM);
  }

  private void check(Receiver receiver, SchoolDays school, Stage stage, int outcomes) {
    Map<String, Set<String>> ids = receiver.idsOf();
    ids.keySet().removeIf(each -> !each.startsWith("arrival."));
    school.check(List.copyOf(ids.keySet()));
    assertThat(ids.values()).allMatch(each -> each.size() == 1);
    assertThat(school.outcomes()).isEqualTo(outcomes);
    assertThat(stage.cities().outbox().deadLetters(SYSTEM)).isEmpty();
    Instant end = clock.instant();
    System.getLogger("org.educationcities.journey")
        .log(
            Level.INFO,
            () ->
                outcomes
                    + " arrivals and absences until "
                    + end
                    + ", "
                    + kills
                    + " kills of the relay's process: "
                    + school.absences()
                    + " absences all told, "
                    + school.lateness()
                    + " came late, 0 lost, "
                    + receiver.repeated()
                    + " repeats under the same id, "
                    + receiver.busy()
                    + " refused as busy and sent again");
  }
}
