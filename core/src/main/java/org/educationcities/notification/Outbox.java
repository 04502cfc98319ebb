package org.educationcities.notification;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.storage.Query;

/**
 * What is still to be told. An event is added in the transaction of the change it tells of, so that
 * neither is without the other. Thread-safe.
 */
public final class Outbox {
  private final Store store;
  private final InstantSource clock;

  /** The outbox of a store. */
  public Outbox(Store store, InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * A message that was given up.
   *
   * @param id its id
   * @param type what it would have told
   * @param subject the id of what it is about
   * @param occurredAt when that happened
   * @param attempts how many attempts failed
   * @param reason the code of the last failure
   */
  public record DeadLetter(
      String id, EventType type, String subject, Instant occurredAt, int attempts, String reason) {}

  /** Adds an event to the transaction of the change it tells of. */
  public static void add(UnitOfWork unit, DomainEvent event) {
    unit.insert(NotificationTypes.EVENT, PendingEvent.of(event));
  }

  /** The events of which no message is made yet, oldest first. */
  public List<DomainEvent> pending(Actor actor) {
    allow(actor, "see what is to be told");
    List<DomainEvent> events = new ArrayList<>();
    for (String order : List.of(NotificationTypes.ALARM, NotificationTypes.ORDINARY)) {
      store.forEach(
          NotificationTypes.EVENT,
          Query.over(NotificationTypes.EVENT.type().name())
              .ascendingBy(order)
              .limit(Query.MAX_LIMIT)
              .build(),
          each -> events.add(each.value().event()));
    }
    events.sort(Comparator.comparing(DomainEvent::position));
    return ImmutableList.copyOf(events);
  }

  /**
   * The dead letters, for a person to look at.
   *
   * @param actor an administrator or the system
   */
  public List<DeadLetter> deadLetters(Actor actor) {
    allow(actor, "see dead letters");
    ImmutableList.Builder<DeadLetter> letters = ImmutableList.builder();
    store.forEach(
        NotificationTypes.DELIVERY,
        Query.over(NotificationTypes.DELIVERY.type().name())
            .where("dead", "yes")
            .limit(Query.MAX_LIMIT)
            .build(),
        each -> letters.add(letter(each.value())));
    store.forEach(
        NotificationTypes.EVENT,
        Query.over(NotificationTypes.EVENT.type().name())
            .where("dead", "yes")
            .limit(Query.MAX_LIMIT)
            .build(),
        each -> letters.add(letter(each.value())));
    return letters.build();
  }

  /**
   * Sends a dead letter again, under the same id, its age counted from now. It takes its old place
   * in its recipient's order, so that it may come after what is younger.
   *
   * @throws NotFoundException if there is no dead letter under this id
   */
  public void resend(Actor actor, String id) {
    allow(actor, "resend a dead letter");
    Instant now = clock.instant();
    store.run(
        unit -> {
          Stored<Delivery> dead = unit.find(NotificationTypes.DELIVERY, id).orElse(null);
          if (dead != null && dead.value().dead() != null) {
            unit.update(NotificationTypes.DELIVERY, dead, dead.value().again(now));
            fill(unit, dead.value().mailbox(), now);
            return;
          }
          Stored<PendingEvent> event =
              unit.find(NotificationTypes.EVENT, id)
                  .filter(each -> each.value().dead() != null)
                  .orElseThrow(() -> new NotFoundException("dead letter", id));
          unit.update(NotificationTypes.EVENT, event, event.value().again(now));
        });
  }

  /**
   * How much is still to be told; reads all that waits.
   *
   * @param actor an administrator or the system
   */
  public OutboxCounts counts(Actor actor) {
    allow(actor, "see what is to be told");
    return new Census(store).taken(clock.instant());
  }

  /** Marks that a mailbox has something to send. */
  static void fill(UnitOfWork unit, String mailbox, Instant now) {
    Stored<Mailbox> seen = unit.find(NotificationTypes.MAILBOX, mailbox).orElse(null);
    if (seen == null) {
      unit.insert(NotificationTypes.MAILBOX, Mailbox.filled(mailbox, now));
    } else {
      unit.update(NotificationTypes.MAILBOX, seen, seen.value().addedTo(now));
    }
  }

  private static DeadLetter letter(Delivery dead) {
    return new DeadLetter(
        dead.id(),
        dead.type(),
        dead.subject(),
        dead.occurredAt(),
        dead.attempts(),
        Objects.requireNonNullElse(dead.dead(), ""));
  }

  private static DeadLetter letter(PendingEvent dead) {
    return new DeadLetter(
        dead.id(),
        dead.type(),
        dead.subject(),
        dead.occurredAt(),
        dead.attempts(),
        Objects.requireNonNullElse(dead.dead(), ""));
  }

  private static void allow(Actor actor, String act) {
    if (!actor.isOneOf(Role.ADMINISTRATOR, Role.SYSTEM)) {
      throw new ForbiddenException(actor, act);
    }
  }
}
