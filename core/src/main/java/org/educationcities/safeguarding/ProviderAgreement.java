package org.educationcities.safeguarding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * That a provider has agreed to the city's rules, from one day to another.
 *
 * @param providerId who
 * @param from the first day
 * @param until the last day; before {@code from} where there is none or it was ended
 * @param onHold whether another is about to take its place: nothing new is confirmed by it, and
 *     what is in force by it ends or is asked about again together with it; set by the library
 *     alone
 */
public record ProviderAgreement(
    String providerId, LocalDate from, LocalDate until, boolean onHold) {
  /** An agreement. */
  public ProviderAgreement {
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** An agreement that stands. */
  public ProviderAgreement(String providerId, LocalDate from, LocalDate until) {
    this(providerId, from, until, false);
  }

  ProviderAgreement held() {
    return new ProviderAgreement(providerId, from, until, true);
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !onHold && !day.isBefore(from) && !day.isAfter(until);
  }
}
