package org.educationcities.notification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a recipient's turn: format 1. Whoever adds to or takes from a recipient's
 * messages writes it, so that nobody does either unseen; it keeps their order, and one relay at a
 * time on it.
 *
 * @param due when it is looked at next: the end of a lease or of a wait; null when it is empty
 * @param lease who has it until then, or null
 * @param waiting how many messages wait in it
 * @param touched how often it was written
 */
record Mailbox(
    String id, @Nullable Instant due, @Nullable String lease, int waiting, long touched) {

  static String idOf(Recipient recipient) {
    return DomainEvent.hash(recipient.id());
  }

  /** New for a first message, due at once. */
  static Mailbox filled(String id, Instant now) {
    return new Mailbox(id, now, null, 1, 1);
  }

  /** Somebody adds a message: due at once if it was empty; what is leased or waits stays so. */
  Mailbox addedTo(Instant now) {
    return new Mailbox(id, due == null ? now : due, lease, waiting + 1, touched + 1);
  }

  /** A message was sent, dropped or given up. */
  Mailbox takenFrom() {
    return new Mailbox(id, due, lease, Math.max(0, waiting - 1), touched);
  }

  Mailbox leasedTo(String token, Instant until) {
    return new Mailbox(id, until, token, waiting, touched + 1);
  }

  Mailbox waitingUntil(Instant moment) {
    return new Mailbox(id, moment, null, waiting, touched + 1);
  }

  Mailbox emptied() {
    return new Mailbox(id, null, null, 0, touched + 1);
  }

  boolean isDue(Instant now) {
    return due != null && !due.isAfter(now);
  }

  boolean isLeasedTo(String token) {
    return token.equals(lease);
  }

  Optional<Long> dueMicros() {
    return Optional.ofNullable(due).map(Positions::micros);
  }
}
