package org.educationcities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.Actor;
import org.educationcities.persistence.Store;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final Recipient GUARDIAN =
      new Recipient("guardian-1", Locale.forLanguageTag("he"));
  private static final Recipient PROVIDER = new Recipient("provider-1", Locale.ENGLISH);
  private static final RelayRule RULE =
      new RelayRule(
          3,
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofMinutes(2),
          Duration.ofDays(7));

  private Instant now = Instant.parse("2026-09-01T06:00:00Z");
  private final InstantSource clock = () -> now;
  private final Store store = new Store(MemoryStorage.of(NotificationTypes.all()), Space.DEFAULT);
  private final Outbox outbox = new Outbox(store, clock);
  private final List<Message> seen = new ArrayList<>();
  private Function<Message, DeliveryResult> answer = each -> new DeliveryResult.Accepted();
  private Audience audience = event -> List.of(GUARDIAN, PROVIDER);

  @Test
  void tellsEverybodyOfAnEventOnce() throws InterruptedException {
    tell("c-1", 1);

    assertThat(relay().deliverDue(100)).isEqualTo(new Relay.Run(1, 2, 0, 0, 0));
    assertThat(relay().deliverDue(100).isIdle()).isTrue();
    assertThat(seen)
        .extracting(Message::recipient)
        .containsExactlyInAnyOrder("guardian-1", "provider-1");
    assertThat(seen.get(0).parameters())
        .containsEntry("subject", "c-1")
        .containsEntry("version", "1");
    assertThat(seen).extracting(Message::id).doesNotHaveDuplicates();
  }

  @Test
  void anEventIsNotToldOfAChangeThatDidNotCommit() throws InterruptedException {
    assertThatThrownBy(
            () ->
                store.run(
                    unit -> {
                      Outbox.add(unit, event("c-1", 1));
                      throw new IllegalStateException("the change is refused");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(relay().deliverDue(100).isIdle()).isTrue();
    assertThat(outbox.pending(SYSTEM)).isEmpty();
  }

  @Test
  void triesAgainUnderTheSameIdAfterAGrowingDelay() throws InterruptedException {
    audience = event -> List.of(GUARDIAN);
    answer = each -> new DeliveryResult.RetryLater("busy", null);
    tell("c-1", 1);

    assertThat(relay().deliverDue(100).postponed()).isEqualTo(1);
    pass(Duration.ofSeconds(14));
    assertThat(relay().deliverDue(100).isIdle()).isTrue(); // half the delay is certain
    pass(Duration.ofSeconds(17));
    assertThat(relay().deliverDue(100).postponed()).isEqualTo(1);
    answer = each -> new DeliveryResult.Accepted();
    pass(Duration.ofSeconds(61));
    assertThat(relay().deliverDue(100).sent()).isEqualTo(1);

    assertThat(seen).hasSize(3);
    assertThat(seen).extracting(Message::id).containsOnly(seen.get(0).id());
  }

  @Test
  void waitsAsLongAsTheOtherSideAsks() throws InterruptedException {
    audience = event -> List.of(GUARDIAN);
    answer = each -> new DeliveryResult.RetryLater("busy", Duration.ofHours(2));
    tell("c-1", 1);
    relay().deliverDue(100);
    answer = each -> new DeliveryResult.Accepted();

    pass(Duration.ofMinutes(119));
    assertThat(relay().deliverDue(100).isIdle()).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(relay().deliverDue(100).sent()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedOrFailsTooOftenIsADeadLetterThatCanBeResent() throws InterruptedException {
    answer =
        each ->
            each.recipient().equals("provider-1")
                ? new DeliveryResult.Refused("mailbox-unknown")
                : new DeliveryResult.RetryLater("busy", null);
    tell("c-1", 1);
    for (int i = 0; i < 3; i++) {
      relay().deliverDue(100);
      pass(Duration.ofHours(1));
    }

    assertThat(outbox.deadLetters(SYSTEM))
        .extracting(Outbox.DeadLetter::reason)
        .containsExactlyInAnyOrder("mailbox-unknown", "busy");
    String before = outbox.deadLetters(SYSTEM).get(0).id();
    answer = each -> new DeliveryResult.Accepted();
    outbox.resend(SYSTEM, before);
    seen.clear();
    assertThat(relay().deliverDue(100).sent()).isEqualTo(1);
    assertThat(seen).extracting(Message::id).containsExactly(before);
    assertThat(outbox.deadLetters(SYSTEM)).hasSize(1);
  }

  @Test
  void whatIsTooOldIsADeadLetter() throws InterruptedException {
    tell("c-1", 1);
    pass(Duration.ofDays(8));

    assertThat(relay().deliverDue(100).dead()).isEqualTo(2);
    assertThat(seen).isEmpty();
    assertThat(outbox.deadLetters(SYSTEM))
        .extracting(Outbox.DeadLetter::reason)
        .containsOnly("too-old");
  }

  @Test
  void aRecipientsOrderHoldsWhileOthersGoOn() throws InterruptedException {
    answer =
        each ->
            each.recipient().equals("guardian-1")
                ? new DeliveryResult.RetryLater("busy", null)
                : new DeliveryResult.Accepted();
    tell("c-1", 1);
    tell("c-1", 2);
    tell("c-2", 3);
    relay().deliverDue(100);
    assertThat(told("provider-1")).containsExactly("c-1", "c-1", "c-2");
    assertThat(told("guardian-1")).containsExactly("c-1");

    answer = each -> new DeliveryResult.Accepted();
    pass(Duration.ofMinutes(1));
    relay().deliverDue(100);
    assertThat(told("guardian-1")).containsExactly("c-1", "c-1", "c-1", "c-2");
  }

  @Test
  void whoMayNoLongerBeToldIsAskedAgainBeforeSending() throws InterruptedException {
    answer = each -> new DeliveryResult.RetryLater("busy", null);
    tell("c-1", 1);
    relay().deliverDue(100);
    seen.clear();
    answer = each -> new DeliveryResult.Accepted();
    audience = event -> List.of(PROVIDER);
    pass(Duration.ofMinutes(1));

    Relay.Run run = relay().deliverDue(100);
    assertThat(run.dropped()).isEqualTo(1);
    assertThat(seen).extracting(Message::recipient).containsExactly("provider-1");
  }

  @Test
  void nothingIsSentWhileTheAudienceIsNotKnown() throws InterruptedException {
    audience =
        event -> {
          throw new IllegalStateException("the host does not answer");
        };
    tell("c-1", 1);
    assertThat(relay().deliverDue(100).sent()).isZero();
    audience = event -> List.of(GUARDIAN);
    pass(Duration.ofMinutes(1));
    assertThat(relay().deliverDue(100).sent()).isEqualTo(1);
  }

  @Test
  void whatAStoppedRelayHeldGoesOutUnderTheSameIdWhenItsLeaseEnds() throws InterruptedException {
    audience = event -> List.of(GUARDIAN);
    tell("c-1", 1);
    Relay stopped = new Relay(store, new Channel(true), audience, clock, new Random(1), RULE);
    assertThatThrownBy(() -> stopped.deliverDue(100)).isInstanceOf(InterruptedException.class);
    assertThat(seen).hasSize(1);

    assertThat(relay().deliverDue(100).isIdle()).isTrue();
    pass(Duration.ofMinutes(2));
    assertThat(relay().deliverDue(100).sent()).isEqualTo(1);
    assertThat(seen).extracting(Message::id).containsOnly(seen.get(0).id());
  }

  /**
   * Whatever the channel answers and wherever a relay dies: nothing is lost, a repeat has the same
   * id, and each recipient's first sight of their messages is in order.
   */
  @Property(tries = 25)
  void losesNothingWhateverHappens(@ForAll Random chance) throws InterruptedException {
    List<Recipient> everybody =
        List.of(GUARDIAN, PROVIDER, new Recipient("learner-1", Locale.ENGLISH));
    audience = event -> everybody;
    Set<String> expected = new HashSet<>();
    Map<String, List<String>> accepted = new LinkedHashMap<>();
    Map<String, String> idOf = new HashMap<>();
    answer =
        each -> {
          String what = each.recipient() + " " + each.parameters().get("subject");
          assertThat(idOf.computeIfAbsent(what, w -> each.id())).isEqualTo(each.id());
          if (chance.nextInt(3) == 0) {
            return new DeliveryResult.RetryLater("busy", null);
          }
          List<String> got = accepted.computeIfAbsent(each.recipient(), r -> new ArrayList<>());
          if (!got.contains(each.parameters().get("subject"))) {
            got.add(each.parameters().get("subject"));
          }
          return new DeliveryResult.Accepted();
        };
    RelayRule patient =
        new RelayRule(
            1000,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofDays(365));
    int events = 20;
    for (int i = 0; i < events; i++) {
      String subject = "c-" + (1000 + i);
      tell(subject, 1);
      expected.add(subject);
      boolean dies = chance.nextInt(4) == 0;
      try {
        new Relay(store, new Channel(dies), audience, clock, chance, patient)
            .deliverDue(1 + chance.nextInt(5));
      } catch (InterruptedException death) {
        assertThat(dies).isTrue();
      }
      pass(Duration.ofSeconds(1 + chance.nextInt(90)));
    }
    for (int i = 0; i < 500 && !outboxIsEmpty(patient, chance); i++) {
      pass(Duration.ofSeconds(30));
    }
    List<String> inOrder = expected.stream().sorted().toList();
    for (Recipient each : everybody) {
      assertThat(accepted.get(each.id())).containsExactlyElementsOf(inOrder);
    }
  }

  private boolean outboxIsEmpty(RelayRule patient, Random chance) throws InterruptedException {
    new Relay(store, new Channel(false), audience, clock, chance, patient).deliverDue(100);
    return outbox.pending(SYSTEM).isEmpty()
        && store
            .inTransaction(
                unit ->
                    unit.query(
                        NotificationTypes.DELIVERY,
                        org.educationcities.spi.storage.Query.over(
                                NotificationTypes.DELIVERY.type().name())
                            .build()))
            .items()
            .isEmpty();
  }

  private final class Channel implements NotificationChannel {
    private final boolean stops;

    private Channel(boolean stops) {
      this.stops = stops;
    }

    @Override
    public DeliveryResult deliver(Message message) throws InterruptedException {
      seen.add(message);
      DeliveryResult result = answer.apply(message);
      if (stops) {
        throw new InterruptedException("the host stops");
      }
      return result;
    }

    @Override
    public void close() {}
  }

  private Relay relay() {
    return new Relay(store, new Channel(false), audience, clock, new Random(7), RULE);
  }

  private void tell(String subject, int sequence) {
    store.run(unit -> Outbox.add(unit, event(subject, sequence)));
  }

  private DomainEvent event(String subject, int sequence) {
    return DomainEvent.of(
        EventType.COLLABORATION_PROPOSED, subject, sequence, now, Map.of("kind", "PLACEMENT"));
  }

  private List<String> told(String recipient) {
    return seen.stream()
        .filter(each -> each.recipient().equals(recipient))
        .map(each -> each.parameters().get("subject"))
        .toList();
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }
}
