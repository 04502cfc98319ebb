package org.educationcities.tck;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;

/** The plainest channel there is, right but for one fault. */
final class FaultyChannel implements NotificationChannel {
  static final String SECRET = "petrel-3309";

  private final ChannelFault fault;
  private final SimulatedFarSide far;
  private final String nonce = UUID.randomUUID().toString();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicReference<@Nullable Arrival> slot = new AtomicReference<>();
  private final AtomicReference<@Nullable DeliveryResult> answer = new AtomicReference<>();
  private final Map<String, String> pile = new ConcurrentHashMap<>();
  private final List<String> before = new CopyOnWriteArrayList<>();
  private volatile boolean stuck;
  private volatile boolean closed;

  FaultyChannel(ChannelFault fault, SimulatedFarSide far) {
    this.fault = fault;
    this.far = far;
    if (is(ChannelFault.CONNECTS_WHEN_OPENED)) {
      try {
        far.check();
      } catch (ConnectException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean is(ChannelFault one) {
    return fault == one;
  }

  @Override
  public DeliveryResult deliver(Message message) throws InterruptedException {
    boolean shut = closed || (is(ChannelFault.CLOSING_ONE_CLOSES_ALL) && far.allClosed);
    if (shut && !is(ChannelFault.USABLE_AFTER_CLOSE)) {
      throw new IllegalStateException("Closed.");
    }
    if (is(ChannelFault.INTERRUPT_SWALLOWED)) {
      Thread.interrupted();
    }
    if (Thread.interrupted()) {
      interrupted();
    }
    log(message);
    if (is(ChannelFault.ONE_AT_A_TIME)) {
      return alone(message);
    }
    underWay.incrementAndGet();
    try {
      return swapped(tried(message));
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void log(Message message) {
    System.Logger logger = System.getLogger("org.educationcities.tck.faulty");
    if (is(ChannelFault.RECIPIENT_LOGGED)) {
      logger.log(System.Logger.Level.TRACE, "To " + message.recipient());
    }
    if (is(ChannelFault.ADDRESS_LOGGED)) {
      logger.log(System.Logger.Level.DEBUG, "Sent.", new IOException("address-of-someone"));
    }
  }

  private DeliveryResult alone(Message message) throws InterruptedException {
    if (!busy.compareAndSet(false, true)) {
      return new RetryLater("busy", null);
    }
    try {
      LockSupport.parkNanos(1_000_000);
      return tried(message);
    } finally {
      busy.set(false);
    }
  }

  /** Gives the answer to another attempt where several are under way. */
  private DeliveryResult swapped(DeliveryResult own) {
    if (!is(ChannelFault.ANSWERS_SWAPPED)) {
      return own;
    }
    LockSupport.parkNanos(1_000_000);
    DeliveryResult other = answer.getAndSet(own);
    return other == null ? own : other;
  }

  private DeliveryResult tried(Message message) throws InterruptedException {
    if (stuck || (message.kind().length() == 64 && is(ChannelFault.KIND_MUST_BE_KNOWN))) {
      return new Refused("unusable");
    }
    if (is(ChannelFault.LOCALE_MUST_BE_KNOWN) && message.locale().getLanguage().equals("zz")) {
      return new Refused("language-unknown");
    }
    if (is(ChannelFault.ACCEPTED_UNSENT)) {
      return new Accepted();
    }
    if (is(ChannelFault.CONNECTIONS_RUN_OUT)
        && far.connections.incrementAndGet() > SimulatedFarSide.CONNECTIONS) {
      return new RetryLater("no-connection", null);
    }
    try {
      return understood(far.exchange(arrivals(message), this::another), message);
    } catch (InterruptedException e) {
      if (is(ChannelFault.INTERRUPT_IS_A_FAILURE)) {
        return new RetryLater("interrupted", null);
      }
      interrupted();
      throw e;
    } catch (IOException e) {
      return failed(e);
    }
  }

  private boolean another(long waitedMillis) {
    if (closed && is(ChannelFault.CLOSING_BREAKS_ATTEMPTS)) {
      throw new NullPointerException("connection");
    }
    if (is(ChannelFault.INTERRUPT_ENDS_ALL) && far.allInterrupted) {
      Thread.currentThread().interrupt();
    }
    boolean endless =
        is(ChannelFault.WAITS_FOR_EVER)
            || (is(ChannelFault.LIMIT_ONLY_BETWEEN_BYTES) && far.isTrickling());
    return endless || waitedMillis < SimulatedFarSide.LIMIT.toMillis();
  }

  private void interrupted() throws InterruptedException {
    far.allInterrupted = true;
    stuck = is(ChannelFault.INTERRUPT_BREAKS_IT);
    if (is(ChannelFault.INTERRUPT_TOLD_TWICE)) {
      Thread.currentThread().interrupt();
    }
    throw new InterruptedException();
  }

  private DeliveryResult refusal(SimulatedFarSide.Reply reply, Message message) {
    if (is(ChannelFault.UNKNOWN_IS_TRIED_AGAIN)) {
      return message.recipient().equals(SimulatedFarSide.UNKNOWN)
          ? new RetryLater("recipient-unknown", null)
          : new Refused("recipient-unknown");
    }
    if (is(ChannelFault.REFUSED_ONCE_REFUSED_ALWAYS)) {
      stuck = true;
    }
    if (is(ChannelFault.REASON_REPEATS_THE_TEXT)) {
      return new Refused(reply.text());
    }
    if (is(ChannelFault.REASON_NAMES_THE_RECIPIENT)) {
      return new Refused("unknown-" + message.recipient());
    }
    return is(ChannelFault.REFUSED_IS_TRIED_AGAIN)
        ? new RetryLater("refused", null)
        : new Refused("refused");
  }

  private DeliveryResult understood(SimulatedFarSide.Reply reply, Message message) {
    return switch (reply.word()) {
      case "accepted" -> new Accepted();
      case "refused" -> refusal(reply, message);
      case "postponed" ->
          is(ChannelFault.POSTPONED_IS_REFUSED)
              ? new Refused("postponed")
              : new RetryLater(
                  "postponed", is(ChannelFault.WAIT_DROPPED) ? null : reply.asked().orElse(null));
      default -> babble();
    };
  }

  @SuppressWarnings("NullAway") // one fault is to answer null
  private DeliveryResult babble() {
    if (is(ChannelFault.NULL_ANSWERED)) {
      return null;
    }
    return is(ChannelFault.BABBLE_IS_ACCEPTED)
        ? new Accepted()
        : new RetryLater("not-understood", null);
  }

  private DeliveryResult failed(IOException e) {
    if (is(ChannelFault.FAILURE_THROWN)) {
      throw new java.io.UncheckedIOException(e);
    }
    if (is(ChannelFault.FAILURE_STAYS)) {
      stuck = true;
    }
    boolean brokenOff = "Closed.".equals(e.getMessage());
    if (is(ChannelFault.BROKEN_OFF_IS_ACCEPTED) && brokenOff) {
      return new Accepted();
    }
    if (is(ChannelFault.SILENCE_IS_REFUSAL) && !brokenOff) {
      return new Refused("no-answer");
    }
    return new RetryLater(
        "no-answer", is(ChannelFault.WAIT_INVENTED) ? java.time.Duration.ofMinutes(1) : null);
  }

  private List<Arrival> arrivals(Message message) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Id", id(message));
    if (is(ChannelFault.HEADERS_DECODED)) {
      message.parameters().values().stream()
          .filter(value -> value.contains("%0d%0a"))
          .forEach(value -> headers.put("X-Forged", "1"));
    }
    Arrival own =
        new Arrival(
            id(message), SimulatedFarSide.address(message.recipient()), headers, content(message));
    List<Arrival> all = new ArrayList<>(List.of(contentOfAnother(own)));
    if (is(ChannelFault.SENT_TO_THOSE_BEFORE_TOO)) {
      before.forEach(other -> all.add(0, with(own, other)));
      before.add(own.recipient());
    }
    if (is(ChannelFault.RECIPIENT_SPLIT_AT_COMMAS)) {
      all.clear();
      for (String part : message.recipient().split(",", 0)) {
        all.add(with(own, SimulatedFarSide.address(part)));
      }
    }
    return all;
  }

  private Arrival contentOfAnother(Arrival own) {
    if (!is(ChannelFault.CONTENTS_SWAPPED)) {
      return own;
    }
    LockSupport.parkNanos(1_000_000);
    Arrival other = slot.getAndSet(own);
    return other == null || underWay.get() < 2
        ? own
        : new Arrival(own.id(), own.recipient(), own.headers(), other.content());
  }

  private static Arrival with(Arrival arrival, String recipient) {
    return new Arrival(arrival.id(), recipient, arrival.headers(), arrival.content());
  }

  private String id(Message message) {
    String id = message.space().id() + ' ' + message.id();
    return switch (fault) {
      case ID_FRESH_EACH_TIME -> UUID.randomUUID().toString();
      case ID_BY_CHANNEL -> nonce + id;
      case ID_WITHOUT_CASE -> id.toLowerCase(Locale.ROOT);
      case ID_WITHOUT_SPACE -> message.id();
      case ID_CUT -> id.substring(0, Math.min(id.length(), 40));
      default -> id;
    };
  }

  private String content(Message message) {
    if (is(ChannelFault.SURROGATES_NOT_TAKEN) && message.parameters().containsValue("\udf93")) {
      throw new IllegalArgumentException("Malformed.");
    }
    if (is(ChannelFault.SIZE_LIMITED) && message.parameters().size() == 32) {
      throw new IllegalArgumentException("Too large.");
    }
    Map<String, String> told = new TreeMap<>(message.parameters());
    if (is(ChannelFault.PARAMETERS_PILE_UP)) {
      pile.putAll(message.parameters());
      told.putAll(pile);
    }
    String plain = message.kind() + told;
    return switch (fault) {
      case TELLS_THE_MACHINE -> plain + System.getProperty("user.dir");
      case DEFAULT_LOCALE_USED -> plain.toUpperCase(Locale.getDefault());
      case YEAR_FORMATTED -> plain + message.occurredAt().toEpochMilli();
      case CONTENT_COUNTS -> plain + count.incrementAndGet();
      case CONTENT_BY_CHANNEL -> plain + nonce;
      case CONTENT_AS_THE_MAP_COMES -> message.kind() + message.parameters();
      default -> plain;
    };
  }

  @Override
  public void close() {
    if (closed && is(ChannelFault.CLOSING_TWICE_THROWS)) {
      throw new IllegalStateException("Closed already.");
    }
    if (is(ChannelFault.CLOSING_HEEDS_INTERRUPTS) && Thread.interrupted()) {
      throw new IllegalStateException("Interrupted.");
    }
    closed = true;
    far.allClosed = true;
  }

  @Override
  public String toString() {
    Set<ChannelFault> telling =
        Set.of(ChannelFault.SECRET_PRINTED, ChannelFault.SECRET_SHOWN_WHEN_OPEN);
    return telling.contains(fault) ? "FaultyChannel[" + SECRET + "]" : "FaultyChannel";
  }
}
