package org.educationcities.icalendar;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What takes place several times.
 *
 * @param id stable over exports: with the moment of a session it makes the session's UID
 * @param title its public name, never that of a person
 * @param position where it takes place, or null
 * @param sessions the meetings that really take place
 */
public record CalendarEntry(
    String id, String title, @Nullable GeoPoint position, List<Session> sessions) {
  /** An entry with a title. */
  public CalendarEntry {
    Objects.requireNonNull(id, "id");
    if (title.isBlank()) {
      throw new IllegalArgumentException("A calendar entry has a title.");
    }
    sessions = ImmutableList.copyOf(sessions);
  }

  /** The sessions of an opportunity in a term, holidays left out, named in a language. */
  public static CalendarEntry of(
      Opportunity opportunity, Term term, SchoolCalendar calendar, Locale locale) {
    return new CalendarEntry(
        opportunity.id().value(),
        opportunity.names().in(locale),
        opportunity.position().orElse(null),
        opportunity.schedule().sessionsIn(term, calendar));
  }
}
