package org.educationcities.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
  private static final Term YEAR =
      new Term(new TermId("2027"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 20));

  @Test
  void aSessionStaysAtItsHourAcrossDaylightSaving() {
    Schedule tuesdays = weekly(LocalDateTime.of(2026, 9, 1, 16, 0), "FREQ=WEEKLY;BYDAY=TU");

    List<Session> sessions = tuesdays.sessionsIn(YEAR, SchoolCalendar.NONE);

    assertThat(sessions).hasSize(42);
    assertThat(sessions)
        .allSatisfy(
            each -> assertThat(each.localStart().toLocalTime()).isEqualTo(LocalTime.of(16, 0)));
    assertThat(sessions.stream().map(each -> each.localStart().getOffset()).distinct()).hasSize(2);
  }

  @Test
  void holidaysAreLeftOut() {
    Schedule tuesdays = weekly(LocalDateTime.of(2026, 9, 1, 16, 0), "FREQ=WEEKLY;BYDAY=TU");
    SchoolCalendar calendar =
        new SchoolCalendar(
            List.of(
                new SchoolCalendar.Holiday(
                    "Sukkot", LocalDate.of(2026, 9, 25), LocalDate.of(2026, 10, 4))));

    assertThat(tuesdays.sessionsIn(YEAR, calendar))
        .hasSize(41)
        .noneMatch(each -> each.date().equals(LocalDate.of(2026, 9, 29)));
  }

  @Test
  void anEndInUtcIsReadByTheClockOfThePlace() {
    // 20:59:59 UTC on the 15th is 23:59:59 in Jerusalem's summer time.
    Schedule daily =
        weekly(LocalDateTime.of(2026, 9, 13, 22, 0), "FREQ=DAILY;UNTIL=20260915T205959Z");

    assertThat(daily.sessionsIn(YEAR, SchoolCalendar.NONE).stream().map(Session::date))
        .containsExactly(
            LocalDate.of(2026, 9, 13), LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 15));
  }

  @Test
  void aSessionInTheHourLeftOutBeginsRightAfterIt() {
    // Clocks in Israel go from 02:00 to 03:00 on 26 March 2027.
    Schedule once =
        Schedule.once(LocalDateTime.of(2027, 3, 26, 2, 30), Duration.ofHours(1), JERUSALEM);

    assertThat(once.sessionsIn(YEAR, SchoolCalendar.NONE))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.localStart().toLocalDateTime())
                    .isEqualTo(LocalDateTime.of(2027, 3, 26, 3, 30)));
  }

  @Test
  void whatBeganLongAgoIsFoundInTheTerm() {
    Schedule old = weekly(LocalDateTime.of(2011, 1, 4, 9, 0), "FREQ=WEEKLY;BYDAY=TU");

    assertThat(old.sessionsIn(YEAR, SchoolCalendar.NONE)).hasSize(42);
  }

  @Test
  void refusesWhatIsNoRuleAndWhatRecursWithinADay() {
    assertThatThrownBy(() -> weekly(LocalDateTime.of(2026, 9, 1, 9, 0), "EVERY TUESDAY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RFC 5545");
    assertThatThrownBy(() -> weekly(LocalDateTime.of(2026, 9, 1, 9, 0), "FREQ=WEEKLY;BYDAY=SU,5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RFC 5545");
    assertThatThrownBy(() -> weekly(LocalDateTime.of(2026, 9, 1, 9, 0), "FREQ=SECONDLY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("by the day or slower");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;interval=00",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=2147483647",
        "FREQ=DAILY;INTERVAL=1;INTERVAL=0",
        "FREQ=DAILY;COUNT=9=INTERVAL=0",
        "FREQ=WEEKLY;FREQ=SECONDLY",
        "FREQ=WEEKLY;BYHOUR=9,10",
        "FREQ=DAILY;BYMINUTE=0,30",
        "FREQ=DAILY;BYSECOND=1,2,3"
      })
  void refusesStepsOfNothingPartsGivenTwiceAndListsOfHours(String rule) {
    assertThatThrownBy(() -> weekly(LocalDateTime.of(2026, 9, 1, 9, 0), rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A rule has each part once, an INTERVAL of 1 to 9999 and one time of day at most.");
  }

  @Test
  void refusesOtherAgesAndRulesWithoutEnd() {
    for (int year : new int[] {1, 1899, 10_000, 999_999_999}) {
      assertThatThrownBy(() -> weekly(LocalDateTime.of(year, 9, 1, 9, 0), ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1900 to 9999");
    }
    assertThatThrownBy(
            () ->
                weekly(
                    LocalDateTime.of(2026, 9, 1, 9, 0), "FREQ=DAILY;BYDAY=MO" + ",MO".repeat(700)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A rule has at most 2000 characters, not 2119.");
    assertThatThrownBy(
            () ->
                weekly(
                    LocalDateTime.of(1900, 9, 1, 9, 0),
                    "FREQ=YEARLY;BYMONTH=1" + ",1".repeat(300) + ";BYMONTHDAY=1" + ",1".repeat(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The lists of a rule have at most 1000 combinations together.");
  }

  @Test
  void takesLargeStepsAndOneTimeOfDay() {
    assertThat(
            weekly(
                    LocalDateTime.of(2026, 9, 1, 9, 0),
                    "FREQ=DAILY;INTERVAL=0100;BYHOUR=10;BYMINUTE=30")
                .sessionsIn(YEAR, SchoolCalendar.NONE))
        .hasSize(3)
        .allSatisfy(
            each -> assertThat(each.localStart().toLocalTime()).isEqualTo(LocalTime.of(10, 30)));
  }

  private static Schedule weekly(LocalDateTime start, String rule) {
    return new Schedule(start, Duration.ofMinutes(90), rule, JERUSALEM);
  }
}
