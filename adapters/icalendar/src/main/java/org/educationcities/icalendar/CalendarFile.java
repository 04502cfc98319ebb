package org.educationcities.icalendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.educationcities.exchange.ImportException;
import org.educationcities.resource.Session;
import org.educationcities.spi.source.GeoPoint;

/**
 * Writes iCalendar files: an event a session, since holidays fall out of recurrences, in the time
 * of its place, with the time zone's transitions as the Java runtime knows them; no network is
 * asked. The same session has the same UID in every export. Thread-safe.
 */
public final class CalendarFile {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CalendarFile() {}

  /**
   * Writes a file; an older one is replaced.
   *
   * @param domain the host that makes the UIDs unique in the world, such as {@code city.example}
   * @param stamp when the calendar was made
   * @throws ImportException if it cannot be written
   */
  public static void write(
      Path file, String domain, Instant stamp, Collection<CalendarEntry> entries) {
    Calendar calendar = calendar(domain, stamp, entries);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      new CalendarOutputter(false).output(calendar, out);
    } catch (IOException | UncheckedIOException e) {
      throw new ImportException(
          String.valueOf(file.getFileName()),
          "file-unwritable",
          "It cannot be written.\nMaybe the folder is missing or read-only, or the disk full.");
    } catch (ValidationException e) {
      throw new IllegalStateException("The calendar breaks a rule of RFC 5545.", e);
    }
  }

  private static Calendar calendar(
      String domain, Instant stamp, Collection<CalendarEntry> entries) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Education Cities//Education Cities for Java//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    for (ZoneSpan span : spans(entries).values()) {
      calendar.add(span.component());
    }
    for (CalendarEntry entry : entries) {
      for (Session session : entry.sessions()) {
        calendar.add(event(domain, stamp, entry, session));
      }
    }
    return calendar;
  }

  private static Map<String, ZoneSpan> spans(Collection<CalendarEntry> entries) {
    Map<String, ZoneSpan> spans = new TreeMap<>();
    for (CalendarEntry entry : entries) {
      for (Session session : entry.sessions()) {
        ZoneId zone = session.zone();
        UnaryOperator<ZoneSpan> wider = each -> each.with(session.start()).with(session.end());
        spans.put(
            zone.getId(),
            wider.apply(
                spans.getOrDefault(
                    zone.getId(), new ZoneSpan(zone, session.start(), session.end()))));
      }
    }
    return spans;
  }

  private static VEvent event(String domain, Instant stamp, CalendarEntry entry, Session session) {
    // The event's own constructor would stamp it with the time of day.
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.id() + "-" + STAMP.format(session.start()) + "@" + domain));
    event.add(new DtStamp(stamp));
    event.add(new DtStart<>(session.localStart()));
    event.add(new DtEnd<>(session.end().atZone(session.zone())));
    event.add(new Summary(onOneLine(entry.title())));
    GeoPoint position = entry.position();
    if (position != null) {
      event.add(new Geo(degrees(position.latitude()), degrees(position.longitude())));
    }
    return event;
  }

  /**
   * RFC 5545 escapes a line feed alone; other controls would end a line, or may not stand there.
   */
  private static String onOneLine(String title) {
    return title.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ");
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
  }
}
