package org.educationcities.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that one sender and one receiver share: 24 to 64 bytes, written as {@code whsec_} and their
 * Base64. Immutable and thread-safe; prints nothing of itself.
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final String HMAC = "HmacSHA256";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;
  private static final int GENERATED_BYTES = 32;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  /**
   * A secret from its text.
   *
   * @param text {@code whsec_} and the Base64 of 24 to 64 bytes
   * @throws IllegalArgumentException if it is not of this form; the text is not repeated
   */
  public static WebhookSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw malformed("does not start with " + PREFIX, null);
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw malformed("is not Base64 after its prefix", e);
    }
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw malformed("has " + key.length + " bytes", null);
    }
    return new WebhookSecret(key);
  }

  private static IllegalArgumentException malformed(String how, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "A webhook's secret "
            + how
            + "; it must be whsec_ and the Base64 of 24 to 64 bytes.\n"
            + "Maybe make one by WebhookSecret.generate and give its text to the receiver.",
        cause);
  }

  /** A new secret of 32 random bytes. */
  public static WebhookSecret generate(SecureRandom random) {
    byte[] key = new byte[GENERATED_BYTES];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  /** Its text, to be kept secret: what {@link #parse} reads. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** HMAC-SHA256 over {@code id.timestamp.body}, the timestamp in whole seconds since the epoch. */
  byte[] sign(String id, Instant timestamp, byte[] body) {
    Objects.requireNonNull(body, "body");
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update((id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      // Every Java platform must have this algorithm, and takes keys of any length for it.
      throw new IllegalStateException("This Java platform has no " + HMAC + ".", e);
    }
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "WebhookSecret[…]";
  }
}
