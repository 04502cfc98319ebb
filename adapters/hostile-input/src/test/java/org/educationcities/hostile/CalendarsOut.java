package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.educationcities.icalendar.CalendarEntry;
import org.educationcities.icalendar.CalendarFile;
import org.educationcities.resource.Session;

/** A name in a calendar: it stays one line of one event, whatever is in it. */
final class CalendarsOut implements Target {
  private static final Instant START = Instant.parse("2026-11-03T14:00:00Z");
  private final Path folder;

  CalendarsOut() {
    try {
      folder = Files.createTempDirectory("calendars");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(byte[] input) throws IOException {
    String title = new String(input, StandardCharsets.UTF_8);
    if (title.isBlank()) {
      return;
    }
    List<String> names = lineNames(title);
    assertThat(names).isEqualTo(lineNames("A title"));
  }

  /** The names of the content lines, folded ones joined; a line may end in CR, LF or both. */
  private List<String> lineNames(String title) throws IOException {
    Path file = folder.resolve("calendar.ics");
    CalendarEntry entry =
        new CalendarEntry(
            "o1",
            title,
            null,
            List.of(
                new Session(START, START.plus(Duration.ofHours(1)), ZoneId.of("Asia/Jerusalem"))));
    CalendarFile.write(file, "city.example", START, List.of(entry));
    String unfolded = Files.readString(file).replaceAll("\r\n[ \t]", "");
    return unfolded
        .lines()
        .map(each -> each.replaceAll("[:;].*", "").toUpperCase(Locale.ROOT))
        .toList();
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes("Chess"),
        bytes("A\r\nATTENDEE:mailto:x@y.example"),
        bytes("A\rEND:VEVENT\nBEGIN:VEVENT"),
        bytes("a;b,c\\n\"d\""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
