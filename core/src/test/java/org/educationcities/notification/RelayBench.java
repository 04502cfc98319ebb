package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.educationcities.Actor;
import org.educationcities.persistence.Store;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.storage.memory.MemoryStorage;

/** An outbox in memory, a clock that a test moves, a channel that answers as a test says. */
final class RelayBench {
  static final Actor SYSTEM = Actor.system("test");
  static final RelayRule RULE =
      new RelayRule(
          3,
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofMinutes(2),
          Duration.ofDays(7));

  /** How a test's channel answers. */
  @FunctionalInterface
  interface Answer {
    DeliveryResult to(Message message) throws InterruptedException;
  }

  final Store store = new Store(MemoryStorage.of(NotificationTypes.all()), Space.DEFAULT);
  final List<Message> seen = Collections.synchronizedList(new ArrayList<>());
  volatile Instant now = Instant.parse("2026-09-01T06:00:00Z");
  final InstantSource clock = () -> now;
  final Outbox outbox = new Outbox(store, clock);
  volatile Audience audience = event -> List.of(guardian("1"));
  volatile Answer answer = each -> new DeliveryResult.Accepted();
  volatile QuietTimes quiet = QuietTimes.NONE;
  RelayRule rule = RULE;

  static Recipient guardian(String id) {
    return new Recipient("guardian/" + id, Locale.forLanguageTag("he"));
  }

  Relay relay() {
    return new Relay(
        store, channel(), event -> audience.of(event), quiet, clock, new Random(7), rule);
  }

  NotificationChannel channel() {
    return new NotificationChannel() {
      @Override
      public DeliveryResult deliver(Message message) throws InterruptedException {
        seen.add(message);
        return answer.to(message);
      }

      @Override
      public void close() {}
    };
  }

  DomainEvent tell(String subject) {
    return tell(EventType.COLLABORATION_PROPOSED, subject);
  }

  DomainEvent tell(EventType type, String subject) {
    DomainEvent event = DomainEvent.of(type, subject, 1, now, Map.of());
    store.run(unit -> Outbox.add(unit, event));
    return event;
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  List<String> subjects() {
    synchronized (seen) {
      return seen.stream().map(each -> each.parameters().get("subject")).toList();
    }
  }

  OutboxCounts counts() {
    return outbox.counts(SYSTEM);
  }
}
