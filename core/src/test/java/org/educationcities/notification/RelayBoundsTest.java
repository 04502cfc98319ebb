package org.educationcities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.spi.notification.DeliveryResult;
import org.junit.jupiter.api.Test;

/** What happens where much waits, and how a host sees it. */
class RelayBoundsTest {
  private final RelayBench bench = new RelayBench();

  @Test
  void whatIsBeyondARecipientsBoundIsADeadLetterAndNotLost() throws InterruptedException {
    bench.rule = RelayBench.RULE.withBounds(2, 1000);
    bench.answer = each -> new DeliveryResult.RetryLater("busy", null);
    tellOf(5);

    Relay.Run run = bench.relay().deliverDue(100);

    assertThat(run.events()).isEqualTo(5);
    assertThat(run.dead()).isEqualTo(3);
    assertThat(reasons()).containsExactly("mailbox-full", "mailbox-full", "mailbox-full");
    assertThat(bench.counts().messages()).isEqualTo(2);
    bench.answer = each -> new DeliveryResult.Accepted();
    bench.pass(Duration.ofMinutes(1));
    bench.relay().deliverDue(100);
    resendAll();
    bench.relay().deliverDue(100);
    assertThat(bench.subjects().stream().distinct()).hasSize(5);
    assertThat(bench.counts().isEmpty()).isTrue();
  }

  @Test
  void theOldestEventsBeyondTheBoundAreDeadLettersAndTheNewestGoOut() throws InterruptedException {
    bench.rule = RelayBench.RULE.withBounds(1000, 6);
    tellOf(10);

    Relay.Run run = bench.relay().deliverDue(5);

    assertThat(run.dead()).isEqualTo(4);
    assertThat(reasons()).containsOnly("outbox-full").hasSize(4);
    while (!bench.relay().deliverDue(5).isIdle()) {
      assertThat(bench.seen).hasSizeLessThan(100);
    }
    assertThat(bench.subjects()).containsExactly("c-4", "c-5", "c-6", "c-7", "c-8", "c-9");
    resendAll();
    while (!bench.relay().deliverDue(5).isIdle()) {
      assertThat(bench.seen).hasSizeLessThan(100);
    }
    assertThat(bench.subjects().stream().distinct()).hasSize(10);
  }

  @Test
  void anEventIsAddedHoweverFullTheOutboxIs() {
    bench.rule = RelayBench.RULE.withBounds(1, 1);
    tellOf(50);

    assertThat(bench.counts().events()).isEqualTo(50);
  }

  @Test
  void whileManyAreDueNoMessagesAreMadeOfFurtherEvents() throws InterruptedException {
    bench.audience =
        event -> IntStream.range(0, 5).mapToObj(i -> RelayBench.guardian("" + i)).toList();
    bench.answer = each -> new DeliveryResult.RetryLater("busy", null);
    tellOf(1);
    bench.relay().deliverDue(10);
    bench.pass(Duration.ofMinutes(1));
    tellOf(3);

    assertThat(bench.relay().deliverDue(5).events()).isZero();
    assertThat(bench.relay().deliverDue(5).events()).isEqualTo(3);
  }

  @Test
  void aWaitThatIsAskedForNeverOutlastsTheGreatestAge() throws InterruptedException {
    bench.answer = each -> new DeliveryResult.RetryLater("busy", Duration.ofDays(100_000_000));
    tellOf(1);
    bench.relay().deliverDue(10);

    bench.pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(bench.relay().deliverDue(10).dead()).isEqualTo(1);
    assertThat(reasons()).containsExactly("too-old");
  }

  @Test
  void aDeadLetterThatWasTooOldIsSentWhenItIsResent() throws InterruptedException {
    DomainEvent event = bench.tell("c-1");
    bench.pass(Duration.ofDays(8));
    assertThat(bench.relay().deliverDue(10).dead()).isEqualTo(1);

    resendAll();

    assertThat(bench.relay().deliverDue(10).sent()).isEqualTo(1);
    assertThat(bench.seen.get(0).occurredAt()).isEqualTo(event.occurredAt());
  }

