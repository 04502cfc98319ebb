package org.educationcities.notify.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.tck.Arrival;
import org.educationcities.tck.Conduct;
import org.educationcities.tck.FarSide;
import org.educationcities.tck.NotificationKit;

/** The channel against a server of sockets, which verifies whatever it takes over. */
class WebhookConformanceTest extends NotificationKit {

  @Override
  protected FarSide farSide() throws IOException {
    return new Receiver();
  }

  @Override
  protected Optional<ChannelFactory> factory() {
    return Optional.of(new WebhookPlugin().channels().get(0));
  }

  @Override
  protected Settings settings() {
    return Settings.of(
        Map.of("url", "https://127.0.0.1:9/?t0k3n", "secret", WithReceiver.SECRET.text()));
  }

  private static final class Receiver implements FarSide {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String NOBODY = "nobody-4711";

    private final WebhookVerifier verifier = WebhookVerifier.of(List.of(WithReceiver.SECRET));
    private final List<Arrival> arrived = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private final int port;
    private volatile Conduct conduct = Conduct.ACCEPTS;
    private volatile CountDownLatch contact = new CountDownLatch(1);
    private ServerSocket listening;

    Receiver() throws IOException {
      listening = listen(0);
      port = listening.getLocalPort();
    }

    private ServerSocket listen(int at) throws IOException {
      ServerSocket made = new ServerSocket();
      made.setReuseAddress(true);
      made.bind(new InetSocketAddress(WithReceiver.LOOPBACK, at), 200);
      inBackground(() -> acceptAll(made));
      return made;
    }

    private static void inBackground(Runnable task) {
      Thread thread = new Thread(task, "receiver");
      thread.setDaemon(true);
      thread.start();
    }

    private void acceptAll(ServerSocket from) {
      try {
        while (true) {
          Socket connection = from.accept();
          connections.add(connection);
          inBackground(() -> serve(connection));
        }
      } catch (IOException e) {
        // Closed: it is unreachable from now on, or the case is over.
        return;
      }
    }

    private void serve(Socket connection) {
      try (connection) {
        Map<String, String> headers = new TreeMap<>();
        byte[] body = read(connection.getInputStream(), headers);
        Conduct now = conduct;
        contact.countDown();
        answer(now, headers, body, connection.getOutputStream());
      } catch (IOException | InterruptedException e) {
        // The channel has gone away, which is its right.
        return;
      } finally {
        connections.remove(connection);
      }
    }

    private static byte[] read(InputStream in, Map<String, String> headers) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException();
        }
        head.append((char) next);
      }
      head.toString()
          .lines()
          .skip(1)
          .filter(line -> !line.isEmpty())
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
              });
      return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private void answer(Conduct now, Map<String, String> headers, byte[] body, OutputStream out)
        throws IOException, InterruptedException {
      switch (now) {
        case ACCEPTS -> accept(headers, body, out);
        case REFUSES -> write(out, "HTTP/1.1 410 Gone\r\nContent-Length: 7\r\n\r\n" + TEXT);
        case POSTPONES ->
            write(out, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 7\r\n\r\n" + TEXT);
        case SILENT -> over.await();
        case TRICKLES -> {
          write(out, "HTTP/1.1 200 OK\r\nX-Some: ");
          while (!over.await(100, TimeUnit.MILLISECONDS)) {
            write(out, "x");
          }
        }
        case BABBLES -> {
          while (over.getCount() > 0) {
            write(out, (TEXT + " ").repeat(1000) + "\r\n");
          }
        }
        // Closes without an answer.
        case BREAKS_OFF, UNREACHABLE -> {}
      }
    }

    private void accept(Map<String, String> headers, byte[] body, OutputStream out)
        throws IOException {
      try {
        String id =
            verifier
                .verify(
                    headers.get("webhook-id"),
                    headers.get("webhook-timestamp"),
                    headers.get("webhook-signature"),
                    body)
                .id();
        String text = new String(body, StandardCharsets.UTF_8);
        String recipient = new ObjectMapper().readTree(text).at("/data/recipient").textValue();
        arrived.add(new Arrival(id, recipient, headers, text));
        write(out, "HTTP/1.1 204 No Content\r\n\r\n");
      } catch (WebhookRejectedException e) {
        write(out, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
      }
    }

    private static void write(OutputStream out, String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    @Override
    public NotificationChannel open() {
      WebhookEndpoint endpoint =
          WebhookEndpoint.of(
                  URI.create("http://127.0.0.1:" + port + "/?t0k3n"), List.of(WithReceiver.SECRET))
              .namingRecipient();
      return WebhookChannel.builder(
              (space, recipient) ->
                  recipient.equals(NOBODY) ? Optional.empty() : Optional.of(endpoint))
          .allowLoopback()
          .totalLimit(LIMIT)
          .build();
    }

    @Override
    public Duration timeLimit() {
      return LIMIT;
    }

    @Override
    public Set<Conduct> conducts() {
      return EnumSet.allOf(Conduct.class);
    }

    @Override
    public synchronized void conduct(Conduct next) {
      contact = new CountDownLatch(1);
      conduct = next;
      try {
        if (next == Conduct.UNREACHABLE) {
          listening.close();
        } else if (listening.isClosed()) {
          listening = listen(port);
        }
      } catch (IOException e) {
        throw new IllegalStateException("The receiver cannot become " + next + ".", e);
      }
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
      return Optional.of(NOBODY);
    }

    @Override
    public Optional<Duration> asksToWait() {
      return Optional.of(Duration.ofSeconds(7));
    }

    @Override
    public Set<String> confidential() {
      return Set.of("t0k3n", WithReceiver.SECRET.text().substring("whsec_".length()));
    }

    @Override
    public synchronized void close() throws IOException {
      over.countDown();
      listening.close();
      for (Socket connection : connections) {
        connection.close();
      }
    }
  }
}
