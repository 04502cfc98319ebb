package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever gives up on a server hangs up on it too, and keeps no thread waiting for it. */
@Timeout(120)
class EndingTest {
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private TestServer silent() throws Exception {
    return new TestServer(
        socket -> {
          called.countDown();
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
          hungUp.countDown();
        });
  }

  private static NotificationChannel channel(TestServer server, Duration limit) {
    return new MailPlugin((space, recipient) -> Optional.of(Mailbox.of("kim@reader.example")))
        .channels()
        .get(0)
        .open(MailFarSide.settings(server.port(), limit));
  }

  @Test
  void aTimeOutHangsUp() throws Exception {
    try (TestServer server = silent();
        NotificationChannel channel = channel(server, Duration.ofMillis(300))) {
      assertThat(channel.deliver(AnswersTest.MESSAGE)).isEqualTo(new RetryLater("timed-out", null));
      // The name of the server may have taken all the time there was.
      if (called.getCount() == 0) {
        hungUp.await();
      }
    }
  }

  @Test
  void anInterruptHangsUp() throws Exception {
    try (TestServer server = silent();
        NotificationChannel channel = channel(server, Duration.ofMinutes(5))) {
      CountDownLatch ended = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                try {
                  channel.deliver(AnswersTest.MESSAGE);
                } catch (InterruptedException e) {
                  ended.countDown();
                }
              });
      thread.start();
      called.await();
      thread.interrupt();
      ended.await();
      hungUp.await();
    }
  }

  @Test
  void closingHangsUp() throws Exception {
    try (TestServer server = silent()) {
      NotificationChannel channel = channel(server, Duration.ofMinutes(5));
      CountDownLatch ended = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                try {
                  if (channel.deliver(AnswersTest.MESSAGE).equals(new RetryLater("closed", null))) {
                    ended.countDown();
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.start();
      called.await();
      channel.close();
      ended.await();
      hungUp.await();
    }
  }
}
