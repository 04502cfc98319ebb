package org.educationcities.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an event whose messages are not made yet: format 1.
 *
 * @param due not before this moment
 * @param attempts how often its audience could not be known
 * @param dead why it was given up, or null
 * @param resent when a person sent it again, or null: its age counts from then
 */
record PendingEvent(
    String id,
    EventType type,
    String subject,
    int sequence,
    Instant occurredAt,
    Map<String, String> data,
    Instant due,
    int attempts,
    @Nullable String dead,
    @Nullable Instant resent) {

  static PendingEvent of(DomainEvent event) {
    return new PendingEvent(
        event.id(),
        event.type(),
        event.subject(),
        event.sequence(),
        event.occurredAt(),
        event.data(),
        event.occurredAt(),
        0,
        null,
        null);
  }

  DomainEvent event() {
    return new DomainEvent(id, type, subject, sequence, occurredAt, data);
  }

  PendingEvent after(int failures, Instant notBefore) {
    return with(notBefore, failures, null, resent);
  }

  PendingEvent dead(int failures, String why) {
    return with(due, failures, why, resent);
  }

  PendingEvent again(Instant now) {
    return with(now, 0, null, now);
  }

  private PendingEvent with(
      Instant newDue, int failures, @Nullable String why, @Nullable Instant newResent) {
    return new PendingEvent(
        id, type, subject, sequence, occurredAt, data, newDue, failures, why, newResent);
  }

  /** The type only: whom it is about is personal. */
  @Override
  public String toString() {
    return "PendingEvent[" + type + "]";
  }
}
