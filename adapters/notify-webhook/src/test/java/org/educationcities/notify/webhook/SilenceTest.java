package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.educationcities.spi.notification.DeliveryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NOT-22: what is logged, at the finest level and by anybody, holds ids and codes only. */
class SilenceTest extends WithReceiver {
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          // The test's own server logs the requests it gets.
          if (!String.valueOf(record.getLoggerName()).startsWith("com.sun.net.httpserver")) {
            logged.add(record.getLoggerName() + ": " + record.getMessage());
            if (record.getThrown() != null) {
              logged.add(record.getThrown().toString());
            }
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(handler);
    root.setLevel(before);
  }

  private DeliveryResult deliver(WebhookChannel channel) throws InterruptedException {
    try (channel) {
      return channel.deliver(message("m-1"));
    }
  }

  private WebhookChannel to(String url) {
    return to(WebhookEndpoint.of(URI.create(url), List.of(SECRET)))
        .readLimit(Duration.ofMillis(500))
        .build();
  }

  @Test
  void logsIdsAndCodesOnlyHoweverItGoes() throws Exception {
    answer = exchange -> answer(exchange, 500, "Dana");
    List<DeliveryResult> results = new ArrayList<>();

    results.add(deliver(channel()));
    results.add(deliver(to("https://localhost:" + server.getAddress().getPort() + "/?t0k3n")));
    results.add(deliver(to("https://10.0.0.1/?t0k3n")));
    results.add(deliver(to("https://no-such-host.invalid/?t0k3n")));
    results.add(deliver(to("http://localhost:1/?t0k3n")));
    results.add(
        deliver(
            WebhookChannel.builder(
                    (space, recipient) -> {
                      throw new IllegalStateException(recipient + " of " + endpoint().url());
                    })
                .build()));
    results.add(deliver(WebhookChannel.builder((space, who) -> Optional.empty()).build()));

    assertThat(results).hasSize(7);
    assertThat(logged).isNotEmpty().anyMatch(each -> each.contains("m-1"));
    assertThat(String.join("\n", logged) + results)
        .doesNotContain("t0k3n", "guardian-17", "p-9", "Dana", "no-such-host", "10.0.0.1")
        .doesNotContain(SECRET.text(), SECRET.text().substring("whsec_".length()), "v1,");
  }
}
