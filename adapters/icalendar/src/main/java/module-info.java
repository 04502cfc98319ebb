/** Sessions out as iCalendar (RFC 5545). */
module org.educationcities.icalendar {
  requires static org.jspecify;
  requires transitive org.educationcities;
  requires com.google.common;
  requires ical4j.core;

  exports org.educationcities.icalendar;
}
