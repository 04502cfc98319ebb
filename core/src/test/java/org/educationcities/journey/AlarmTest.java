package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.notification.OutboxCounts;
import org.educationcities.notification.RelayRule;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The relay dies at any step of its work, before or after each call of the storage and each commit,
 * with a message in hand or between two: no absence is lost, and nobody is missed who was there.
 */
class AlarmTest {
  private static final Actor SYSTEM = Actor.system("test");

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final List<String> seen = new ArrayList<>();
  private final Map<String, String> idOf = new HashMap<>();
  private final SplittableRandom chance = new SplittableRandom(50);
  private int repeats;

  /** No error of the library's own: nothing in it may catch it, as nothing catches a kill. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Counts down the steps of a relay's work, and those with a message in hand; at 0 it dies. */
  private static final class Fuse implements Runnable {
    private static final Fuse NONE = new Fuse(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private int steps;
    private int messages;

    private Fuse(int steps, int messages) {
      this.steps = steps;
      this.messages = messages;
    }

    @Override
    public void run() {
      if (steps-- == 0) {
        throw new Killed();
      }
    }

    void message() {
      if (messages-- == 0) {
        throw new Killed();
      }
    }
  }

  @Test
  void fiftyDeathsOfTheRelayLoseNoAbsence() throws Exception {
    run(40, 10, 50);
  }

  @Test
  @Tag("long")
  void fiftyDeathsOfTheRelayLoseNoneOfTenThousandArrivalsAndAbsences() throws Exception {
    run(500, 20, 50);
  }

  private void run(int learners, int days, int deaths) throws Exception {
    Stage stage = Stage.openUnsealed(clock, learners, storage);
    SchoolDays school = new SchoolDays(stage, clock, learners, 7);
    drain(stage); // what was told before the first day
    seen.clear();
    int[] died = new int[1];
    school.pass(
        days,
        missed -> {
          // Where many are missed it dies twice, most often with many messages still to go.
          for (int i = 0; died[0] < deaths && i < (missed > 0 ? 2 : chance.nextInt(2)); i++) {
            died[0] += relay(fuse(2 * missed)) ? 0 : 1;
          }
          relay(Fuse.NONE);
        });
    assertThat(died[0]).isEqualTo(deaths);
    drain(stage);

    school.check(seen);
    assertThat(school.outcomes()).isEqualTo(learners * days);
    assertThat(stage.cities().outbox().deadLetters(SYSTEM)).isEmpty();
    System.getLogger("org.educationcities.journey")
        .log(
            Level.INFO,
            () ->
                school.outcomes()
                    + " arrivals and absences, the relay killed "
                    + died[0]
                    + " times: "
                    + school.absences()
                    + " absences all told, "
                    + school.lateness()
                    + " came late, 0 lost, "
                    + repeats
                    + " repeats under the same id");
  }

  /** Half of them with a message in hand: before it reaches anybody, or after it did. */
  private Fuse fuse(int messages) {
    return chance.nextBoolean()
        ? new Fuse(chance.nextInt(40 + 15 * messages), Integer.MAX_VALUE)
        : new Fuse(Integer.MAX_VALUE, chance.nextInt(2 + messages));
  }

  /** One relay works until nothing is due; false if it died. */
  private boolean relay(Fuse fuse) throws InterruptedException {
    try (EducationCities cities =
        EducationCities.builder()
            .storage(new PausingStorage(storage, fuse))
            .unsealed()
            .clock(clock)
            .build()) {
      var relay = cities.relay(channel(fuse), RelayRule.STANDARD);
      while (!relay.deliverDue(500).isIdle()) {
        // until nothing is due
      }
      return true;
    } catch (Killed killed) {
      return false;
    }
  }

  private NotificationChannel channel(Fuse fuse) {
    return new NotificationChannel() {
      @Override
      public DeliveryResult deliver(Message message) {
        fuse.message(); // before it reaches anybody
        String what =
            message.kind() + " " + message.recipient() + " " + message.parameters().get("arrival");
        if (message.kind().startsWith("arrival.")) {
          seen.add(what);
        }
        String known = idOf.putIfAbsent(what + message.parameters().get("subject"), message.id());
        if (known != null && message.kind().startsWith("arrival.")) {
          assertThat(message.id()).isEqualTo(known);
          repeats++;
        }
        fuse.message(); // after it did
        return new DeliveryResult.Accepted();
      }

      @Override
      public void close() {}
    };
  }

  /** Until every lease and every night is over. */
  private void drain(Stage stage) throws InterruptedException {
    while (!counts(stage).isEmpty()) {
      clock.pass(Duration.ofHours(1));
      relay(Fuse.NONE);
    }
  }

  private static OutboxCounts counts(Stage stage) {
    return stage.cities().outbox().counts(SYSTEM);
  }
}
