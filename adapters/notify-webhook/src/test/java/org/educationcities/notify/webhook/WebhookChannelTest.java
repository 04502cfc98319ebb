package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest extends WithReceiver {

  @Test
  void postsASignedEventThatTheReceiverCanVerify() throws Exception {
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }

    Received got = received.get(0);
    assertThat(got.method()).isEqualTo("POST");
    assertThat(got.target()).isEqualTo(URI.create("/hook?token=t0k3n"));
    assertThat(got.header("Content-Type")).startsWith("application/cloudevents+json");
    assertThat(got.header("Host")).isEqualTo("127.0.0.1:" + server.getAddress().getPort());
    assertThat(verifier(SECRET).verify(got.headers(), got.body()))
        .isEqualTo(new VerifiedWebhook("m-1", NOW));
    assertThat(got.text())
        .contains("\"id\":\"m-1\"", "\"placement\":\"p-9\"")
        .doesNotContain("guardian-17");
  }

  @Test
  void sendsNoHeaderBeyondTheseFew() throws Exception {
    try (WebhookChannel channel = channel()) {
      channel.deliver(message("m-1"));
    }

    assertThat(received.get(0).headers().keySet())
        .containsExactlyInAnyOrder(
            "Connection",
            "Content-length",
            "Content-type",
            "Host",
            "User-agent",
            "Webhook-id",
            "Webhook-signature",
            "Webhook-timestamp");
  }

  @Test
  void repeatsWithTheSameIdAndContentAndATimeOfItsOwn() throws Exception {
    try (WebhookChannel channel = channel()) {
      channel.deliver(message("m-1"));
      clock.move(Duration.ofMinutes(10));
      channel.deliver(message("m-1"));
    }

    Received first = received.get(0);
    Received second = received.get(1);
    assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(verifier(SECRET).verify(second.headers(), second.body()).sentAt())
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
  }

  @Test
  void signsWithBothSecretsWhileOneIsReplaced() throws Exception {
    WebhookSecret next = WebhookSecret.generate(new SecureRandom());
    try (WebhookChannel channel = to(WebhookEndpoint.of(url("/"), List.of(next, SECRET))).build()) {
      channel.deliver(message("m-1"));
    }

    Received got = received.get(0);
    assertThat(verifier(SECRET).verify(got.headers(), got.body()).id()).isEqualTo("m-1");
    assertThat(verifier(next).verify(got.headers(), got.body()).id()).isEqualTo("m-1");
  }

  @ParameterizedTest
  @CsvSource({
    "default, m-1, m-1",
    "default, a.1, a%2E1", // the full stop separates what is signed
    "default, a%2E1, a%252E1",
    "default, haifa:m-1, haifa%3Am-1",
    "haifa, m-1, haifa:m-1", // an id is unique within its space alone
    "haifa, a.1, haifa:a%2E1"
  })
  void signsAnIdThatIsTheMessagesAlone(String space, String id, String sent) throws Exception {
    try (WebhookChannel channel = channel()) {
      channel.deliver(message(new Space(space), id));
    }

    Received got = received.get(0);
    assertThat(verifier(SECRET).verify(got.headers(), got.body()).id()).isEqualTo(sent);
    assertThat(got.text()).contains("\"id\":\"" + id + "\"", "spaces/" + space + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a//b", "/a;b=c", "/%20/..%2F?x=%26&y", "/?http://x", "/*"})
  void asksForExactlyThePathAndQueryOfTheUrl(String target) throws Exception {
    try (WebhookChannel channel = to(WebhookEndpoint.of(url(target), List.of(SECRET))).build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }

    assertThat(received.get(0).target()).hasToString(target);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void tellsARefusal(int status) throws Exception {
    answer = exchange -> answer(exchange, status, "No child named Dana here.");
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("http-" + status));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void passesOnTheWaitInSecondsOrAsADate(int status) throws Exception {
    List<String> asked = new ArrayList<>(List.of("90", "Tue, 01 Sep 2026 06:32:00 GMT"));
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", asked.remove(0));
          answer(exchange, status, "");
        };
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1")))
          .isEqualTo(new RetryLater("http-" + status, Duration.ofSeconds(90)));
      assertThat(channel.deliver(message("m-1")))
          .isEqualTo(new RetryLater("http-" + status, Duration.ofMinutes(2)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws Exception {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", url("/elsewhere").toString());
          answer(exchange, status, "");
        };
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("redirect-not-followed"));
    }

    assertThat(received).hasSize(1);
  }

  @Test
  void repeatsNothingByItself() throws Exception {
    answer = exchange -> answer(exchange, 500, "");
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new RetryLater("http-500", null));
    }

    assertThat(received).hasSize(1);
  }

  @Test
  void keepsNoCookie() throws Exception {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Set-Cookie", "session=1");
          answer(exchange, 204, "");
        };
    try (WebhookChannel channel = channel()) {
      channel.deliver(message("m-1"));
      channel.deliver(message("m-2"));
    }

    assertThat(received.get(1).headers()).doesNotContainKey("Cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic realm=\"x\"", "Negotiate", "Digest realm=\"x\", nonce=\"y\""})
  void logsInNowhere(String challenge) throws Exception {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
          answer(exchange, 401, "");
        };
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("http-401"));
      channel.deliver(message("m-2"));
    }

    assertThat(received).hasSize(2);
    assertThat(received.get(1).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void refusesARecipientThatNobodyKnows() throws Exception {
    try (WebhookChannel channel =
        WebhookChannel.builder((space, recipient) -> Optional.empty()).build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Refused("recipient-unknown"));
    }
  }

  @Test
  void asksTheDirectoryForTheRecipientInItsSpaceEachTime() throws Exception {
    List<String> asked = new ArrayList<>();
    try (WebhookChannel channel =
        WebhookChannel.builder(
                (space, recipient) -> {
                  asked.add(space.id() + "/" + recipient);
                  return Optional.of(endpoint());
                })
            .allowLoopback()
            .build()) {
      channel.deliver(message("m-1"));
      channel.deliver(message("m-1"));
    }

    assertThat(asked).containsExactly("default/guardian-17", "default/guardian-17");
  }

  @Test
  void triesAgainWhereTheDirectoryFails() throws Exception {
    try (WebhookChannel channel =
        WebhookChannel.builder(
                (space, recipient) -> {
                  throw new IllegalArgumentException("The database is away.");
                })
            .build()) {
      assertThat(channel.deliver(message("m-1")))
          .isEqualTo(new RetryLater("directory-failed", null));
    }
  }

  @Test
  void refusesAfterCloseAlsoTwice() {
    WebhookChannel channel = channel();
    channel.close();
    channel.close();

    assertThatIllegalStateException().isThrownBy(() -> channel.deliver(message("m-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.proxyHost", "socksProxyHost"})
  void takesNoProxyFromTheEnvironment(String property) throws Exception {
    // Nothing listens there; a client that asks it cannot deliver.
    String port = property.replace("Host", "Port");
    String exceptions = property.startsWith("http") ? "http.nonProxyHosts" : "socksNonProxyHosts";
    System.setProperty(property, "192.0.2.1");
    System.setProperty(port, "9");
    System.setProperty(exceptions, "");
    try (WebhookChannel channel = to(endpoint()).totalLimit(Duration.ofSeconds(5)).build()) {
      DeliveryResult result = channel.deliver(message("m-1"));

      assertThat(result).isEqualTo(new Accepted());
    } finally {
      System.clearProperty(property);
      System.clearProperty(port);
      System.clearProperty(exceptions);
    }
  }
}
