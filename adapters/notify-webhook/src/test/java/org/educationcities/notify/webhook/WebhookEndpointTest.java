package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEndpointTest {
  private static final WebhookSecret SECRET = WebhookSecret.generate(new SecureRandom());

  private static WebhookEndpoint to(String url) {
    return WebhookEndpoint.of(URI.create(url), List.of(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hook?token=s3cr3t",
        "mailto:token-s3cr3t@example.org",
        "ftp://example.org/s3cr3t",
        "https:///s3cr3t",
        "https://127.1/s3cr3t",
        "https://0x7f.1/s3cr3t",
        "https://user:s3cr3t@example.org/",
        "https://s3cr3t@example.org/",
        "https://under_score.example.org/?s3cr3t",
        "https://example.org:0/?s3cr3t",
        "https://example.org:65536/?s3cr3t",
        "https://example.org/#s3cr3t"
      })
  void refusesWhatCannotBePostedToWithoutRepeatingIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> to(url))
        .withMessageContaining("\nMaybe ")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("s3cr3t", "example"));
  }

  @Test
  void refusesAnEndlessAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> to("https://example.org/" + "a".repeat(2000)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, example.org, 443, /",
    "HTTPS://example.org/, example.org, 443, /",
    "https://example.org?a=b, example.org, 443, /?a=b",
    "https://example.org:8443/in/box?a=%20b, example.org, 8443, /in/box?a=%20b",
    "https://[2606:4700::1]:444/x, 2606:4700::1, 444, /x",
    "http://127.0.0.1/x, 127.0.0.1, 80, /x"
  })
  void knowsWhereToConnectAndWhatToAskFor(String url, String host, int port, String target) {
    WebhookEndpoint endpoint = to(url);

    assertThat(endpoint.host()).isEqualTo(host);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint.target()).isEqualTo(target);
  }

  @Test
  void writesAnInternationalPathInAscii() {
    assertThat(to("https://example.org/עיר").target()).isEqualTo("/%D7%A2%D7%99%D7%A8");
  }

  @Test
  void hasOneToEightSecrets() {
    URI url = URI.create("https://example.org/");

    assertThat(WebhookEndpoint.of(url, Collections.nCopies(8, SECRET)).secrets()).hasSize(8);
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookEndpoint.of(url, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookEndpoint.of(url, Collections.nCopies(9, SECRET)));
  }

  @Test
  void printsNothingOfItself() {
    assertThat(to("https://example.org/?token=1")).hasToString("WebhookEndpoint[…]");
  }
}
