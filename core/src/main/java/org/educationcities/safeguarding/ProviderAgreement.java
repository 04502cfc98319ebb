package org.educationcities.safeguarding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * That a provider has agreed to the city's rules, from one day to another.
 *
 * @param providerId who
 * @param from the first day
 * @param until the last day; before {@code from} where there is none or it was ended
 */
public record ProviderAgreement(String providerId, LocalDate from, LocalDate until) {
  /** An agreement. */
  public ProviderAgreement {
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
