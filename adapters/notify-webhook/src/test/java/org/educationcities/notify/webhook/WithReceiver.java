package org.educationcities.notify.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Tests with a real server on loopback that keeps what it got and answers as it is told. */
@Timeout(60)
abstract class WithReceiver {
  static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  static final WebhookSecret SECRET = WebhookSecret.generate(new SecureRandom());
  static final Instant NOW = Instant.parse("2026-09-01T06:30:00Z");

  /** What came with one request. */
  record Received(String method, URI target, Headers headers, String text) {
    byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    String header(String name) {
      return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }
  }

  /** A clock that a test moves. */
  static final class MovableClock extends Clock {
    private volatile Instant now = NOW;

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("Nobody here asks for a zone.");
    }
  }

  final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  final MovableClock clock = new MovableClock();
  HttpServer server;

  /** Answers once the request is kept. */
  volatile HttpHandler answer = exchange -> answer(exchange, 204, "");

  @BeforeEach
  void startReceiver() throws IOException {
    server = newServer();
    server.createContext(
        "/",
        exchange -> {
          Headers headers = new Headers();
          headers.putAll(exchange.getRequestHeaders());
          received.add(
              new Received(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  headers,
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          answer.handle(exchange);
        });
    server.start();
  }

  HttpServer newServer() throws IOException {
    return HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
  }

  @AfterEach
  void stopReceiver() {
    server.stop(0);
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  URI url(String target) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
  }

  WebhookEndpoint endpoint() {
    return WebhookEndpoint.of(url("/hook?token=t0k3n"), List.of(SECRET));
  }

  /** A channel to the receiver for everybody. */
  WebhookChannel channel() {
    return to(endpoint()).build();
  }

  WebhookChannel.Builder to(WebhookEndpoint endpoint) {
    return WebhookChannel.builder((space, recipient) -> Optional.of(endpoint))
        .clock(clock)
        .allowLoopback();
  }

  WebhookVerifier verifier(WebhookSecret... secrets) {
    return WebhookVerifier.of(List.of(secrets), clock);
  }

  static Message message(String id) {
    return message(Space.DEFAULT, id);
  }

  static Message message(Space space, String id) {
    return new Message(
        id,
        space,
        "guardian-17",
        "placement.proposed",
        Locale.forLanguageTag("he"),
        NOW.minusSeconds(60),
        Map.of("placement", "p-9"));
  }
}
