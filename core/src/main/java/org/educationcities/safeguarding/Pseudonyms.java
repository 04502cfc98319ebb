package org.educationcities.safeguarding;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;

/**
 * What a provider calls a learner by: its own, so that two providers cannot put together what each
 * knows. HMAC-SHA-256 (RFC 2104) of the learner's id under a key of the provider's, the first 80
 * bits of it. Thread-safe.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 10;

  private final KeySource keys;
  private final Space space;

  /** Pseudonyms by keys of a space. */
  public Pseudonyms(KeySource keys, Space space) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.space = Objects.requireNonNull(space, "space");
  }

  /** The pseudonym of a learner for one provider: the same each time, 20 hexadecimal digits. */
  public String of(LearnerId learner, String provider) {
    return under("provider:" + provider, learner);
  }

  /** The pseudonym of a learner for all planners of the space, and for no provider. */
  public String forPlanners(LearnerId learner) {
    return under("planners", learner);
  }

  private String under(String key, LearnerId learner) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keys.obtain(space, key), ALGORITHM));
      byte[] whole = mac.doFinal(learner.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
    }
  }
}
