package org.educationcities.safeguarding;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

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

  /**
   * When those end that hold at a moment by the clocks of a place; empty if none do. Where clocks
   * are put back over the end, it is the later one; where they are put forward over it, just after.
   */
  public Optional<Instant> endIfHeld(Instant now, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    if (!hold(local.toLocalTime())) {
      return Optional.empty();
    }
    LocalDateTime end = local.toLocalDate().atTime(until);
    if (!end.isAfter(local)) {
      end = end.plusDays(1);
    }
    return Optional.of(end.atZone(zone).withLaterOffsetAtOverlap().toInstant());
  }
}
