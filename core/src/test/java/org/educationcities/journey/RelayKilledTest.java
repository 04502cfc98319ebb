package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.educationcities.Actor;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Outbox;
import org.educationcities.notification.Relay;
import org.educationcities.persistence.Store;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay is killed while messages go out to a real server: none is lost, none has two ids. */
class RelayKilledTest {
  private static final Actor SYSTEM = Actor.system("test");

  @TempDir Path scratch;

  private final List<OtherProcess> relays = new ArrayList<>();

  @Test
  void fiveKillsLoseNothing() throws Exception {
    kill(Medium.H2, 1, 5, 500);
  }

  @Test
  @Tag("long")
  void aHundredKillsLoseNothing() throws Exception {
    kill(Medium.H2, 1, 100, 10_000);
  }

  @Test
  @Tag("long")
  void aHundredKillsOfTwoRelaysOnOneStoreLoseNothing() throws Exception {
    kill(Medium.POSTGRESQL, 2, 100, 10_000);
  }

  private void kill(Medium medium, int atOnce, int kills, int messages) throws Exception {
    Settings settings = medium.fresh(scratch);
    Path told = medium.written(settings, scratch);
    Set<String> expected = fill(medium, settings, messages / KilledRelay.TOLD);
    SplittableRandom chance = new SplittableRandom(kills);
    try (Receiver receiver = new Receiver()) {
      List<String> arguments = List.of(told.toString(), receiver.address().toString());
      try {
        for (int kill = 0; kill < kills; kill++) {
          while (relays.size() < atOnce) {
            relays.add(OtherProcess.start(scratch, KilledRelay.class, arguments));
          }
          long until = receiver.received() + chance.nextInt(1 + messages * 9 / 5 / kills);
          while (!receiver.awaitReceived(Math.min(until, messages * 9L / 10), 100)) {
            for (OtherProcess each : relays) {
              assertThat(each.isAlive())
                  .as("the relay ended by itself: %s", each.errors())
                  .isTrue();
            }
          }
          LockSupport.parkNanos(chance.nextInt(5_000_000)); // anywhere within a message
          relays.remove(chance.nextInt(relays.size())).kill();
        }
      } finally {
        for (OtherProcess each : relays) {
          each.kill();
        }
      }
      long killed = receiver.received();
      drain(medium, settings, receiver);
      check(receiver, expected);
      System.getLogger("org.educationcities.journey")
          .log(
              Level.INFO,
              () ->
                  medium
                      + ": "
                      + kills
                      + " kills, "
                      + expected.size()
                      + " messages ("
                      + killed
                      + " received before the last kill), 0 lost, "
                      + receiver.repeated()
                      + " repeats under the same id, "
                      + receiver.busy()
                      + " refused as busy and sent again");
    }
  }

  private Set<String> fill(Medium medium, Settings settings, int events) {
    Set<String> expected = new HashSet<>();
    Instant now = Clock.systemUTC().instant();
    try (Storage storage = medium.open(settings)) {
      Store store = new Store(storage, Space.DEFAULT);
      for (int i = 0; i < events; i++) {
        String subject = "c-" + i;
        DomainEvent event =
            DomainEvent.of(EventType.COLLABORATION_PROPOSED, subject, 1, now, Map.of());
        store.run(unit -> Outbox.add(unit, event));
        for (int each = 0; each < KilledRelay.TOLD; each++) {
          expected.add("guardian/" + (i % 10 * KilledRelay.TOLD + each) + " " + subject);
        }
      }
    }
    return expected;
  }

  /** The rest goes out an hour later, when every lease has ended. */
  private void drain(Medium medium, Settings settings, Receiver receiver)
      throws InterruptedException {
    try (Storage storage = medium.open(settings)) {
      Outbox outbox = new Outbox(new Store(storage, Space.DEFAULT), Clock.systemUTC());
      assertThat(outbox.deadLetters(SYSTEM)).isEmpty();
      Duration[] later = {Duration.ofHours(1)};
      Relay relay =
          KilledRelay.relay(
              storage, receiver.address(), () -> Clock.systemUTC().instant().plus(later[0]));
      while (!outbox.counts(SYSTEM).isEmpty()) {
        relay.deliverDue(1000);
        later[0] = later[0].plusMinutes(1);
      }
      assertThat(outbox.deadLetters(SYSTEM)).isEmpty();
    }
  }

  private static void check(Receiver receiver, Set<String> expected) {
    Map<String, Set<String>> ids = receiver.idsOf();
    assertThat(ids.keySet()).isEqualTo(expected);
    assertThat(ids.values()).allMatch(each -> each.size() == 1);
    assertThat(ids.values().stream().flatMap(Set::stream).distinct().count())
        .isEqualTo(expected.size());
  }
}
