package org.educationcities.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.educationcities.exchange.ImportException;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars as other programs read them. */
class CalendarFileTest {
  private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
  private static final Instant STAMP = Instant.parse("2026-09-01T00:00:00Z");
  private static final Term TERM =
      new Term(new TermId("t"), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 30));

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  @TempDir private Path folder = Path.of("");

  @Test
  void aSessionStaysAtItsHourAcrossTheEndOfDaylightSaving() throws IOException {
    String text = write(entry());

    // Clocks go back on 25 October 2026.
    assertThat(text).contains("DTSTART;TZID=Asia/Jerusalem:20261020T160000");
    assertThat(text).contains("DTSTART;TZID=Asia/Jerusalem:20261027T160000");
    assertThat(text)
        .containsSubsequence(
            "BEGIN:DAYLIGHT",
            "TZOFFSETTO:+0300",
            "BEGIN:STANDARD",
            "DTSTART:20261025T020000",
            "TZOFFSETFROM:+0300",
            "TZOFFSETTO:+0200");
    assertThat(text).contains("GEO:32.441200;34.920123", "SUMMARY:Robots\\, and music");
    assertThat(text.lines().filter(each -> each.startsWith("UID:")).distinct().count())
        .isEqualTo(entry().sessions().size());
  }

  @Test
  void theSameSessionsGiveTheSameBytes() throws IOException {
    assertThat(write(entry())).isEqualTo(write(entry()));
  }

  @Test
  void theTimeZoneInTheFileGivesTheSameMoments() throws IOException {
    String text = write(entry());
    Matcher changes =
        Pattern.compile("DTSTART:(\\d{8}T\\d{6})\\R+TZOFFSETFROM:(\\S+)\\R+TZOFFSETTO:(\\S+)")
            .matcher(text);
    NavigableMap<Instant, ZoneOffset> offsets = new TreeMap<>();
    while (changes.find()) {
      LocalDateTime local = LocalDateTime.parse(changes.group(1), LOCAL);
      offsets.put(
          local.toInstant(ZoneOffset.of(changes.group(2))), ZoneOffset.of(changes.group(3)));
    }

    for (Session session : entry().sessions()) {
      ZoneOffset offset = offsets.floorEntry(session.start()).getValue();
      String written = LOCAL.format(session.start().atOffset(offset));
      assertThat(text).contains("DTSTART;TZID=Asia/Jerusalem:" + written);
    }
  }

  @Test
  void linesAreFoldedAndEndInCrlf() throws IOException {
    CalendarEntry wide =
        new CalendarEntry("o", "ש".repeat(200), null, entry().sessions().subList(0, 1));

    String text = write(wide);

    assertThat(text.split("\r\n"))
        .allMatch(each -> each.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 150);
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + "ש".repeat(200));
  }

  @Test
  void aMissingFolderGivesTheDeclaredException() {
    assertThatThrownBy(
            () ->
                CalendarFile.write(
                    folder.resolve("no/calendar.ics"), "city.example", STAMP, List.of()))
        .isInstanceOf(ImportException.class);
  }

  private String write(CalendarEntry entry) throws IOException {
    Path file = folder.resolve("calendar.ics");
    CalendarFile.write(file, "city.example", STAMP, List.of(entry));
    return Files.readString(file);
  }

  private static CalendarEntry entry() {
    Schedule schedule =
        new Schedule(
            LocalDateTime.of(2026, 10, 6, 16, 0),
            Duration.ofMinutes(90),
            "FREQ=WEEKLY;BYDAY=TU",
            JERUSALEM);
    return new CalendarEntry(
        "o1",
        "Robots, and music",
        new GeoPoint(32.4412, 34.9201234),
        schedule.sessionsIn(TERM, SchoolCalendar.NONE));
  }
}
