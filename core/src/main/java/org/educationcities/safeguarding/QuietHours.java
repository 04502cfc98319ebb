package org.educationcities.safeguarding;

import java.time.LocalTime;
import java.util.Objects;

/**
 * When nobody is written to unless a child's safety asks for it, by the clocks of where they live.
 *
 * @param from when they begin
 * @param until when they end; earlier than {@code from} where they go on past midnight, the same
 *     for none at all
 */
public record QuietHours(LocalTime from, LocalTime until) {
  /** None: at any hour. */
  public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /** Hours. */
  public QuietHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** Whether a time lies in them: the first moment does, the last does not. */
  public boolean hold(LocalTime time) {
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
  }
}
