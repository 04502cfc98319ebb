package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.educationcities.notify.webhook.VerifiedWebhook;
import org.educationcities.notify.webhook.WebhookRejectedException;
import org.educationcities.notify.webhook.WebhookSecret;
import org.educationcities.notify.webhook.WebhookVerifier;

/**
 * A request to a webhook's receiver: three lines, its headers, then the body. What is believed was
 * signed with the secret, by a computation of the test's own.
 */
final class WebhookRequest implements Target {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final String BODY = "{\"data\":\"" + Canary.NAME + "\"}";

  private final WebhookVerifier verifier =
      WebhookVerifier.of(
          List.of(WebhookSecret.parse("whsec_" + Base64.getEncoder().encodeToString(KEY))),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Override
  public void read(byte[] input) throws GeneralSecurityException {
    List<String> headers = new ArrayList<>();
    int at = 0;
    while (headers.size() < 3) {
      int end = at;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      headers.add(new String(input, at, end - at, StandardCharsets.UTF_8));
      at = Math.min(end + 1, input.length);
    }
    byte[] body = Arrays.copyOfRange(input, at, input.length);
    verify(headers, body);
    parse(headers.get(2));
  }

  private void verify(List<String> headers, byte[] body) throws GeneralSecurityException {
    Map<String, List<String>> request =
        Map.of(
            "Webhook-Id", List.of(headers.get(0)),
            "WEBHOOK-TIMESTAMP", List.of(headers.get(1)),
            "webhook-signature", List.of(headers.get(2)));
    try {
      VerifiedWebhook believed = verifier.verify(request, body);
      assertThat(believed.id()).isEqualTo(headers.get(0));
      assertThat(Duration.between(NOW, believed.sentAt()).abs())
          .isLessThanOrEqualTo(WebhookVerifier.TOLERANCE);
      byte[] right = sign(believed.id(), believed.sentAt().getEpochSecond(), body);
      assertThat(
              Arrays.stream(headers.get(2).split(" "))
                  .filter(each -> each.startsWith("v1,"))
                  .map(each -> Base64.getDecoder().decode(each.substring(3))))
          .anyMatch(each -> Arrays.equals(each, right));
    } catch (WebhookRejectedException declared) {
      Canary.isNotIn(declared);
    }
  }

  /** A secret comes from a configuration; its text is never repeated. */
  private static void parse(String text) {
    try {
      assertThat(WebhookSecret.parse(text).toString()).doesNotContain(text);
    } catch (IllegalArgumentException declared) {
      Canary.isNotIn(declared);
      assertThat(String.valueOf(declared.getMessage()).contains(text) && text.length() > 8)
          .isFalse();
    }
  }

  private static byte[] sign(String id, long seconds, byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.US_ASCII));
    return mac.doFinal(body);
  }

  @Override
  public List<byte[]> seeds() {
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    long seconds = NOW.getEpochSecond();
    try {
      String right = Base64.getEncoder().encodeToString(sign("msg_1", seconds, body));
      return List.of(
          ("msg_1\n" + seconds + "\nv1," + right + "\n" + BODY).getBytes(StandardCharsets.UTF_8),
          ("msg_1\n" + seconds + "\nv1a,x v1," + right + "\n" + BODY)
              .getBytes(StandardCharsets.UTF_8),
          ("a\n1\nwhsec_" + Base64.getEncoder().encodeToString(KEY) + "\n")
              .getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
