package org.educationcities.examples.cityinabox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.educationcities.resource.Term;

/**
 * A clock by which the example's term lies ahead: the real one until then, later the same one, set
 * back by whole years of 364 days, so that days of the week stay what they are.
 */
final class TermClock {
  private static final int DAYS = 364;

  private TermClock() {}

  static Clock before(Term term, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    long years = 0;
    while (!today.minusDays(years * DAYS).isBefore(term.first())) {
      years++;
    }
    return years == 0 ? clock : Clock.offset(clock, Duration.ofDays(-years * DAYS));
  }
}