  @Test
  void delaysGrowTwofoldToTheLongestHalfOfThemByChance() {
    RelayRule rule = RelayBench.RULE;
    for (int failures = 1; failures < 70; failures++) {
      long most = failures > 7 ? 3_600_000 : Math.min(3_600_000, 30_000L << (failures - 1));
      List<Long> delays = delays(rule, failures);
      assertThat(delays).allMatch(each -> each >= most / 2 && each <= most);
      assertThat(delays.stream().distinct().count()).isGreaterThan(50);
    }
  }

  private static List<Long> delays(RelayRule rule, int failures) {
    Random random = new Random(failures);
    return IntStream.range(0, 100)
        .mapToObj(i -> rule.delayAfter(failures, random).toMillis())
        .toList();
  }

  @Test
  void aHostSeesWhatWaitsAndHowTheRelayIsDoing() throws InterruptedException {
    Instant first = bench.now;
    Relay relay = bench.relay();
    bench.audience =
        event -> List.of(RelayBench.guardian(event.subject()), RelayBench.guardian("all"));
    bench.answer =
        each -> {
          if (each.recipient().equals("guardian/c-0")) {
            return new DeliveryResult.Refused("mailbox-unknown");
          }
          return each.recipient().equals("guardian/all")
              ? new DeliveryResult.RetryLater("busy", null)
              : new DeliveryResult.Accepted();
        };
    tellOf(3);
    assertThat(relay.health(RelayBench.SYSTEM))
        .isEqualTo(
            new RelayHealth(
                new OutboxCounts(3, 0, 0, 0, 0, 0, 0, first, bench.now), null, null, null));

    relay.deliverDue(100);
    bench.pass(Duration.ofSeconds(5));

    RelayHealth health = relay.health(RelayBench.SYSTEM);
    assertThat(health.counts()).isEqualTo(new OutboxCounts(0, 3, 0, 0, 1, 0, 1, first, bench.now));
    assertThat(health.counts().oldestAge()).isEqualTo(Duration.between(first, bench.now));
    assertThat(health.lastSuccess()).isNotNull();
    assertThat(health.lastFailure()).isNotNull();
    assertThat(health.lastFailureReason()).isIn("mailbox-unknown", "busy");
    bench.pass(Duration.ofMinutes(1));
    assertThat(bench.counts().dueRecipients()).isEqualTo(1);
  }

  @Test
  void aLeaseIsCountedWhileItLasts() throws InterruptedException {
    AtomicInteger leased = new AtomicInteger();
    bench.answer =
        each -> {
          leased.set((int) bench.counts().leasedRecipients());
          return new DeliveryResult.Accepted();
        };
    tellOf(1);

    bench.relay().deliverDue(10);

    assertThat(leased).hasValue(1);
    assertThat(bench.counts().leasedRecipients()).isZero();
  }

  @Test
  void onlyAnAdministratorOrTheSystemSeesTheOutbox() {
    Actor learner = new Actor("learner-1", Role.LEARNER);

    assertThatThrownBy(() -> bench.outbox.counts(learner)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> bench.relay().health(learner)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> bench.outbox.deadLetters(learner))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> bench.outbox.resend(learner, "x"))
        .isInstanceOf(ForbiddenException.class);
  }

  private void tellOf(int events) {
    for (int i = 0; i < events; i++) {
      bench.tell("c-" + i);
      bench.pass(Duration.ofMillis(1));
    }
  }

  private List<String> reasons() {
    return bench.outbox.deadLetters(RelayBench.SYSTEM).stream()
        .map(Outbox.DeadLetter::reason)
        .toList();
  }

  private void resendAll() {
    bench
        .outbox
        .deadLetters(RelayBench.SYSTEM)
        .forEach(each -> bench.outbox.resend(RelayBench.SYSTEM, each.id()));
  }
}
