package org.educationcities.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/** Counts what waits in an outbox. */
final class Census {
  private final Store store;
  private long events;
  private long messages;
  private long due;
  private long leased;
  private long waiting;
  private long dead;

  Census(Store store) {
    this.store = store;
  }

  OutboxCounts taken(Instant now) {
    store.forEach(
        NotificationTypes.EVENT,
        over(NotificationTypes.EVENT).ascendingBy("position").build(),
        each -> events++);
    store.forEach(
        NotificationTypes.MAILBOX,
        over(NotificationTypes.MAILBOX).ascendingBy("due").build(),
        each -> count(each.value(), now));
    store.forEach(
        NotificationTypes.EVENT,
        over(NotificationTypes.EVENT).where("dead", "yes").build(),
        each -> dead++);
    store.forEach(
        NotificationTypes.DELIVERY,
        over(NotificationTypes.DELIVERY).where("dead", "yes").build(),
        each -> dead++);
    return new OutboxCounts(events, messages, due, leased, waiting, dead, oldest(), now);
  }

  private void count(Mailbox mailbox, Instant now) {
    messages += mailbox.waiting();
    if (mailbox.isDue(now)) {
      due++;
    } else if (mailbox.lease() != null) {
      leased++;
    } else {
      waiting++;
    }
  }

  private @Nullable Instant oldest() {
    Instant event = first(NotificationTypes.EVENT, PendingEvent::occurredAt).orElse(null);
    Instant message = first(NotificationTypes.DELIVERY, Delivery::occurredAt).orElse(null);
    if (event == null || message == null) {
      return event == null ? message : event;
    }
    return event.isBefore(message) ? event : message;
  }

  private <T> Optional<Instant> first(Kind<T> kind, Function<T, Instant> moment) {
    Query query = Query.over(kind.type().name()).ascendingBy("position").limit(1).build();
    return store.inTransaction(unit -> unit.query(kind, query)).items().stream()
        .findFirst()
        .map(each -> moment.apply(each.value()));
  }

  private static Query.Builder over(Kind<?> kind) {
    return Query.over(kind.type().name()).limit(Query.MAX_LIMIT);
  }
}
