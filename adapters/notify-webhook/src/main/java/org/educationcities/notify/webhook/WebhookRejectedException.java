package org.educationcities.notify.webhook;

import java.util.Objects;

/**
 * A request that must not be believed. Answer it with status 400 or 401 and do nothing else. The
 * message repeats nothing that the sender wrote.
 */
public final class WebhookRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was wrong with it. */
  public enum Reason {
    /** One of the three headers is not there. */
    HEADER_MISSING("A header of the webhook is missing."),
    /** A header is there twice, too long, or not of its form. */
    HEADER_MALFORMED("A header of the webhook is malformed."),
    /** It was sent more than the tolerance ago: a replay, or this machine's clock is ahead. */
    TOO_OLD("The webhook was sent too long ago.\nMaybe this machine's clock is ahead."),
    /** It is dated more than the tolerance ahead of this machine's clock. */
    TOO_NEW("The webhook is dated in the future.\nMaybe this machine's clock is behind."),
    /** None of its signatures was made with one of the secrets over exactly this body. */
    SIGNATURE_WRONG(
        "No signature of the webhook holds.\n"
            + "Maybe the body was parsed and written again before it was verified, or the secret"
            + " is another one.");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final Reason reason;

  WebhookRejectedException(Reason reason) {
    super(reason.text);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** What was wrong with it. */
  public Reason reason() {
    return reason;
  }
}
