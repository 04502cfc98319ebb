package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.educationcities.persistence.Listing;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.storage.Query;

/**
 * Makes a message of an event for each recipient. Strictly in order: an event whose audience cannot
 * be known holds up those after it. Alarms come first and hold up nothing: that of one child must
 * not wait because a host cannot say who answers for another.
 */
final class Expansion {
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());
  private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

  private final Store store;
  private final Audience audience;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final RelayRule rule;
  private Instant countAgain = Instant.MIN;

  Expansion(
      Store store, Audience audience, InstantSource clock, RandomGenerator random, RelayRule rule) {
    this.store = store;
    this.audience = audience;
    this.clock = clock;
    this.random = random;
    this.rule = rule;
  }

  /** All that are due, past those that are not, until so many are told. */
  void alarms(int most, Shift shift, Tally tally) {
    Query page =
        Query.over(NotificationTypes.EVENT.type().name())
            .ascendingBy(NotificationTypes.ALARM)
            .limit(most)
            .build();
    int tried = 0;
    while (true) {
      Query current = page;
      Listing<PendingEvent> events =
          store.inTransaction(unit -> unit.query(NotificationTypes.EVENT, current));
      for (Stored<PendingEvent> each : events.items()) {
        if (shift.isEnding() || tried == most) {
          return;
        }
        if (!each.value().due().isAfter(clock.instant())) {
          tried++;
          expand(each, tally);
        }
      }
      Optional<String> next = events.next();
      if (next.isEmpty()) {
        return;
      }
      page = page.next(next.get());
    }
  }

  void run(int most, Shift shift, Tally tally) {
    Query first =
        Query.over(NotificationTypes.EVENT.type().name())
            .ascendingBy(NotificationTypes.ORDINARY)
            .limit(most)
            .build();
    Listing<PendingEvent> events =
        store.inTransaction(unit -> unit.query(NotificationTypes.EVENT, first));
    if (events.next().isPresent() && isTimeToCount()) {
      tally.dead += giveUpBeyondBound();
    }
    for (Stored<PendingEvent> each : events.items()) {
      if (shift.isEnding() || each.value().due().isAfter(clock.instant()) || !expand(each, tally)) {
        return;
      }
    }
  }

  /** False if those after it must wait. */
  private boolean expand(Stored<PendingEvent> pending, Tally tally) {
    List<Recipient> recipients;
    try {
      recipients = audience.of(pending.value().event());
    } catch (RuntimeException e) {
      return postpone(pending, e, tally);
    }
    int[] full = new int[1];
    boolean done =
        Ledger.settle(
            store,
            unit -> {
              full[0] = 0;
              unit.delete(stillThere(unit, pending));
              Set<String> ids = new HashSet<>();
              for (Recipient recipient : recipients) {
                Delivery delivery = Delivery.of(pending.value(), recipient);
                if (ids.add(delivery.id()) && !add(unit, delivery)) {
                  full[0]++;
                }
              }
            });
    if (done) {
      tally.events++;
      tally.dead += full[0];
      return true;
    }
    // Another relay made its messages, or holds it up: then it holds up those after it too.
    return store.find(NotificationTypes.EVENT, pending.value().id()).isEmpty();
  }

  private boolean add(UnitOfWork unit, Delivery delivery) {
    int waiting =
        unit.find(NotificationTypes.MAILBOX, delivery.mailbox())
            .map(each -> each.value().waiting())
            .orElse(0);
    if (waiting >= rule.mostForOne()) {
      unit.insert(NotificationTypes.DELIVERY, delivery.dead(0, "mailbox-full"));
      return false;
    }
    unit.insert(NotificationTypes.DELIVERY, delivery);
    Outbox.fill(unit, delivery.mailbox(), clock.instant());
    return true;
  }

  private boolean postpone(Stored<PendingEvent> pending, RuntimeException why, Tally tally) {
    LOG.log(
        System.Logger.Level.WARNING,
        "The audience of {0} is not known: {1}",
        pending.value().event(),
        why.getClass().getName());
    int failures = pending.value().attempts() + 1;
    boolean givenUp = failures >= rule.attempts();
    Instant again = clock.instant().plus(rule.delayAfter(failures, random));
    boolean done =
        Ledger.settle(
            store,
            unit ->
                unit.update(
                    NotificationTypes.EVENT,
                    stillThere(unit, pending),
                    givenUp
                        ? pending.value().dead(failures, "audience-unknown")
                        : pending.value().after(failures, again)));
    tally.dead += done && givenUp ? 1 : 0;
    return done && givenUp;
  }

  private static Stored<PendingEvent> stillThere(UnitOfWork unit, Stored<PendingEvent> pending) {
    Stored<PendingEvent> now =
        unit.find(NotificationTypes.EVENT, pending.value().id()).orElseThrow(Ledger.Lost::new);
    if (now.version() != pending.version()) {
      throw new Ledger.Lost();
    }
    return now;
  }

  private synchronized boolean isTimeToCount() {
    Instant now = clock.instant();
    if (now.isBefore(countAgain)) {
      return false;
    }
    countAgain = now.plus(BETWEEN_COUNTS);
    return true;
  }

  /** The newest are kept: what is oldest is known to most by now. */
  private int giveUpBeyondBound() {
    int[] seen = new int[1];
    int[] given = new int[1];
    store.forEach(
        NotificationTypes.EVENT,
        Query.over(NotificationTypes.EVENT.type().name())
            .descendingBy(NotificationTypes.ORDINARY)
            .limit(Query.MAX_LIMIT)
            .build(),
        each -> {
          seen[0]++;
          if (seen[0] > rule.mostEvents() && giveUp(each)) {
            given[0]++;
          }
        });
    return given[0];
  }

  private boolean giveUp(Stored<PendingEvent> pending) {
    return Ledger.settle(
        store,
        unit ->
            unit.update(
                NotificationTypes.EVENT,
                stillThere(unit, pending),
                pending.value().dead(pending.value().attempts(), "outbox-full")));
  }
}
