package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.notify.webhook.WebhookRejectedException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
  private static final WebhookSecret SECRET =
      WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final WebhookSecret OTHER = WebhookSecret.generate(new SecureRandom());
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
  private static final String TIMESTAMP = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  private final WebhookVerifier verifier = at(SENT);

  private static WebhookVerifier at(Instant now, WebhookSecret... secrets) {
    return WebhookVerifier.of(
        secrets.length == 0 ? List.of(SECRET) : List.of(secrets), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String signedBy(WebhookSecret secret) {
    return "v1," + Base64.getEncoder().encodeToString(secret.sign(ID, SENT, BODY));
  }

  private static void assertRejected(
      WebhookVerifier verifier,
      @Nullable String id,
      @Nullable String timestamp,
      @Nullable String signatures,
      byte[] body,
      Reason reason) {
    assertThatExceptionOfType(WebhookRejectedException.class)
        .isThrownBy(() -> verifier.verify(id, timestamp, signatures, body))
        .extracting(WebhookRejectedException::reason)
        .isEqualTo(reason);
  }

  @Test
  void believesThePublishedExample() throws WebhookRejectedException {
    assertThat(verifier.verify(ID, TIMESTAMP, SIGNATURE, BODY))
        .isEqualTo(new VerifiedWebhook(ID, SENT));
  }

  @Test
  void findsTheHeadersInWhateverCase() throws WebhookRejectedException {
    Map<@Nullable String, List<String>> headers = new HashMap<>();
    headers.put(null, List.of("POST / HTTP/1.1"));
    headers.put("Webhook-Id", List.of(ID));
    headers.put("WEBHOOK-TIMESTAMP", List.of(TIMESTAMP));
    headers.put("webhook-signature", List.of(SIGNATURE));

    assertThat(verifier.verify(headers, BODY).id()).isEqualTo(ID);
  }

  @Test
  void rejectsAHeaderThatIsThereTwice() {
    Map<String, List<String>> headers =
        Map.of(
            "webhook-id", List.of(ID, "msg_other"),
            "webhook-timestamp", List.of(TIMESTAMP),
            "webhook-signature", List.of(SIGNATURE));

    assertThatExceptionOfType(WebhookRejectedException.class)
        .isThrownBy(() -> verifier.verify(headers, BODY))
        .extracting(WebhookRejectedException::reason)
        .isEqualTo(Reason.HEADER_MALFORMED);
  }

  @Test
  void rejectsWhereAHeaderIsMissing() {
    assertRejected(verifier, null, TIMESTAMP, SIGNATURE, BODY, Reason.HEADER_MISSING);
    assertRejected(verifier, ID, null, SIGNATURE, BODY, Reason.HEADER_MISSING);
    assertRejected(verifier, ID, TIMESTAMP, null, BODY, Reason.HEADER_MISSING);
    assertThatExceptionOfType(WebhookRejectedException.class)
        .isThrownBy(() -> verifier.verify(Map.of(), BODY));
  }

  @Test
  void rejectsAnotherBodyIdOrTime() {
    byte[] changed = BODY.clone();
    changed[3]++;

    assertRejected(verifier, ID, TIMESTAMP, SIGNATURE, changed, Reason.SIGNATURE_WRONG);
    assertRejected(verifier, "msg_other", TIMESTAMP, SIGNATURE, BODY, Reason.SIGNATURE_WRONG);
    assertRejected(verifier, ID, "1614265331", SIGNATURE, BODY, Reason.SIGNATURE_WRONG);
  }

  @Test
  void rejectsASecretThatIsNotShared() {
    assertRejected(verifier, ID, TIMESTAMP, signedBy(OTHER), BODY, Reason.SIGNATURE_WRONG);
  }

  @Test
  void believesEitherSecretWhileItIsReplaced() throws WebhookRejectedException {
    WebhookVerifier both = at(SENT, OTHER, SECRET);

    assertThat(both.verify(ID, TIMESTAMP, SIGNATURE, BODY).id()).isEqualTo(ID);
    assertThat(both.verify(ID, TIMESTAMP, signedBy(OTHER), BODY).id()).isEqualTo(ID);
  }

  @Test
  void believesOneOfSeveralSignatures() throws WebhookRejectedException {
    String several = "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw== " + signedBy(OTHER) + " " + SIGNATURE;

    assertThat(verifier.verify(ID, TIMESTAMP, several, BODY).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({"-300, true", "-301, false", "0, true", "300, true", "301, false"})
  void believesForFiveMinutesEitherWay(long seconds, boolean believed) {
    WebhookVerifier then = at(SENT.plusSeconds(seconds));

    if (believed) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> then.verify(ID, TIMESTAMP, SIGNATURE, BODY)))
          .isNull();
    } else {
      Reason reason = seconds > 0 ? Reason.TOO_OLD : Reason.TOO_NEW;
      assertRejected(then, ID, TIMESTAMP, SIGNATURE, BODY, reason);
    }
  }

  @Test
  void countsPartsOfASecond() {
    WebhookVerifier justOver = at(SENT.plus(WebhookVerifier.TOLERANCE).plus(Duration.ofNanos(1)));

    assertRejected(justOver, ID, TIMESTAMP, SIGNATURE, BODY, Reason.TOO_OLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "+1614265330", "1614265330.0", "1e9", "٣", "9999999999999"})
  void rejectsATimestampThatIsNone(String timestamp) {
    assertRejected(verifier, ID, timestamp, SIGNATURE, BODY, Reason.HEADER_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "with space", "תז", "line\nbreak"})
  void rejectsAnIdThatIsNone(String id) {
    assertRejected(verifier, id, TIMESTAMP, SIGNATURE, BODY, Reason.HEADER_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "v1", ",abc", "v1,???", "g0hM9SsE+OTPJTGt/tmIKtSyZlE="})
  void rejectsASignatureThatIsNone(String signatures) {
    assertRejected(verifier, ID, TIMESTAMP, signatures, BODY, Reason.HEADER_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1,", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE"})
  void rejectsASignatureOfAnotherSchemeOrLength(String signatures) {
    assertRejected(verifier, ID, TIMESTAMP, signatures, BODY, Reason.SIGNATURE_WRONG);
  }

  @Test
  void looksAtNoEndlessHeader() {
    assertRejected(
        verifier, ID, TIMESTAMP, (SIGNATURE + " ").repeat(200), BODY, Reason.HEADER_MALFORMED);
    assertRejected(verifier, "m".repeat(257), TIMESTAMP, SIGNATURE, BODY, Reason.HEADER_MALFORMED);
  }

  @Test
  void repeatsNothingOfWhatWasSent() {
    assertThatExceptionOfType(WebhookRejectedException.class)
        .isThrownBy(() -> verifier.verify("msg_other", TIMESTAMP, SIGNATURE, BODY))
        .satisfies(
            error ->
                assertThat(error.getMessage())
                    .contains("\nMaybe ")
                    .doesNotContain("msg_other", TIMESTAMP, "g0hM"));
  }

  @Test
  void needsASecret() {
    assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.of(List.of()));
  }
}
