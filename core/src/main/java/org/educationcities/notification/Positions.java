package org.educationcities.notification;

import com.google.common.base.Strings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Texts that sort as what they stand for. */
final class Positions {

  private Positions() {}

  /** By moment to the microsecond, then by sequence, then by id. */
  static String of(Instant moment, int sequence, String id) {
    long micros = Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    return Strings.padStart(Long.toString(micros), 19, '0')
        + '-'
        + Strings.padStart(Integer.toString(Math.max(0, sequence)), 10, '0')
        + '-'
        + id;
  }

  /** A moment as an index holds it. */
  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
