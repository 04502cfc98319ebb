package org.educationcities.notify.webhook;

import java.time.Instant;
import java.util.Objects;

/**
 * What a receiver may rely on once the signature held; the body is what was signed with it.
 *
 * @param id the same on every attempt: whoever remembers it drops repeats
 * @param sentAt when this attempt was made, in whole seconds
 */
public record VerifiedWebhook(String id, Instant sentAt) {

  /** A webhook whose signature held. */
  public VerifiedWebhook {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sentAt, "sentAt");
  }
}
