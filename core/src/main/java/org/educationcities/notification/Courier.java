package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/** Sends what waits for one recipient, in order, while it holds the lease on their mailbox. */
final class Courier {
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final Store store;
  private final NotificationChannel channel;
  private final Audience audience;
  private final QuietTimes quiet;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final RelayRule rule;
  private final Lately lately;

  Courier(
      Store store,
      NotificationChannel channel,
      Audience audience,
      QuietTimes quiet,
      InstantSource clock,
      RandomGenerator random,
      RelayRule rule,
      Lately lately) {
    this.store = store;
    this.channel = channel;
    this.audience = audience;
    this.quiet = quiet;
    this.clock = clock;
    this.random = random;
    this.rule = rule;
    this.lately = lately;
  }

  void empty(String mailbox, int most, Shift shift, Tally tally) throws InterruptedException {
    String token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    if (!claim(mailbox, token)) {
      return;
    }
    while (tally.attempted < most && !shift.isEnding()) {
      if (Thread.interrupted()) {
        giveBack(mailbox, token);
        throw new InterruptedException("The relay stops.");
      }
      Stored<Delivery> next = next(mailbox, token);
      if (next == null) {
        return;
      }
      tally.attempted++;
      if (!attempt(next, token, shift, tally)) {
        return;
      }
    }
    giveBack(mailbox, token);
  }

  private boolean claim(String mailbox, String token) {
    return Ledger.settle(
        store,
        unit -> {
          Stored<Mailbox> seen = unit.find(NotificationTypes.MAILBOX, mailbox).orElse(null);
          if (seen == null || !seen.value().isDue(clock.instant())) {
            throw new Ledger.Lost();
          }
          unit.update(NotificationTypes.MAILBOX, seen, seen.value().leasedTo(token, leaseEnd()));
        });
  }

  /** Others may have it at once. */
  private void giveBack(String mailbox, String token) {
    Ledger.settle(
        store,
        unit -> {
          Stored<Mailbox> seen = held(unit, mailbox, token);
          unit.update(NotificationTypes.MAILBOX, seen, seen.value().waitingUntil(clock.instant()));
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
  private boolean attempt(Stored<Delivery> next, String token, Shift shift, Tally tally)
      throws InterruptedException {
    Delivery delivery = next.value();
    if (rule.isTooOld(delivery.since(), clock.instant())) {
      return giveUp(next, token, "too-old", tally);
    }
    Recipient recipient;
    Instant quietEnd;
    try {
      recipient = recipient(delivery);
      quietEnd = recipient == null ? null : quietEnd(delivery, recipient);
    } catch (RuntimeException e) {
      return postpone(next, token, "audience-unknown", Duration.ZERO, tally);
    }
    if (recipient == null) {
      tally.dropped += take(next, token, unit -> unit.delete(next)) ? 1 : 0;
      return true;
    }
    if (quietEnd != null) {
      return wait(delivery, token, quietEnd, tally);
    }
    DeliveryResult result = deliver(delivery, shift);
    if (result instanceof DeliveryResult.Accepted) {
      lately.succeeded(clock.instant());
      tally.sent += take(next, token, unit -> unit.delete(next)) ? 1 : 0;
      return true;
    }
    if (result instanceof DeliveryResult.RetryLater later) {
      Duration asked = later.notBefore();
      return postpone(next, token, later.reason(), asked == null ? Duration.ZERO : asked, tally);
    }
    return giveUp(next, token, ((DeliveryResult.Refused) result).reason(), tally);
  }

  /** Whom it goes to, as the audience knows them now; null if they may no longer be told. */
  private @Nullable Recipient recipient(Delivery delivery) {
    return audience.of(delivery.event()).stream()
        .filter(each -> each.id().equals(delivery.recipient()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Instant quietEnd(Delivery delivery, Recipient recipient) {
    ZoneId zone = recipient.zone();
    return zone == null || delivery.type().isAlarm()
        ? null
        : quiet.endIfQuiet(zone, clock.instant()).orElse(null);
  }

  /** Waits for quiet hours to end: no attempt failed, and its age counts all the same. */
  private boolean wait(Delivery delivery, String token, Instant end, Tally tally) {
    Instant now = clock.instant();
    Instant again = rule.again(delivery.since(), now, Duration.between(now, end), Duration.ZERO);
    boolean done =
        Ledger.settle(
            store,
            unit -> {
              Stored<Mailbox> seen = held(unit, delivery.mailbox(), token);
              unit.update(NotificationTypes.MAILBOX, seen, seen.value().quietUntil(end, again));
            });
    tally.postponed += done ? 1 : 0;
    return false;
  }

  private DeliveryResult deliver(Delivery delivery, Shift shift) throws InterruptedException {
    try {
      return shift.deliver(channel, delivery.message(store.space()));
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The channel failed on {0}: {1}",
          delivery,
          e.getClass().getName());
      return new DeliveryResult.RetryLater("channel-failed", null);
    }
  }

  private boolean postpone(
      Stored<Delivery> next, String token, String reason, Duration asked, Tally tally) {
    Delivery delivery = next.value();
    int failures = delivery.attempts() + 1;
    if (failures >= rule.attempts()) {
      return giveUp(next, token, reason, tally);
    }
    lately.failed(clock.instant(), reason);
    Instant again =
        rule.again(delivery.since(), clock.instant(), rule.delayAfter(failures, random), asked);
    boolean done =
        Ledger.settle(
            store,
            unit -> {
              Stored<Mailbox> seen = held(unit, delivery.mailbox(), token);
              unit.update(NotificationTypes.DELIVERY, next, delivery.failed(failures));
              unit.update(NotificationTypes.MAILBOX, seen, seen.value().waitingUntil(again));
            });
    tally.postponed += done ? 1 : 0;
    return false;
  }

  private boolean giveUp(Stored<Delivery> next, String token, String reason, Tally tally) {
    lately.failed(clock.instant(), reason);
    Delivery dead = next.value().dead(next.value().attempts() + 1, reason);
    boolean done = take(next, token, unit -> unit.update(NotificationTypes.DELIVERY, next, dead));
    tally.dead += done ? 1 : 0;
    return true;
  }

  /** Takes a message out of its mailbox, the lease renewed. */
  private boolean take(Stored<Delivery> next, String token, Consumer<UnitOfWork> work) {
    return Ledger.settle(
        store,
        unit -> {
          Stored<Mailbox> seen = held(unit, next.value().mailbox(), token);
          work.accept(unit);
          unit.update(
              NotificationTypes.MAILBOX,
              seen,
              seen.value().takenFrom().leasedTo(token, leaseEnd()));
        });
  }

  private static Stored<Mailbox> held(UnitOfWork unit, String mailbox, String token) {
    return unit.find(NotificationTypes.MAILBOX, mailbox)
        .filter(each -> each.value().isLeasedTo(token))
        .orElseThrow(Ledger.Lost::new);
  }

  private Instant leaseEnd() {
    return clock.instant().plus(rule.lease());
  }
}
