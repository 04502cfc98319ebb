package org.educationcities.notification;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;

/**
 * Brings what happened to those who must know: at least once, under the same id on every attempt,
 * in each recipient's order until a lease expires or a dead letter is resent. Who may be told is
 * asked when messages are made and again before each is sent. In a recipient's quiet hours nothing
 * is sent to them; it waits, in order, until they end.
 *
 * <p>{@linkplain EventType#isAlarm() Alarms} have an order of their own: they are told at any hour,
 * first of all, and wait neither behind other messages nor behind an event whose audience is not
 * known.
 *
 * <p>Thread-safe; several relays, in one process or many, share the work by leases. A host calls
 * {@link #deliverDue} from its own scheduler, or lets a {@link RelayLoop} do it.
 *
 * <p>Back-pressure: while as many recipients are due as one run serves, no messages are made of
 * further events; they wait as events, within the bounds of {@link RelayRule}.
 */
public final class Relay {
  private final Store store;
  private final InstantSource clock;
  private final Expansion expansion;
  private final Courier courier;
  private final Lately lately = new Lately();

  /** A relay through a channel, by a rule, that writes to everybody at any hour. */
  public Relay(
      Store store,
      NotificationChannel channel,
      Audience audience,
      InstantSource clock,
      RandomGenerator random,
      RelayRule rule) {
    this(store, channel, audience, QuietTimes.NONE, clock, random, rule);
  }

  /** A relay through a channel, by a rule, that keeps quiet hours. */
  public Relay(
      Store store,
      NotificationChannel channel,
      Audience audience,
      QuietTimes quiet,
      InstantSource clock,
      RandomGenerator random,
      RelayRule rule) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(quiet, "quiet");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(rule, "rule");
    this.expansion = new Expansion(store, audience, clock, random, rule);
    this.courier = new Courier(store, channel, audience, quiet, clock, random, rule, lately);
  }

  /**
   * What one run did.
   *
   * @param events how many events messages were made of
   * @param sent how many messages the next hop took over
   * @param postponed how many are to be tried again, or wait for quiet hours to end
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
   * <p>Interrupting the thread stops it: between two messages at once, with everything given back;
   * within one, whose arrival is then unknown, its recipient's messages are free for others when
   * the lease ends.
   *
   * @param most how many events and how many messages at most, 1 to 1000
   * @throws InterruptedException if the thread was interrupted
   */
  public Run deliverDue(int most) throws InterruptedException {
    return deliverDue(most, new Shift(1));
  }

  Run deliverDue(int most, Shift shift) throws InterruptedException {
    Tally tally = new Tally();
    try {
      expansion.alarms(most, shift, tally);
      send(due(NotificationTypes.ALARM, most), most, shift, tally);
      List<Stored<Mailbox>> due = due(NotificationTypes.DUE, most);
      if (due.size() < most) {
        expansion.run(most, shift, tally);
        due = due(NotificationTypes.DUE, most);
      }
      send(due, most, shift, tally);
    } catch (RuntimeException e) {
      lately.failed(clock.instant(), "relay-failed");
      throw e;
    }
    return tally.run();
  }

  private void send(List<Stored<Mailbox>> due, int most, Shift shift, Tally tally)
      throws InterruptedException {
    for (Stored<Mailbox> each : due) {
      if (tally.attempted < most && !shift.isEnding()) {
        courier.empty(each.value().id(), most, shift, tally);
      }
    }
  }

  /** Asked for afresh each time, never by cursor: what is due moves. */
  private List<Stored<Mailbox>> due(String order, int most) {
    IndexValue end = IndexValue.of(Positions.micros(clock.instant()) + 1);
    Query query =
        Query.over(NotificationTypes.MAILBOX.type().name())
            .within(new Query.Range(order, null, end))
            .ascendingBy(order)
            .limit(most)
            .build();
    return store.inTransaction(unit -> unit.query(NotificationTypes.MAILBOX, query)).items();
  }

  /**
   * How it is doing; reads all that waits.
   *
   * @param actor an administrator or the system
   * @throws ForbiddenException for anybody else
   */
  public RelayHealth health(Actor actor) {
    return lately.with(new Outbox(store, clock).counts(actor));
  }
}
