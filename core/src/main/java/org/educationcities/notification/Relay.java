package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.spi.storage.ConflictException;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/**
 * Brings what happened to those who must know: at least once, under the same id on every attempt,
 * in each recipient's order until a lease expires or a dead letter is resent. Who may be told is
 * asked when messages are made and again before each is sent.
 *
 * <p>Thread-safe; several relays, in one process or many, share the work by leases. A host calls
 * {@link #deliverDue} from its own scheduler; interrupting the thread stops it cleanly.
 */
public final class Relay {
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final Store store;
  private final NotificationChannel channel;
  private final Audience audience;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final RelayRule rule;

  /** A relay through a channel, by a rule. */
  public Relay(
      Store store,
      NotificationChannel channel,
      Audience audience,
      InstantSource clock,
      RandomGenerator random,
      RelayRule rule) {
    this.store = Objects.requireNonNull(store, "store");
    this.channel = Objects.requireNonNull(channel, "channel");
    this.audience = Objects.requireNonNull(audience, "audience");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /**
   * What one run did.
   *
   * @param events how many events messages were made of
   * @param sent how many messages the next hop took over
   * @param postponed how many are to be tried again
   * @param dead how many were given up
   * @param dropped how many recipients may no longer be told
   */
  public record Run(int events, int sent, int postponed, int dead, int dropped) {
    /** Whether there was nothing to do. */
    public boolean isIdle() {
      return events + sent + postponed + dead + dropped == 0;
    }
  }

  /**
   * Makes the messages of what happened, and sends what is due.
   *
   * @param most how many events and how many messages at most, 1 to 1000
   * @throws InterruptedException if the thread was interrupted; what was claimed is free again when
   *     its lease ends
   */
  public Run deliverDue(int most) throws InterruptedException {
    Query.over(NotificationTypes.MAILBOX.type().name()).limit(most); // refuses what is out of range
    Count count = new Count();
    expand(most, count);
    // Asked for afresh each time, never by cursor: what is due moves.
    List<Stored<Mailbox>> due =
        store
            .inTransaction(
                unit ->
                    unit.query(
                        NotificationTypes.MAILBOX,
                        Query.over(NotificationTypes.MAILBOX.type().name())
                            .within(
                                new Query.Range(
                                    "due",
                                    null,
                                    IndexValue.of(Positions.micros(clock.instant()) + 1)))
                            .ascendingBy("due")
                            .limit(most)
                            .build()))
            .items();
    for (Stored<Mailbox> each : due) {
      if (count.attempted < most) {
        empty(each.value().id(), most, count);
      }
    }
    return new Run(count.events, count.sent, count.postponed, count.dead, count.dropped);
  }

  private static final class Count {
    private int events;
    private int attempted;
    private int sent;
    private int postponed;
    private int dead;
    private int dropped;
  }

  /** Strictly in order: an event whose audience cannot be known holds up those after it. */
  private void expand(int most, Count count) {
    List<Stored<PendingEvent>> events =
        store
            .inTransaction(
                unit ->
                    unit.query(
                        NotificationTypes.EVENT,
                        Query.over(NotificationTypes.EVENT.type().name())
                            .ascendingBy("position")
                            .limit(most)
                            .build()))
            .items();
    for (Stored<PendingEvent> each : events) {
      if (each.value().due().isAfter(clock.instant()) || !expand(each, count)) {
        return;
      }
    }
  }

  private boolean expand(Stored<PendingEvent> pending, Count count) {
    DomainEvent event = pending.value().event();
    List<Recipient> recipients;
    try {
      recipients = audience.of(event);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The audience of {0} is not known: {1}",
          event,
          e.getClass().getName());
      int failures = pending.value().attempts() + 1;
      boolean givenUp = failures >= rule.attempts();
      Instant again = clock.instant().plus(rule.delayAfter(failures, random));
      settle(
          unit ->
              unit.update(
                  NotificationTypes.EVENT,
                  pending,
                  givenUp
                      ? pending.value().dead(failures, "audience-unknown")
                      : pending.value().after(failures, again)));
      count.dead += givenUp ? 1 : 0;
      return givenUp;
    }
    boolean done =
        settle(
            unit -> {
              unit.delete(pending);
              Set<String> ids = new HashSet<>();
              for (Recipient recipient : recipients) {
                Delivery delivery = Delivery.of(event, recipient);
                if (ids.add(delivery.id())) {
                  unit.insert(NotificationTypes.DELIVERY, delivery);
                  Outbox.fill(unit, delivery.mailbox(), clock.instant());
                }
              }
            });
    count.events += done ? 1 : 0;
    return true;
  }

  private void empty(String mailbox, int most, Count count) throws InterruptedException {
    String token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    if (!claim(mailbox, token)) {
      return;
    }
    while (count.attempted < most) {
      Stored<Delivery> next = next(mailbox, token);
      if (next == null) {
        return;
      }
      count.attempted++;
      if (!attempt(next, token, count)) {
        return;
      }
    }
    settle(unit -> release(unit, mailbox, token, clock.instant()));
  }

