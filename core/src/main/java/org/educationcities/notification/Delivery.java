package org.educationcities.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of one message to one recipient: format 1.
 *
 * @param id the message's id, the same on every attempt
 * @param mailbox the id of the recipient's mailbox
 * @param attempts how many attempts failed
 * @param dead why it was given up, or null while it is to be sent
 * @param resent when a person sent it again, or null: its age counts from then
 */
record Delivery(
    String id,
    String mailbox,
    String recipient,
    String language,
    String eventId,
    EventType type,
    String subject,
    int sequence,
    Instant occurredAt,
    Map<String, String> data,
    int attempts,
    @Nullable String dead,
    @Nullable Instant resent) {

  static Delivery of(PendingEvent pending, Recipient recipient) {
    DomainEvent event = pending.event();
    return new Delivery(
        DomainEvent.hash(event.id(), recipient.id()),
        Mailbox.idOf(recipient.id(), event.type().isAlarm()),
        recipient.id(),
        recipient.locale().toLanguageTag(),
        event.id(),
        event.type(),
        event.subject(),
        event.sequence(),
        event.occurredAt(),
        event.data(),
        0,
        null,
        pending.resent());
  }

  DomainEvent event() {
    return new DomainEvent(eventId, type, subject, sequence, occurredAt, data);
  }

  Message message(Space space) {
    return new Message(
        id,
        space,
        recipient,
        type.code(),
        Locale.forLanguageTag(language),
        occurredAt,
        parameters());
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>(data);
    parameters.put("subject", subject);
    parameters.put("version", Integer.toString(type.version()));
    return parameters;
  }

  String position() {
    return Positions.of(occurredAt, sequence, eventId);
  }

  /** From when its age counts. */
  Instant since() {
    return resent == null ? occurredAt : resent;
  }

  Delivery failed(int failures) {
    return with(failures, null, resent);
  }

  Delivery dead(int failures, String why) {
    return with(failures, why, resent);
  }

  Delivery again(Instant now) {
    return with(0, null, now);
  }

  private Delivery with(int failures, @Nullable String why, @Nullable Instant newResent) {
    return new Delivery(
        id,
        mailbox,
        recipient,
        language,
        eventId,
        type,
        subject,
        sequence,
        occurredAt,
        data,
        failures,
        why,
        newResent);
  }

  /** The id only: who is told what is personal. */
  @Override
  public String toString() {
    return "Delivery[" + id + "]";
  }
}
