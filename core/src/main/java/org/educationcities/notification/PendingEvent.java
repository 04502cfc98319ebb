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
    @Nullable String dead) {

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
        null);
  }

  DomainEvent event() {
    return new DomainEvent(id, type, subject, sequence, occurredAt, data);
  }

  PendingEvent after(int failures, Instant notBefore) {
    return new PendingEvent(
        id, type, subject, sequence, occurredAt, data, notBefore, failures, null);
  }

  PendingEvent dead(int failures, String why) {
    return new PendingEvent(id, type, subject, sequence, occurredAt, data, due, failures, why);
  }
}
