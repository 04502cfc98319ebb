package org.educationcities.notification;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class NotificationTypes {

  /** Events whose messages are not made yet; a dead one has no position. */
  static final Kind<PendingEvent> EVENT =
      Kind.named("outbox-event", Codec.json(PendingEvent.class), PendingEvent::id)
          .optionalText(
              "position",
              each -> each.dead() == null ? Optional.of(each.event().position()) : Optional.empty())
          .text("dead", each -> each.dead() == null ? "no" : "yes")
          .build();

  /** Messages to be sent, in their recipient's order; a dead one has no position. */
  static final Kind<Delivery> DELIVERY =
      Kind.named("outbox-delivery", Codec.json(Delivery.class), Delivery::id)
          .text("mailbox", Delivery::mailbox)
          .optionalText(
              "position",
              each -> each.dead() == null ? Optional.of(each.position()) : Optional.empty())
          .text("dead", each -> each.dead() == null ? "no" : "yes")
          .build();

  static final Kind<Mailbox> MAILBOX =
      Kind.named("outbox-mailbox", Codec.json(Mailbox.class), Mailbox::id)
          .optionalNumber("due", Mailbox::dueMicros)
          .build();

  private NotificationTypes() {}

  /** The entity types of notification. */
  public static Set<EntityType> all() {
    return ImmutableSet.of(EVENT.type(), DELIVERY.type(), MAILBOX.type());
  }
}
