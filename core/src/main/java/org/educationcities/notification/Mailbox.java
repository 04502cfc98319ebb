package org.educationcities.notification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a recipient's turn: format 1. Whoever adds to or takes from a recipient's
 * messages writes it, so that nobody does either unseen; it keeps their order, and one relay at a
 * time on it. A recipient has a second one for alarms, which wait behind nothing else.
 *
 * @param due when it is looked at next: the end of a lease or of a wait; null when it is empty
 * @param lease who has it until then, or null
 * @param waiting how many messages wait in it
 * @param touched how often it was written
 * @param quiet when the quiet hours end that it waits for, or null while it waits for none
 */
record Mailbox(
    String id,
    @Nullable Instant due,
    @Nullable String lease,
    int waiting,
    long touched,
    @Nullable Instant quiet) {
  private static final String ALARMS = "alarm-";

  static String idOf(String recipient, boolean alarms) {
    String id = DomainEvent.hash(recipient);
    return alarms ? ALARMS + id : id;
  }

  boolean isOfAlarms() {
    return id.startsWith(ALARMS);
  }

  /** New for a first message, due at once. */
  static Mailbox filled(String id, Instant now) {
    return new Mailbox(id, now, null, 1, 1, null);
  }

  /** Somebody adds a message: due at once if it was empty; what is leased or waits stays so. */
  Mailbox addedTo(Instant now) {
    return new Mailbox(id, due == null ? now : due, lease, waiting + 1, touched + 1, quiet);
  }

  /** A message was sent, dropped or given up. */
  Mailbox takenFrom() {
    return new Mailbox(id, due, lease, Math.max(0, waiting - 1), touched, quiet);
  }

  Mailbox leasedTo(String token, Instant until) {
    return new Mailbox(id, until, token, waiting, touched + 1, null);
  }

  Mailbox waitingUntil(Instant moment) {
    return new Mailbox(id, moment, null, waiting, touched + 1, null);
  }

  /** Looked at again at a moment at the latest; its messages wait for quiet hours to end. */
  Mailbox quietUntil(Instant end, Instant moment) {
    return new Mailbox(id, moment, null, waiting, touched + 1, end);
  }

  Mailbox emptied() {
    return new Mailbox(id, null, null, 0, touched + 1, null);
  }

  boolean isDue(Instant now) {
    return due != null && !due.isAfter(now);
  }

  boolean isQuiet(Instant now) {
    return quiet != null && quiet.isAfter(now);
  }

  boolean isLeasedTo(String token) {
    return token.equals(lease);
  }

  Optional<Long> dueMicros() {
    return Optional.ofNullable(due).map(Positions::micros);
  }

  /** Counts only: whose it is is personal. */
  @Override
  public String toString() {
    return "Mailbox[" + waiting + " waiting]";
  }
}
