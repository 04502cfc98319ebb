package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;

/**
 * When an opportunity takes place: a line with its start, then a rule. What is taken as a schedule
 * yields its sessions of a term, in order and in time.
 */
final class Rules implements Target {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final Term TERM =
      new Term(new TermId("2027"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 20));

  @Override
  public void read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    if (end < 0) {
      return;
    }
    Schedule schedule;
    try {
      schedule =
          new Schedule(
              LocalDateTime.parse(text.substring(0, end)),
              Duration.ofMinutes(90),
              text.substring(end + 1),
              ZONE);
    } catch (DateTimeException | IllegalArgumentException declared) {
      Canary.isNotIn(declared);
      return;
    }
    List<Session> sessions = schedule.sessionsIn(TERM, SchoolCalendar.NONE);
    assertThat(sessions).hasSizeLessThanOrEqualTo(Schedule.MAX_SESSIONS);
    for (int i = 1; i < sessions.size(); i++) {
      assertThat(sessions.get(i).start()).isAfterOrEqualTo(sessions.get(i - 1).start());
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes("2026-09-06T16:00\nFREQ=WEEKLY;BYDAY=SU,TU;UNTIL=20270620T000000Z"),
        bytes("1900-01-01T00:00\nFREQ=DAILY;INTERVAL=2;COUNT=99999"),
        bytes("2026-09-06T16:00\nFREQ=YEARLY;BYMONTH=1,2;BYWEEKNO=3;BYYEARDAY=1,-1;WKST=SU"),
        bytes("2026-09-06T16:00\nFREQ=MONTHLY;BYDAY=2MO,-1FR;BYMONTHDAY=1,31;BYSETPOS=1,-1"),
        bytes("2026-09-06T16:00\nRSCALE=HEBREW;FREQ=YEARLY;SKIP=FORWARD;BYHOUR=10;BYMINUTE=3"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
