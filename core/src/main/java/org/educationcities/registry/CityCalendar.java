package org.educationcities.registry;

import java.util.Objects;
import org.educationcities.city.CityId;
import org.educationcities.resource.SchoolCalendar;

/**
 * When the schools of a city do not meet.
 *
 * @param city the city
 * @param calendar its holidays
 */
public record CityCalendar(CityId city, SchoolCalendar calendar) {
  /** A calendar of a city. */
  public CityCalendar {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(calendar, "calendar");
  }
}
