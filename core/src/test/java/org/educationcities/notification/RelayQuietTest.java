package org.educationcities.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.educationcities.safeguarding.QuietHours;
import org.educationcities.spi.notification.DeliveryResult;
import org.junit.jupiter.api.Test;

/** Nobody is written to at night, but for an alarm, which nothing holds up. */
class RelayQuietTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem"); // at +03:00 in September
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
  private static final Recipient GUARDIAN = new Recipient("guardian/1", Locale.ROOT, ZONE);

  private final RelayBench bench = new RelayBench();

  RelayQuietTest() {
    bench.audience = event -> List.of(GUARDIAN);
    bench.quiet = (zone, now) -> NIGHT.endIfHeld(now, zone);
    bench.now = Instant.parse("2026-09-01T19:00:00Z"); // 22:00 where they live
  }

  @Test
  void whatHappensAtNightIsToldInTheMorningInItsOrder() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      bench.tell("c-" + i);
      bench.pass(Duration.ofMinutes(1));
      bench.relay().deliverDue(10);
    }
    bench.now = Instant.parse("2026-09-02T03:59:59Z");
    bench.relay().deliverDue(10);
    assertThat(bench.seen).isEmpty();

    bench.now = Instant.parse("2026-09-02T04:00:00Z");
    assertThat(bench.relay().deliverDue(10).sent()).isEqualTo(3);
    assertThat(bench.subjects()).containsExactly("c-0", "c-1", "c-2");
  }

  @Test
  void whoeverWaitsForTheMorningIsNotCalledStuck() throws InterruptedException {
    bench.tell("c-0");
    bench.pass(Duration.ofSeconds(1));
    assertThat(bench.relay().deliverDue(10)).isEqualTo(new Relay.Run(1, 0, 1, 0, 0));
    bench.pass(Duration.ofHours(5));

    OutboxCounts counts = bench.counts();
    assertThat(counts).isEqualTo(new OutboxCounts(0, 1, 0, 0, 0, 1, 0, null, bench.now));
    assertThat(counts.oldestAge()).isZero();
    assertThat(bench.relay().health(RelayBench.SYSTEM).lastFailure()).isNull();

    bench.now = Instant.parse("2026-09-02T04:00:00Z");
    assertThat(bench.counts().dueRecipients()).isEqualTo(1);
    assertThat(bench.counts().quietRecipients()).isZero();
    assertThat(bench.counts().oldestAge()).isPositive();
  }

  @Test
  void manyNightsAreNoFailedAttempts() throws InterruptedException {
    bench.quiet = (zone, now) -> java.util.Optional.of(now.plus(Duration.ofHours(1)));
    bench.tell("c-0");
    for (int look = 0; look < 20; look++) {
      bench.relay().deliverDue(10);
      bench.pass(Duration.ofHours(2));
    }
    assertThat(bench.counts().deadLetters()).isZero();
    bench.quiet = QuietTimes.NONE;
    assertThat(bench.relay().deliverDue(10).sent()).isEqualTo(1);
  }

  @Test
  void whatWaitsTooLongIsADeadLetterAllTheSame() throws InterruptedException {
    bench.quiet = (zone, now) -> java.util.Optional.of(now.plus(Duration.ofDays(100)));
    bench.tell("c-0");
    bench.relay().deliverDue(10);

    bench.pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(bench.relay().deliverDue(10).dead()).isEqualTo(1);
    assertThat(bench.outbox.deadLetters(RelayBench.SYSTEM))
        .extracting(Outbox.DeadLetter::reason)
        .containsExactly("too-old");
  }

  @Test
  void whoHasNoClocksIsWrittenToAtAnyHour() throws InterruptedException {
    bench.audience = event -> List.of(GUARDIAN, new Recipient("role/planner", Locale.ROOT));
    bench.tell("c-0");
    bench.relay().deliverDue(10);

    assertThat(bench.seen).extracting(each -> each.recipient()).containsExactly("role/planner");
  }

  @Test
  void whileItIsNotKnownWhetherItIsNightNothingIsSent() throws InterruptedException {
    bench.quiet =
        (zone, now) -> {
          throw new IllegalStateException("the store does not answer");
        };
    bench.tell("c-0");
    bench.relay().deliverDue(10);
    assertThat(bench.seen).isEmpty();
    bench.tell(EventType.ARRIVAL_MISSED, "c-1");
    bench.relay().deliverDue(10);
    assertThat(bench.subjects()).containsExactly("c-1");
  }

  @Test
  void alarmsAreTheseAndAreToldAtNight() throws InterruptedException {
    Set<EventType> alarms = EnumSet.noneOf(EventType.class);
    for (EventType each : EventType.values()) {
      bench.pass(Duration.ofSeconds(1));
      bench.tell(each, each.code());
      bench.relay().deliverDue(10);
      if (each.isAlarm()) {
        alarms.add(each);
      }
    }
    assertThat(alarms)
        .containsExactlyInAnyOrder(
            EventType.ARRIVAL_MISSED,
            EventType.ARRIVAL_SETTLED,
            EventType.COLLABORATION_SUSPENDED,
            EventType.CONCERN_RAISED);
    assertThat(bench.subjects())
        .containsExactlyInAnyOrderElementsOf(alarms.stream().map(EventType::code).toList());
    assertThat(bench.counts().quietRecipients()).isEqualTo(1);
  }

  @Test
  void anAlarmWaitsNeitherBehindAMessageThatFailsNorBehindAnUnknownAudience()
      throws InterruptedException {
    bench.quiet = QuietTimes.NONE;
    bench.answer =
        each ->
            each.kind().startsWith("arrival")
                ? new DeliveryResult.Accepted()
                : new DeliveryResult.RetryLater("busy", Duration.ofHours(6));
    bench.tell("c-0");
    bench.relay().deliverDue(10);
    bench.audience =
        event -> {
          if (event.subject().startsWith("unknown")) {
            throw new IllegalStateException("the host does not know");
          }
          return List.of(GUARDIAN);
        };
    bench.tell("unknown-1");
    for (int i = 0; i < 30; i++) {
      bench.tell(EventType.ARRIVAL_MISSED, "unknown-" + (100 + i));
    }
    bench.relay().deliverDue(50);
    bench.pass(Duration.ofSeconds(1));
    bench.tell(EventType.ARRIVAL_MISSED, "c-1");
    bench.relay().deliverDue(2); // fewer than those that wait before it

    assertThat(bench.subjects()).containsExactly("c-0", "c-1");
  }

  @Test
  void alarmsOfOneRecipientKeepTheirOrder() throws InterruptedException {
    bench.answer = each -> new DeliveryResult.RetryLater("busy", null);
    bench.tell(EventType.ARRIVAL_MISSED, "c-0");
    bench.relay().deliverDue(10);
    bench.pass(Duration.ofSeconds(1));
    bench.tell(EventType.ARRIVAL_SETTLED, "c-0");
    bench.relay().deliverDue(10);
    bench.answer = each -> new DeliveryResult.Accepted();
    bench.seen.clear();
    bench.pass(Duration.ofMinutes(1));
    bench.relay().deliverDue(10);

    assertThat(bench.seen)
        .extracting(each -> each.kind())
        .containsExactly("arrival.missed", "arrival.settled");
  }

  @Test
  void alarmsComeFirstHoweverMuchElseIsDue() throws InterruptedException {
    bench.quiet = QuietTimes.NONE;
    bench.audience = event -> List.of(new Recipient("guardian/" + event.subject(), Locale.ROOT));
    for (int i = 0; i < 200; i++) {
      bench.tell("c-" + i);
    }
    bench.relay().deliverDue(1000);
    for (int i = 0; i < 200; i++) {
      bench.tell("d-" + i);
    }
    bench.seen.clear();
    bench.pass(Duration.ofSeconds(1));
    bench.tell(EventType.COLLABORATION_SUSPENDED, "alarm");
    bench.relay().deliverDue(5);

    assertThat(bench.subjects().get(0)).isEqualTo("alarm");
  }
}
