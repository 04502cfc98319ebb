package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupts, closing and waiting for one's turn, with an answer that the test holds back. */
class EndingTest extends WithReceiver {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);

  private void holdBack() {
    answer =
        exchange -> {
          arrived.countDown();
          await(mayAnswer);
          answer(exchange, 204, "");
        };
  }

  @AfterEach
  void letGo() {
    mayAnswer.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<DeliveryResult> inBackground(WebhookChannel channel, String id) {
    CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(channel.deliver(message(id)));
              } catch (InterruptedException | RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  @Test
  void endsByAnInterruptWhileTheReceiverIsSilent() throws Exception {
    holdBack();
    try (WebhookChannel channel = channel()) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicBoolean interruptedAfter = new AtomicBoolean();
      Thread delivering =
          new Thread(
              () -> {
                thrown.set(catchThrowable(() -> channel.deliver(message("m-1"))));
                interruptedAfter.set(Thread.currentThread().isInterrupted());
              });
      delivering.start();
      arrived.await();

      delivering.interrupt();
      delivering.join();

      assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
      assertThat(interruptedAfter).isFalse();
    }
  }

  @Test
  void deliversNothingInAThreadThatWasInterruptedBefore() {
    try (WebhookChannel channel = channel()) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> channel.deliver(message("m-1")));
    } finally {
      Thread.interrupted();
    }

    assertThat(received).isEmpty();
  }

  @Test
  void interruptsADirectoryThatDoesNotReturn() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (WebhookChannel channel =
        WebhookChannel.builder(
                (space, recipient) -> {
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return Optional.empty();
                })
            .totalLimit(Duration.ofMillis(100))
            .build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new RetryLater("timed-out", null));
      interrupted.await();
    }
  }

  @Test
  void doesNotWaitForANameServerThatDoesNotReturn() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (WebhookChannel channel =
        to(endpoint())
            .resolver(
                host -> {
                  // Deaf to interrupts, as the platform's own is.
                  while (never.getCount() > 0) {
                    try {
                      never.await();
                    } catch (InterruptedException e) {
                      // Goes on waiting.
                    }
                  }
                  return new java.net.InetAddress[] {LOOPBACK};
                })
            .totalLimit(Duration.ofMillis(100))
            .build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new RetryLater("timed-out", null));
    } finally {
      never.countDown();
    }

    assertThat(received).isEmpty();
  }

  @Test
  void endsWhatIsUnderWayWhenClosed() throws Exception {
    holdBack();
    WebhookChannel channel = channel();
    CompletableFuture<DeliveryResult> result = inBackground(channel, "m-1");
    arrived.await();

    channel.close();

    assertThat(result.get()).isEqualTo(new RetryLater("channel-closed", null));
  }

  @Test
  void letsNoMoreBeUnderWayThanAllowed() throws Exception {
    holdBack();
    try (WebhookChannel channel =
        to(endpoint()).atOnce(1).totalLimit(Duration.ofSeconds(2)).build()) {
      CompletableFuture<DeliveryResult> first = inBackground(channel, "m-1");
      arrived.await();

      // Whichever ends first, the second never reaches the receiver while the first is there.
      DeliveryResult second = channel.deliver(message("m-2"));
      assertThat(second)
          .isIn(new RetryLater("channel-busy", null), new RetryLater("timed-out", null));
      assertThat(first.get()).isEqualTo(new RetryLater("timed-out", null));
    }
  }

  @Test
  void deliversTheNextOnceItsTurnHasCome() throws Exception {
    holdBack();
    try (WebhookChannel channel = to(endpoint()).atOnce(1).build()) {
      CompletableFuture<DeliveryResult> first = inBackground(channel, "m-1");
      arrived.await();
      CompletableFuture<DeliveryResult> second = inBackground(channel, "m-2");
      mayAnswer.countDown();

      assertThat(first.get()).isEqualTo(new Accepted());
      assertThat(second.get()).isEqualTo(new Accepted());
    }
  }

  @Test
  void givesBackItsTurnHoweverAnAttemptEnds() throws Exception {
    AtomicReference<RuntimeException> failure = new AtomicReference<>(new IllegalStateException());
    try (WebhookChannel channel =
        to(endpoint())
            .atOnce(1)
            .sockets(
                () -> {
                  RuntimeException thrown = failure.get();
                  if (thrown != null) {
                    throw thrown;
                  }
                  return Exchange.DIRECT.open();
                })
            .build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new RetryLater("channel-failed", null));
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new RetryLater("channel-failed", null));
      failure.set(null);
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT10M0.001S"})
  void refusesALimitThatIsNone(Duration limit) {
    WebhookChannel.Builder builder = WebhookChannel.builder((space, who) -> Optional.empty());

    assertThatIllegalArgumentException().isThrownBy(() -> builder.connectLimit(limit));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.readLimit(limit));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.totalLimit(limit));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void refusesANumberAtOnceThatIsNone(int attempts) {
    WebhookChannel.Builder builder = WebhookChannel.builder((space, who) -> Optional.empty());

    assertThatIllegalArgumentException().isThrownBy(() -> builder.atOnce(attempts));
  }
}