  private boolean claim(String mailbox, String token) {
    return settle(
        unit -> {
          Stored<Mailbox> seen = unit.find(NotificationTypes.MAILBOX, mailbox).orElse(null);
          if (seen == null || !seen.value().isDue(clock.instant())) {
            throw new Lost();
          }
          unit.update(NotificationTypes.MAILBOX, seen, seen.value().leasedTo(token, leaseEnd()));
        });
  }

  /**
   * The first message of a mailbox, its lease renewed; null if it is empty or the lease is lost.
   */
  private @Nullable Stored<Delivery> next(String mailbox, String token) {
    return store.<@Nullable Stored<Delivery>>inTransaction(
        unit -> {
          Stored<Mailbox> seen = unit.find(NotificationTypes.MAILBOX, mailbox).orElse(null);
          if (seen == null || !seen.value().isLeasedTo(token)) {
            return null;
          }
          List<Stored<Delivery>> first =
              unit.query(
                      NotificationTypes.DELIVERY,
                      Query.over(NotificationTypes.DELIVERY.type().name())
                          .where("mailbox", mailbox)
                          .ascendingBy("position")
                          .limit(1)
                          .build())
                  .items();
          if (first.isEmpty()) {
            // Whoever adds writes the mailbox too: the empty one is not closed over a new message.
            unit.update(NotificationTypes.MAILBOX, seen, seen.value().emptied());
            return null;
          }
          unit.update(NotificationTypes.MAILBOX, seen, seen.value().leasedTo(token, leaseEnd()));
          return first.get(0);
        });
  }

  /** Tries one message; false if its recipient has to wait. */
  private boolean attempt(Stored<Delivery> next, String token, Count count)
      throws InterruptedException {
    Delivery delivery = next.value();
    if (rule.isTooOld(delivery.occurredAt(), clock.instant())) {
      return giveUp(next, token, "too-old", count);
    }
    DeliveryResult result;
    try {
      if (audience.of(delivery.event()).stream().noneMatch(isTo(delivery))) {
        count.dropped += settle(held(delivery, token, unit -> unit.delete(next))) ? 1 : 0;
        return true;
      }
    } catch (RuntimeException e) {
      return postpone(next, token, "audience-unknown", Duration.ZERO, count);
    }
    try {
      result = channel.deliver(delivery.message(store.space()));
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The channel failed on {0}: {1}",
          delivery,
          e.getClass().getName());
      result = new DeliveryResult.RetryLater("channel-failed", null);
    }
    if (result instanceof DeliveryResult.Accepted) {
      count.sent += settle(held(delivery, token, unit -> unit.delete(next))) ? 1 : 0;
      return true;
    }
    if (result instanceof DeliveryResult.RetryLater later) {
      Duration asked = later.notBefore();
      return postpone(next, token, later.reason(), asked == null ? Duration.ZERO : asked, count);
    }
    return giveUp(next, token, ((DeliveryResult.Refused) result).reason(), count);
  }

  private static Predicate<Recipient> isTo(Delivery delivery) {
    return recipient -> recipient.id().equals(delivery.recipient());
  }

  private boolean postpone(
      Stored<Delivery> next, String token, String reason, Duration asked, Count count) {
    Delivery delivery = next.value();
    int failures = delivery.attempts() + 1;
    if (failures >= rule.attempts()) {
      return giveUp(next, token, reason, count);
    }
    Duration own = rule.delayAfter(failures, random);
    Instant again = clock.instant().plus(own.compareTo(asked) < 0 ? asked : own);
    settle(
        unit -> {
          unit.update(NotificationTypes.DELIVERY, next, delivery.failed(failures));
          release(unit, delivery.mailbox(), token, again);
        });
    count.postponed++;
    return false;
  }

  private boolean giveUp(Stored<Delivery> next, String token, String reason, Count count) {
    Delivery delivery = next.value();
    int failures = delivery.attempts() + 1;
    settle(
        held(
            delivery,
            token,
            unit ->
                unit.update(NotificationTypes.DELIVERY, next, delivery.dead(failures, reason))));
    count.dead++;
    return true;
  }

  private Consumer<UnitOfWork> held(Delivery delivery, String token, Consumer<UnitOfWork> work) {
    return unit -> {
      release(unit, delivery.mailbox(), token, null);
      work.accept(unit);
    };
  }

  /** Lets a mailbox wait until a moment, or keeps it on its lease; refuses where it is lost. */
  private void release(UnitOfWork unit, String mailbox, String token, @Nullable Instant until) {
    Stored<Mailbox> seen = unit.find(NotificationTypes.MAILBOX, mailbox).orElse(null);
    if (seen == null || !seen.value().isLeasedTo(token)) {
      throw new Lost();
    }
    unit.update(
        NotificationTypes.MAILBOX,
        seen,
        until == null
            ? seen.value().leasedTo(token, leaseEnd())
            : seen.value().waitingUntil(until));
  }

  private Instant leaseEnd() {
    return clock.instant().plus(rule.lease());
  }

  /**
   * Runs work that another relay may have done already, when a lease expired under this one: then
   * nothing is written here, and the message may have gone out twice under one id.
   */
  private boolean settle(Consumer<UnitOfWork> work) {
    try {
      store.run(work);
      return true;
    } catch (Lost | ConflictException lost) {
      return false;
    }
  }

  /** Somebody else has what was to be written. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Lost() {
      super("Another relay has it.", null, false, false);
    }
  }
}
