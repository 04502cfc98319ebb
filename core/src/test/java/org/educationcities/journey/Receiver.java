package org.educationcities.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server that messages go out to; busy now and then, and remembering every id. */
final class Receiver implements AutoCloseable {
  private static final int BUSY_ONE_IN = 50;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final SplittableRandom chance = new SplittableRandom(3);
  private final Map<String, Set<String>> idsOf = new LinkedHashMap<>();
  private long received;
  private long repeated;
  private long busy;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int blank = body.indexOf(' ');
      exchange.sendResponseHeaders(
          record(body.substring(0, blank), body.substring(blank + 1)) ? 204 : 503, -1);
    }
  }

  private synchronized boolean record(String id, String what) {
    if (chance.nextInt(BUSY_ONE_IN) == 0) {
      busy++;
      return false;
    }
    received++;
    Set<String> ids = idsOf.computeIfAbsent(what, each -> new HashSet<>());
    if (!ids.add(id)) {
      repeated++;
    }
    notifyAll();
    return true;
  }

  /** Whether so many were received; looks again after a moment, or when more arrive. */
  @SuppressWarnings("WaitNotInLoop") // its caller loops, and looks at the processes between
  synchronized boolean awaitReceived(long number, long millis) throws InterruptedException {
    if (received < number) {
      wait(millis);
    }
    return received >= number;
  }

  /** What arrived, in the order in which it first did, each with the ids it came under. */
  synchronized Map<String, Set<String>> idsOf() {
    return new LinkedHashMap<>(idsOf);
  }

  synchronized long received() {
    return received;
  }

  synchronized long repeated() {
    return repeated;
  }

  synchronized long busy() {
    return busy;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
