package org.educationcities.spi.notification;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at delivery went.
 *
 * <ul>
 *   <li><b>NOT-10</b> A channel answers with one of these, never null; it throws only {@link
 *       IllegalStateException} after {@code close}, and {@link InterruptedException} when
 *       interrupted. Whatever else escapes it counts as {@link RetryLater}.
 *   <li><b>NOT-11</b> {@link Accepted} only when the next hop has taken the message over: not when
 *       it fell silent, broke off or answered what cannot be understood.
 *   <li><b>NOT-12</b> {@link RetryLater} when another attempt may succeed, as when the other side
 *       is out of reach, silent, or breaks off; a wait that it asked for is passed on, and none is
 *       invented.
 *   <li><b>NOT-13</b> {@link Refused} when no later attempt can succeed, as when the recipient is
 *       unknown.
 *   <li><b>NOT-14</b> A reason is a code of lower-case words joined by hyphens, such as {@code
 *       mailbox-unknown}: never an address, never the other side's text.
 * </ul>
 */
public sealed interface DeliveryResult {

  /** The next hop has taken the message over. */
  record Accepted() implements DeliveryResult {}

  /**
   * Not now.
   *
   * @param reason a code
   * @param notBefore how long the other side asks to be left alone, or null if it did not say; not
   *     negative
   */
  record RetryLater(String reason, @Nullable Duration notBefore) implements DeliveryResult {
    /** A postponement with its reason. */
    public RetryLater {
      Reason.check(reason);
      if (notBefore != null && notBefore.isNegative()) {
        throw new IllegalArgumentException("A wait cannot be negative: " + notBefore + ".");
      }
    }
  }

  /**
   * Never.
   *
   * @param reason a code
   */
  record Refused(String reason) implements DeliveryResult {
    /** A refusal with its reason. */
    public Refused {
      Reason.check(reason);
    }
  }

  /** The form of a reason. */
  final class Reason {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Reason() {}

    private static void check(String reason) {
      Objects.requireNonNull(reason, "reason");
      if (reason.length() > 64 || !FORM.matcher(reason).matches()) {
        throw new IllegalArgumentException(
            "A reason is lower-case words joined by hyphens, at most 64 characters.");
      }
    }
  }
}
