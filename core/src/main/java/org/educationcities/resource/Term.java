package org.educationcities.resource;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A stretch of the school year for which places are allocated (OneRoster {@code academicSession} of
 * type term).
 *
 * @param id its id
 * @param first its first day
 * @param last its last day, at most 400 days after the first
 */
public record Term(TermId id, LocalDate first, LocalDate last) {
  /** A term whose days are in order. */
  public Term {
    Objects.requireNonNull(id, "id");
    if (last.isBefore(first) || last.isAfter(first.plusDays(400))) {
      throw new IllegalArgumentException(
          "A term ends within 400 days after it begins, not from " + first + " to " + last + ".");
    }
  }

  /** Whether a day lies in the term. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
