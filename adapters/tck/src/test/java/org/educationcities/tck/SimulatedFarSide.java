package org.educationcities.tck;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.educationcities.spi.notification.NotificationChannel;

/** A far side without a network, for channels with a fault. */
final class SimulatedFarSide implements FarSide {
  static final String UNKNOWN = "nobody-5";
  static final Duration LIMIT = Duration.ofMillis(200);
  static final int CONNECTIONS = 32;

  /** What it answers: a word that the protocol knows or not, and a text beside it. */
  record Reply(String word, String text, Optional<Duration> asked) {}

  private final ChannelFault fault;
  private final List<Arrival> arrived = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile CountDownLatch contact = new CountDownLatch(1);
  private volatile Conduct conduct = Conduct.ACCEPTS;
  final AtomicInteger connections = new AtomicInteger();
  volatile boolean allClosed;
  volatile boolean allInterrupted;

  SimulatedFarSide(ChannelFault fault) {
    this.fault = fault;
  }

  /** Whether a read after so many goes on: the channel asks it again until it has had enough. */
  interface Patience {
    boolean another(long waitedMillis);
  }

  void check() throws ConnectException {
    if (conduct == Conduct.UNREACHABLE) {
      throw new ConnectException("Refused.");
    }
  }

  Reply exchange(List<Arrival> sent, Patience patience) throws IOException, InterruptedException {
    check();
    contact.countDown();
    return switch (conduct) {
      case REFUSES -> new Reply("refused", TEXT, Optional.empty());
      case POSTPONES -> new Reply("postponed", TEXT, asksToWait());
      case BREAKS_OFF -> throw new IOException("Closed.");
      case BABBLES -> new Reply(TEXT, TEXT, Optional.empty());
      case SILENT, TRICKLES -> wait(patience);
      default -> taken(sent);
    };
  }

  private Reply taken(List<Arrival> sent) {
    if (sent.stream().anyMatch(arrival -> arrival.recipient().equals(address(UNKNOWN)))) {
      return new Reply("refused", TEXT, Optional.empty());
    }
    arrived.addAll(sent);
    return new Reply("accepted", "", Optional.empty());
  }

  private Reply wait(Patience patience) throws IOException, InterruptedException {
    for (long waited = 0; patience.another(waited); waited += 20) {
      if (ended.await(20, TimeUnit.MILLISECONDS)) {
        throw new IOException("Stopped.");
      }
    }
    throw new IOException("Timed out.");
  }

  static String address(String recipient) {
    return "address-of-" + recipient;
  }

  boolean isTrickling() {
    return conduct == Conduct.TRICKLES;
  }

  @Override
  public NotificationChannel open() {
    return new FaultyChannel(fault, this);
  }

  @Override
  public Duration timeLimit() {
    return LIMIT;
  }

  @Override
  public Set<Conduct> conducts() {
    return Set.of(Conduct.values());
  }

  @Override
  public void conduct(Conduct next) {
    contact = new CountDownLatch(1);
    conduct = next;
  }

  @Override
  public void awaitContact() throws InterruptedException {
    contact.await();
  }

  @Override
  public List<Arrival> arrived() {
    return List.copyOf(arrived);
  }

  @Override
  public Optional<String> unknownRecipient() {
    return Optional.of(UNKNOWN);
  }

  @Override
  public Optional<Duration> asksToWait() {
    return Optional.of(Duration.ofSeconds(90));
  }

  @Override
  public Set<String> confidential() {
    return Set.of("address-of-", FaultyChannel.SECRET);
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
