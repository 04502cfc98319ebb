package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;

/** What a vendor gives, and the tools that all cases work with. */
abstract class NotificationBench {
  static final String RECIPIENT = "guardian-17";
  static final String KIND = "collaboration.confirmed";
  static final DeliveryResult ACCEPTED = new DeliveryResult.Accepted();
  static final List<Conduct> FAILURES =
      Stream.of(Conduct.values()).filter(conduct -> conduct != Conduct.ACCEPTS).toList();

  private final List<NotificationChannel> opened = new ArrayList<>();
  private @Nullable FarSide far;
  private @Nullable NotificationChannel channel;

  /** A far side that no other call gave, with nothing arrived yet; the kit closes it. */
  protected abstract FarSide farSide() throws Exception;

  /** The factory of the channel; empty where it is given by hand alone. */
  protected Optional<ChannelFactory> factory() {
    return Optional.empty();
  }

  /** Settings that {@link #factory()} takes; nothing needs to be at the other end. */
  protected Settings settings() {
    return Settings.none();
  }

  /** How long beyond the time limit the kit waits before it says that an attempt never ends. */
  protected Duration patience() {
    return Duration.ofSeconds(20);
  }

  /** Closes what a case has opened. */
  @AfterEach
  void closeAll() throws Exception {
    opened.forEach(NotificationChannel::close);
    opened.clear();
    channel = null;
    FarSide side = far;
    far = null;
    if (side != null) {
      side.close();
    }
  }

  /** The far side of this case. */
  FarSide far() {
    FarSide side = far;
    if (side == null) {
      try {
        side = farSide();
      } catch (Exception e) {
        throw new AssertionError("No far side could be made.", e);
      }
      far = side;
    }
    return side;
  }

  NotificationChannel channel() {
    NotificationChannel own = channel;
    if (own == null) {
      own = another();
      channel = own;
    }
    return own;
  }

  NotificationChannel another() {
    NotificationChannel own = far().open();
    opened.add(own);
    return own;
  }

  /** Skips the case unless the far side can behave so; then it does. */
  void far(Conduct conduct) {
    assumeTrue(
        far().conducts().contains(conduct), () -> conduct + " is nothing that its far side can.");
    far().conduct(conduct);
  }

  /** One case for each of these conducts that the far side can, each with a far side of its own. */
  Stream<DynamicTest> whenFar(List<Conduct> conducts, Consumer<Conduct> check) {
    List<Conduct> able = conducts.stream().filter(far().conducts()::contains).toList();
    return able.stream()
        .map(
            conduct ->
                DynamicTest.dynamicTest(
                    conduct.name(),
                    () -> {
                      closeAll();
                      far(conduct);
                      check.accept(conduct);
                    }));
  }

  static Message message(String id) {
    return message(id, Map.of("opportunity", "opp-7", "version", "1"));
  }

  static Message message(String id, Map<String, String> parameters) {
    return new Message(
        id, Space.DEFAULT, RECIPIENT, KIND, Locale.ENGLISH, Instant.EPOCH, parameters);
  }

  static Message to(String recipient, Message message) {
    return new Message(
        message.id(),
        message.space(),
        recipient,
        message.kind(),
        message.locale(),
        message.occurredAt(),
        message.parameters());
  }

  /**
   * How an attempt ended.
   *
   * @param interrupted whether its thread was interrupted when it had ended
   */
  record Outcome(@Nullable DeliveryResult result, @Nullable Throwable thrown, boolean interrupted) {

    DeliveryResult answer() {
      assertThat(thrown).as("thrown by deliver").isNull();
      if (result == null) {
        throw new AssertionError("deliver returned null.");
      }
      return result;
    }

    /** A code that names the answer without a reason. */
    String kind() {
      return answer().getClass().getSimpleName();
    }
  }

  /** An attempt under way in a thread of its own. */
  static final class Attempt {
    private final Thread thread;
    private volatile @Nullable Outcome outcome;

    Attempt(NotificationChannel channel, Message message, boolean interrupted) {
      thread =
          new Thread(
              () -> {
                if (interrupted) {
                  Thread.currentThread().interrupt();
                }
                outcome = tried(channel, message);
              },
              "attempt");
      thread.setDaemon(true);
      thread.start();
    }

    private static Outcome tried(NotificationChannel channel, Message message) {
      try {
        DeliveryResult result = channel.deliver(message);
        return new Outcome(result, null, Thread.currentThread().isInterrupted());
      } catch (Throwable thrown) {
        return new Outcome(null, thrown, Thread.currentThread().isInterrupted());
      }
    }

    void interrupt() {
      thread.interrupt();
    }

    Outcome end(Duration limit) throws InterruptedException {
      thread.join(limit.toMillis());
      Outcome own = outcome;
      if (own == null) {
        throw new AssertionError("The attempt has not ended within " + limit + ".");
      }
      return own;
    }
  }

  /** The longest that the kit waits for one attempt. */
  Duration bound() {
    return far().timeLimit().plus(patience());
  }

  Attempt start(Message message) {
    return new Attempt(channel(), message, false);
  }

  Outcome attempt(NotificationChannel through, Message message) {
    try {
      return new Attempt(through, message, false).end(bound());
    } catch (InterruptedException e) {
      throw new AssertionError("The kit itself was interrupted.", e);
    }
  }

  DeliveryResult deliver(Message message) {
    return attempt(channel(), message).answer();
  }

  /** Waits until an attempt has reached the far side; fails if none does, as when all timed out. */
  void awaitContact() throws InterruptedException {
    FarSide side = far();
    Thread waiting =
        new Thread(
            () -> {
              try {
                side.awaitContact();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "await-contact");
    waiting.setDaemon(true);
    waiting.start();
    waiting.join(bound().toMillis());
    if (waiting.isAlive()) {
      waiting.interrupt();
      throw new AssertionError("No attempt has reached the far side within " + bound() + ".");
    }
  }

  /** The far side's last arrival, after a delivery that must have been accepted. */
  Arrival arrival(Message message) {
    int before = far().arrived().size();
    assertThat(deliver(message)).isEqualTo(ACCEPTED);
    List<Arrival> arrived = far().arrived();
    assertThat(arrived.size()).as("arrivals of one message").isLessThanOrEqualTo(before + 1);
    return arrived.get(arrived.size() - 1);
  }
}
