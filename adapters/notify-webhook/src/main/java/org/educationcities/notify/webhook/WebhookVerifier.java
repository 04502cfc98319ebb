package org.educationcities.notify.webhook;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.educationcities.notify.webhook.WebhookRejectedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Tells a receiver whether a request was really made by who shares its secret, over exactly this
 * body, and lately. It takes the webhooks of any sender that follows <a
 * href="https://www.standardwebhooks.com">Standard Webhooks</a> with symmetric signatures ({@code
 * v1}). Needs the JDK alone. Immutable and thread-safe.
 *
 * <p>The body must be the bytes as they came, not parsed and written again. The same webhook may
 * come more than once: remember {@link VerifiedWebhook#id()} for as long as its sender retries.
 */
public final class WebhookVerifier {
  /** How far the time of sending may be from this machine's clock, either way. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
  // Ten digits reach to the year 2286, twelve beyond anything a clock shows.
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final String SYMMETRIC = "v1,";
  private static final int MAX_SIGNATURES_LENGTH = 8192;

  private final List<WebhookSecret> secrets;
  private final Clock clock;

  private WebhookVerifier(List<WebhookSecret> secrets, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.clock = Objects.requireNonNull(clock, "clock");
    if (this.secrets.isEmpty()) {
      throw new IllegalArgumentException("A verifier needs at least one secret.");
    }
  }

  /**
   * A verifier by this machine's clock.
   *
   * @param secrets at least one; while a secret is being replaced, the old and the new
   * @throws IllegalArgumentException if there is none
   */
  public static WebhookVerifier of(List<WebhookSecret> secrets) {
    return new WebhookVerifier(secrets, Clock.systemUTC());
  }

  /**
   * A verifier by a clock of the caller's.
   *
   * @param secrets at least one; while a secret is being replaced, the old and the new
   * @throws IllegalArgumentException if there is none
   */
  public static WebhookVerifier of(List<WebhookSecret> secrets, Clock clock) {
    return new WebhookVerifier(secrets, clock);
  }

  /**
   * Checks a request by all its headers, whose names are compared without regard to case.
   *
   * @param headers each name with its values, as most servers offer them
   * @param body the bytes as they came
   * @return its id and the time of sending
   * @throws WebhookRejectedException if it must not be believed
   */
  public VerifiedWebhook verify(Map<String, ? extends List<String>> headers, byte[] body)
      throws WebhookRejectedException {
    return verify(
        only(headers, "webhook-id"),
        only(headers, "webhook-timestamp"),
        only(headers, "webhook-signature"),
        body);
  }

  /**
   * Checks a request by its three headers.
   *
   * @param id the value of {@code webhook-id}, or null if there is none
   * @param timestamp the value of {@code webhook-timestamp}, or null if there is none
   * @param signatures the value of {@code webhook-signature}, or null if there is none
   * @param body the bytes as they came
   * @return its id and the time of sending
   * @throws WebhookRejectedException if it must not be believed
   */
  public VerifiedWebhook verify(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body)
      throws WebhookRejectedException {
    Objects.requireNonNull(body, "body");
    if (id == null || timestamp == null || signatures == null) {
      throw new WebhookRejectedException(Reason.HEADER_MISSING);
    }
    if (!ID.matcher(id).matches()
        || !TIMESTAMP.matcher(timestamp).matches()
        || signatures.length() > MAX_SIGNATURES_LENGTH) {
      throw new WebhookRejectedException(Reason.HEADER_MALFORMED);
    }
    Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    List<byte[]> given = symmetric(signatures);
    checkLately(sentAt);
    if (!isSignedByOne(given, id, sentAt, body)) {
      throw new WebhookRejectedException(Reason.SIGNATURE_WRONG);
    }
    return new VerifiedWebhook(id, sentAt);
  }

  private static @Nullable String only(Map<String, ? extends List<String>> headers, String name)
      throws WebhookRejectedException {
    String found = null;
    for (Map.Entry<String, ? extends List<String>> header : headers.entrySet()) {
      // Some servers and clients keep the status line under a name that is null.
      if (header.getKey() == null || !header.getKey().equalsIgnoreCase(name)) {
        continue;
      }
      for (String value : header.getValue()) {
        if (found != null) {
          throw new WebhookRejectedException(Reason.HEADER_MALFORMED);
        }
        found = value;
      }
    }
    return found;
  }

  /** The signatures of the one scheme we know; those of others are passed over. */
  private static List<byte[]> symmetric(String signatures) throws WebhookRejectedException {
    List<byte[]> symmetric = new ArrayList<>();
    for (String each : SPACES.split(signatures, -1)) {
      if (each.indexOf(',') < 1) {
        throw new WebhookRejectedException(Reason.HEADER_MALFORMED);
      }
      if (!each.startsWith(SYMMETRIC)) {
        continue;
      }
      try {
        symmetric.add(Base64.getDecoder().decode(each.substring(SYMMETRIC.length())));
      } catch (IllegalArgumentException e) {
        throw new WebhookRejectedException(Reason.HEADER_MALFORMED);
      }
    }
    return symmetric;
  }

  private void checkLately(Instant sentAt) throws WebhookRejectedException {
    Duration age = Duration.between(sentAt, clock.instant());
    if (age.compareTo(TOLERANCE) > 0) {
      throw new WebhookRejectedException(Reason.TOO_OLD);
    }
    if (age.compareTo(TOLERANCE.negated()) < 0) {
      throw new WebhookRejectedException(Reason.TOO_NEW);
    }
  }

  private boolean isSignedByOne(List<byte[]> given, String id, Instant sentAt, byte[] body) {
    boolean holds = false;
    for (WebhookSecret secret : secrets) {
      byte[] right = secret.sign(id, sentAt, body);
      for (byte[] each : given) {
        // No early end, and a comparison in constant time: how long it takes tells nothing.
        holds |= MessageDigest.isEqual(right, each);
      }
    }
    return holds;
  }
}
