package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

  /** The example that the libraries of Standard Webhooks are tested with. */
  @Test
  void signsThePublishedExampleAsPublished() {
    byte[] signature =
        WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    assertThat(Base64.getEncoder().encodeToString(signature))
        .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void isReadBackFromItsText() {
    WebhookSecret made = WebhookSecret.generate(new SecureRandom());
    byte[] body = {1, 2, 3};

    assertThat(made.text()).startsWith("whsec_");
    assertThat(WebhookSecret.parse(made.text()).sign("m-1", Instant.EPOCH, body))
        .isEqualTo(made.sign("m-1", Instant.EPOCH, body));
  }

  @Test
  void isAnotherEachTime() {
    SecureRandom random = new SecureRandom();

    assertThat(WebhookSecret.generate(random).text())
        .isNotEqualTo(WebhookSecret.generate(random).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==" // 23 bytes
      })
  void refusesWhatIsNoSecretWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookSecret.parse(text))
        .withMessageContaining("\nMaybe ")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("MfKQ9r8G"));
  }

  @Test
  void takes24To64Bytes() {
    assertThat(WebhookSecret.parse("whsec_" + base64(24))).isNotNull();
    assertThat(WebhookSecret.parse("whsec_" + base64(64))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebhookSecret.parse("whsec_" + base64(65)));
  }

  @Test
  void printsNothingOfItself() {
    assertThat(WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        .hasToString("WebhookSecret[…]");
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
