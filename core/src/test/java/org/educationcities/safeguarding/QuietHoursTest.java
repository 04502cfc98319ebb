package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }

  @Test
  void endInTheMorningOfTheSameNight() {
    for (String each : new String[] {"2026-09-01T18:00:00Z", "2026-09-02T03:59:59.999Z"}) {
      assertThat(NIGHT.endIfHeld(at(each), JERUSALEM)).hasValue(at("2026-09-02T04:00:00Z"));
    }
    assertThat(NIGHT.endIfHeld(at("2026-09-02T04:00:00Z"), JERUSALEM)).isEmpty();
    assertThat(NIGHT.endIfHeld(at("2026-09-01T17:59:59Z"), JERUSALEM)).isEmpty();
    assertThat(QuietHours.NONE.endIfHeld(at("2026-09-01T21:00:00Z"), JERUSALEM)).isEmpty();
  }

  @Test
  void goByTheClocksOfThePlace() {
    Instant evening = at("2026-09-01T18:30:00Z");
    assertThat(NIGHT.endIfHeld(evening, JERUSALEM)).isPresent();
    assertThat(NIGHT.endIfHeld(evening, ZoneId.of("America/Los_Angeles"))).isEmpty();
  }

  @Test
  void areShorterOrLongerByAnHourWhereClocksChange() {
    Instant forward = at("2026-03-26T19:00:00Z"); // 21:00; clocks go forward at 02:00
    assertThat(NIGHT.endIfHeld(forward, JERUSALEM)).hasValue(forward.plus(Duration.ofHours(9)));
    Instant back = at("2026-10-24T18:00:00Z"); // 21:00; clocks go back at 02:00
    assertThat(NIGHT.endIfHeld(back, JERUSALEM)).hasValue(back.plus(Duration.ofHours(11)));
  }

  @Test
  void anEndThatComesTwiceOrNeverIsTheLaterOne() {
    QuietHours doubled = new QuietHours(LocalTime.of(21, 0), LocalTime.of(1, 30));
    Instant between = at("2026-10-24T23:10:00Z"); // 01:10 for the second time
    assertThat(doubled.endIfHeld(between, JERUSALEM)).hasValue(at("2026-10-24T23:30:00Z"));
    assertThat(doubled.endIfHeld(at("2026-10-24T20:00:00Z"), JERUSALEM))
        .hasValue(at("2026-10-24T23:30:00Z"));
    QuietHours never = new QuietHours(LocalTime.of(21, 0), LocalTime.of(2, 30));
    assertThat(never.endIfHeld(at("2026-03-26T22:00:00Z"), JERUSALEM))
        .hasValue(at("2026-03-27T00:30:00Z")); // 03:30, of a clock that knows no 02:30
  }

  @Test
  void whenTheyEndTheyHoldNoMore() {
    for (int minutes = 0; minutes < 3 * 24 * 60; minutes += 7) {
      Instant now = at("2026-10-23T10:00:00Z").plus(Duration.ofMinutes(minutes));
      NIGHT
          .endIfHeld(now, JERUSALEM)
          .ifPresent(
              end -> {
                assertThat(end).isAfter(now);
                assertThat(NIGHT.endIfHeld(end, JERUSALEM)).isEmpty();
              });
    }
  }
}
