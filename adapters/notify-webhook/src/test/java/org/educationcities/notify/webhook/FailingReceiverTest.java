package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that is slow, endless, broken off or no HTTP server at all. */
@Timeout(60)
class FailingReceiverTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(5);

  /** What the receiver does with a connection, once the request has come. */
  private interface Behaviour {
    void answer(Socket connection) throws Exception;
  }

  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch brokenOff = new CountDownLatch(1);
  private final CountDownLatch testOver = new CountDownLatch(1);
  private ServerSocket listening;
  private volatile String requestLine = "";
  private volatile Behaviour behaviour = connection -> {};

  @BeforeEach
  void listen() throws IOException {
    listening = new ServerSocket();
    listening.bind(new InetSocketAddress(WithReceiver.LOOPBACK, 0));
    Thread receiver = new Thread(this::serve, "receiver");
    receiver.setDaemon(true);
    receiver.start();
  }

  @AfterEach
  void stopListening() throws IOException {
    testOver.countDown();
    listening.close();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket connection = listening.accept()) {
        connections.incrementAndGet();
        readRequest(connection.getInputStream());
        behaviour.answer(connection);
      } catch (Exception e) {
        // The channel broke the connection off, or the test is over.
        brokenOff.countDown();
      }
    }
  }

  private void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.append((char) next);
    }
    requestLine = head.substring(0, head.indexOf("\r\n"));
    String text = head.toString().toLowerCase(Locale.ROOT);
    int length = text.indexOf("content-length: ") + "content-length: ".length();
    in.readNBytes(Integer.parseInt(text.substring(length, text.indexOf('\r', length))));
  }

  private static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
  }

  private WebhookChannel channel(Duration read, Duration total) {
    return channel("/", read, total);
  }

  private WebhookChannel channel(String target, Duration read, Duration total) {
    WebhookEndpoint endpoint =
        WebhookEndpoint.of(
            URI.create("http://127.0.0.1:" + listening.getLocalPort() + target),
            List.of(WithReceiver.SECRET));
    return WebhookChannel.builder((space, recipient) -> Optional.of(endpoint))
        .allowLoopback()
        .readLimit(read)
        .totalLimit(total)
        .build();
  }

  private DeliveryResult deliver(Duration read, Duration total) throws InterruptedException {
    try (WebhookChannel channel = channel(read, total)) {
      return channel.deliver(WithReceiver.message("m-1"));
    }
  }

  /** The HTTP library would take it for one; the JDK's server does, so this test has its own. */
  @Test
  void asksForAPathThatLooksLikeAHostAsItIs() throws Exception {
    behaviour = connection -> write(connection, "HTTP/1.1 204 No Content\r\n\r\n");

    try (WebhookChannel channel = channel("//evil.example/x", LONG, LONG)) {
      assertThat(channel.deliver(WithReceiver.message("m-1"))).isEqualTo(new Accepted());
    }
    assertThat(requestLine).isEqualTo("POST //evil.example/x HTTP/1.1");
  }

  @Test
  void givesUpOnSilenceByTheReadLimit() throws Exception {
    behaviour = connection -> testOver.await();

    assertThat(deliver(SHORT, LONG)).isEqualTo(new RetryLater("timed-out", null));
  }

  @Test
  void givesUpOnSilenceByTheTotalLimit() throws Exception {
    behaviour = connection -> testOver.await();

    assertThat(deliver(LONG, SHORT)).isEqualTo(new RetryLater("timed-out", null));
  }

  /** Each piece comes in time, but there is no end of them. */
  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 100 Continue\r\n\r\n"})
  void givesUpOnADrippingHeadByTheTotalLimit(String start) throws Exception {
    behaviour =
        connection -> {
          write(connection, start);
          while (!testOver.await(10, TimeUnit.MILLISECONDS)) {
            write(connection, start.endsWith(": ") ? "x" : start);
          }
        };

    assertThat(deliver(LONG, SHORT)).isEqualTo(new RetryLater("timed-out", null));
    assertThat(brokenOff.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takesTheHeadForTheAnswerHoweverTheBodyDrips() throws Exception {
    behaviour =
        connection -> {
          write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
          testOver.await();
        };

    assertThat(deliver(LONG, LONG)).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 9999999999999", "Transfer-Encoding: chunked", "X: y"})
  void breaksOffAnEndlessBody(String framing) throws Exception {
    behaviour =
        connection -> {
          write(connection, "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
          OutputStream out = connection.getOutputStream();
          byte[] piece =
              ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
          while (testOver.getCount() > 0) {
            out.write(piece);
          }
        };

    try (WebhookChannel channel = channel(LONG, LONG)) {
      assertThat(channel.deliver(WithReceiver.message("m-1"))).isEqualTo(new Accepted());
      // By the channel itself, which is still open and far from its limits.
      assertThat(brokenOff.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void readsAUsualBodyToItsEndSoThatTheReceiverCanWriteIt() throws Exception {
    CountDownLatch writtenWhole = new CountDownLatch(1);
    behaviour =
        connection -> {
          String half = "x".repeat(30_000);
          write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n" + half);
          connection.setSoTimeout(300);
          try {
            connection.getInputStream().read();
            // The channel has gone in the middle.
            return;
          } catch (SocketTimeoutException e) {
            write(connection, half);
          }
          connection.setSoTimeout(0);
          if (connection.getInputStream().read() < 0) {
            writtenWhole.countDown();
          }
        };

    try (WebhookChannel channel = channel(LONG, LONG)) {
      assertThat(channel.deliver(WithReceiver.message("m-1"))).isEqualTo(new Accepted());
      assertThat(writtenWhole.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void readsNoEndlessHead() throws Exception {
    behaviour =
        connection -> {
          write(connection, "HTTP/1.1 200 OK\r\n");
          while (testOver.getCount() > 0) {
            write(connection, "X-Some: thing\r\n");
          }
        };

    assertThat(deliver(LONG, LONG)).isEqualTo(new RetryLater("answer-malformed", null));
  }

  @Test
  void readsNoEndlessLine() throws Exception {
    behaviour =
        connection -> {
          write(connection, "HTTP/1.1 200 OK\r\nX: ");
          while (testOver.getCount() > 0) {
            write(connection, "x".repeat(1000));
          }
        };

    assertThat(deliver(LONG, LONG)).isEqualTo(new RetryLater("answer-malformed", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "\u0016\u0003\u0001\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n"
      })
  void triesAgainAfterWhatIsNoHttp(String text) throws Exception {
    behaviour = connection -> write(connection, text);

    assertThat(deliver(LONG, LONG)).isInstanceOf(RetryLater.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nX-Some: th"})
  void triesAgainAfterACutConnection(String start) throws Exception {
    behaviour = connection -> write(connection, start);

    assertThat(deliver(LONG, LONG)).isInstanceOf(RetryLater.class);
    assertThat(connections).hasValue(1);
  }

  @Test
  void triesAgainAfterAReset() throws Exception {
    behaviour = connection -> connection.setSoLinger(true, 0);

    assertThat(deliver(LONG, LONG)).isEqualTo(new RetryLater("connection-cut", null));
    assertThat(connections).hasValue(1);
  }

  @Test
  void triesAgainWhereNobodyListens() throws Exception {
    listening.close();

    assertThat(deliver(LONG, LONG)).isEqualTo(new RetryLater("connection-failed", null));
  }
}
