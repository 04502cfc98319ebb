package org.educationcities.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Listing;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
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
  private final Set<String> quiet = new HashSet<>();
  private long dead;
  private @Nullable Instant oldest;

  Census(Store store) {
    this.store = store;
  }

  OutboxCounts taken(Instant now) {
    for (String order : List.of(NotificationTypes.ALARM, NotificationTypes.ORDINARY)) {
      store.forEach(
          NotificationTypes.EVENT,
          over(NotificationTypes.EVENT).ascendingBy(order).build(),
          each -> count(each.value()));
    }
    for (String order : List.of(NotificationTypes.ALARM, NotificationTypes.DUE)) {
      store.forEach(
          NotificationTypes.MAILBOX,
          over(NotificationTypes.MAILBOX).ascendingBy(order).build(),
          each -> count(each.value(), now));
    }
    store.forEach(
        NotificationTypes.EVENT,
        over(NotificationTypes.EVENT).where("dead", "yes").build(),
        each -> dead++);
    store.forEach(
        NotificationTypes.DELIVERY,
        over(NotificationTypes.DELIVERY).where("dead", "yes").build(),
        each -> dead++);
    oldestMessage().ifPresent(this::older);
    return new OutboxCounts(
        events, messages, due, leased, waiting, quiet.size(), dead, oldest, now);
  }

  private void count(PendingEvent event) {
    events++;
    older(event.occurredAt());
  }

  private void older(Instant moment) {
    if (oldest == null || moment.isBefore(oldest)) {
      oldest = moment;
    }
  }

  private void count(Mailbox mailbox, Instant now) {
    messages += mailbox.waiting();
    if (mailbox.isQuiet(now)) {
      quiet.add(mailbox.id());
    } else if (mailbox.isDue(now)) {
      due++;
    } else if (mailbox.lease() != null) {
      leased++;
    } else {
      waiting++;
    }
  }

  /** The oldest message that does not wait for quiet hours to end. */
  private Optional<Instant> oldestMessage() {
    Query page = over(NotificationTypes.DELIVERY).ascendingBy("position").limit(100).build();
    while (true) {
      Query current = page;
      Listing<Delivery> listing =
          store.inTransaction(unit -> unit.query(NotificationTypes.DELIVERY, current));
      for (Stored<Delivery> each : listing.items()) {
        if (!quiet.contains(each.value().mailbox())) {
          return Optional.of(each.value().occurredAt());
        }
      }
      Optional<String> next = listing.next();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      page = page.next(next.get());
    }
  }

  private static Query.Builder over(Kind<?> kind) {
    return Query.over(kind.type().name()).limit(Query.MAX_LIMIT);
  }
}
