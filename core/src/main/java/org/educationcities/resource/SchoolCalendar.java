package org.educationcities.resource;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * When schools of a city do not meet: sessions that fall on these days do not take place.
 *
 * @param holidays in any order
 */
public record SchoolCalendar(List<Holiday> holidays) {

  /** A calendar without holidays. */
  public static final SchoolCalendar NONE = new SchoolCalendar(List.of());

  /**
   * Days without school.
   *
   * @param name its public name
   * @param first its first day
   * @param last its last day
   */
  public record Holiday(String name, LocalDate first, LocalDate last) {
    /** A holiday whose days are in order. */
    public Holiday {
      Objects.requireNonNull(name, "name");
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(
            "A holiday ends on " + last + ", before it begins on " + first + ".");
      }
    }
  }

  /** A calendar of holidays. */
  public SchoolCalendar {
    holidays = ImmutableList.copyOf(holidays);
  }

  /** Whether a day is a holiday. Linear in the holidays. */
  public boolean isHoliday(LocalDate day) {
    return holidays.stream()
        .anyMatch(each -> !day.isBefore(each.first()) && !day.isAfter(each.last()));
  }
}
