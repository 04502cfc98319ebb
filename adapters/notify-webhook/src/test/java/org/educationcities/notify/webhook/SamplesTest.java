package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.NotificationChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the module's README shows, run and compared. */
class SamplesTest extends WithReceiver {

  /** The sender's side. */
  static final class Sender {
    // README sender: begin
    /** What the host knows of an endpoint: its address, and the secrets that are valid now. */
    record Row(URI url, List<String> secrets) {}

    static NotificationChannel webhooks(Map<String, Row> endpointsByRecipient) {
      WebhookDirectory directory =
          (space, recipient) ->
              Optional.ofNullable(endpointsByRecipient.get(recipient))
                  .map(
                      row ->
                          WebhookEndpoint.of(
                              row.url(),
                              row.secrets().stream().map(WebhookSecret::parse).toList()));
      return WebhookChannel.builder(directory).totalLimit(Duration.ofSeconds(20)).build();
    }
    // README sender: end
  }

  /** The receiver's side: the JDK's own server here, any other alike. */
  static final class Receiver {
    final List<String> done = new ArrayList<>();

    // README receiver: begin
    private final WebhookVerifier verifier =
        WebhookVerifier.of(List.of(WebhookSecret.parse(System.getProperty("webhook.secret"))));
    private final Set<String> seen = new HashSet<>(); // in a database, for as long as senders retry

    void receive(HttpExchange exchange) throws IOException {
      byte[] body = exchange.getRequestBody().readNBytes(300_000);
      int status;
      try {
        VerifiedWebhook webhook = verifier.verify(exchange.getRequestHeaders(), body);
        if (seen.add(webhook.id())) {
          process(body);
        }
        status = 204;
      } catch (WebhookRejectedException e) {
        status = 401;
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }

    // README receiver: end

    private void process(byte[] body) {
      done.add(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static Receiver receiver(WebhookSecret secret) {
    System.setProperty("webhook.secret", secret.text());
    try {
      return new Receiver();
    } finally {
      System.clearProperty("webhook.secret");
    }
  }

  private WebhookChannel toReceiver() {
    return WebhookChannel.builder((space, recipient) -> Optional.of(endpoint()))
        .allowLoopback()
        .build();
  }

  @Test
  void theReceiverDoesEachOnce() throws Exception {
    Receiver receiver = receiver(SECRET);
    server.removeContext("/");
    server.createContext("/", receiver::receive);
    try (WebhookChannel channel = toReceiver()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
      assertThat(channel.deliver(message("m-2"))).isEqualTo(new Accepted());
    }

    assertThat(receiver.done).hasSize(2);
  }

  @Test
  void theReceiverBelievesNoOther() throws Exception {
    Receiver receiver = receiver(WebhookSecret.generate(new java.security.SecureRandom()));
    server.removeContext("/");
    server.createContext("/", receiver::receive);
    try (WebhookChannel channel = toReceiver()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("http-401"));
    }

    assertThat(receiver.done).isEmpty();
  }

  @Test
  void theSenderKnowsItsRecipients() throws Exception {
    Sender.Row row = new Sender.Row(URI.create("https://10.0.0.1/"), List.of(SECRET.text()));
    try (NotificationChannel channel = Sender.webhooks(Map.of("guardian-17", row))) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("address-not-public"));
    }
    try (NotificationChannel channel = Sender.webhooks(Map.of())) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("recipient-unknown"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sender", "receiver"})
  void areWhatTheReadmeShows(String side) throws IOException {
    Path module = Path.of(System.getProperty("project.root"), "adapters", "notify-webhook");
    String source =
        Files.readString(
            module.resolve("src/test/java/org/educationcities/notify/webhook/SamplesTest.java"));
    String begin = "// README " + side + ": begin\n";
    String shown =
        source.substring(
            source.indexOf(begin) + begin.length(),
            source.indexOf("    // README " + side + ": end"));

    assertThat(Files.readString(module.resolve("README.md")))
        .contains("```java\n" + shown.stripTrailing().stripIndent() + "\n```");
  }

  @Test
  void theReadmeNamesEveryReasonThatIsGiven() throws IOException {
    Path module = Path.of(System.getProperty("project.root"), "adapters", "notify-webhook");
    String readme = Files.readString(module.resolve("README.md"));

    assertThat(readme)
        .contains(
            "`recipient-unknown`",
            "`url-not-https`",
            "`address-not-public`",
            "`redirect-not-followed`",
            "`host-unknown`",
            "`connection-failed`",
            "`connection-cut`",
            "`encryption-failed`",
            "`timed-out`",
            "`answer-malformed`",
            "`directory-failed`",
            "`channel-busy`",
            "`channel-failed`",
            "`channel-closed`");
  }
}
