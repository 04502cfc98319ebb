package org.educationcities.notification;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class NotificationTypes {

  /** Orders the events whose messages are not made yet, and are no alarms. */
  static final String ORDINARY = "position";

  /** Orders the alarms whose messages are not made yet; or the mailboxes with alarms, by due. */
  static final String ALARM = "alarm";

  /** Orders the mailboxes that are looked at next, but for those with alarms. */
  static final String DUE = "due";

  /** Events whose messages are not made yet; a dead one has no position. */
  static final Kind<PendingEvent> EVENT =
      Kind.named("outbox-event", Codec.json(PendingEvent.class), PendingEvent::id)
          .optionalText(ORDINARY, each -> each.type().isAlarm() ? Optional.empty() : alive(each))
          .optionalText(ALARM, each -> each.type().isAlarm() ? alive(each) : Optional.empty())
          .text("dead", each -> each.dead() == null ? "no" : "yes")
          .personal(ToldPeople.EVENT)
          .over(each -> each.dead() == null ? Optional.empty() : Optional.of(each.occurredAt()))
          .unaudited()
          .build();

  /** Messages to be sent, in their recipient's order; a dead one has no position. */
  static final Kind<Delivery> DELIVERY =
      Kind.named("outbox-delivery", Codec.json(Delivery.class), Delivery::id)
          .text("mailbox", Delivery::mailbox)
          .optionalText(
              "position",
              each -> each.dead() == null ? Optional.of(each.position()) : Optional.empty())
          .text("dead", each -> each.dead() == null ? "no" : "yes")
          .personal(new ToldPeople())
          .over(each -> each.dead() == null ? Optional.empty() : Optional.of(each.occurredAt()))
          .unaudited()
          .build();

  static final Kind<Mailbox> MAILBOX =
      Kind.named("outbox-mailbox", Codec.json(Mailbox.class), Mailbox::id)
          .optionalNumber(DUE, each -> each.isOfAlarms() ? Optional.empty() : each.dueMicros())
          .optionalNumber(ALARM, each -> each.isOfAlarms() ? each.dueMicros() : Optional.empty())
          .personal(ToldPeople.MAILBOX)
          .untimed("it holds a turn alone, and stays for the next message or until an erasure")
          .unaudited()
          .build();

  private NotificationTypes() {}

  private static Optional<String> alive(PendingEvent each) {
    return each.dead() == null ? Optional.of(each.event().position()) : Optional.empty();
  }

  /** The entity types of notification. */
  public static Set<EntityType> all() {
    return kinds().stream().map(Kind::type).collect(ImmutableSet.toImmutableSet());
  }

  /** The kinds behind them. */
  public static List<Kind<?>> kinds() {
    return ImmutableList.of(EVENT, DELIVERY, MAILBOX);
  }
}
