package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:48:37Z");

  private static DeliveryResult meaning(int status) {
    return Answer.meaning(status, null, NOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void takesEverySuccessAsAccepted(int status) {
    assertThat(meaning(status)).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308, 399})
  void followsNoRedirect(int status) {
    assertThat(meaning(status)).isEqualTo(new Refused("redirect-not-followed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 407, 410, 413, 422, 451, 499})
  void takesTheClientsFaultAsRefused(int status) {
    assertThat(meaning(status)).isEqualTo(new Refused("http-" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 599, 600, 999})
  void triesAgainWhereItMayPass(int status) {
    assertThat(meaning(status)).isEqualTo(new RetryLater("http-" + status, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 500})
  void passesOnTheWaitThatIsAskedFor(int status) {
    assertThat(Answer.meaning(status, "120", NOW))
        .isEqualTo(new RetryLater("http-" + status, Duration.ofMinutes(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "' 7 ' | PT7S",
        "0000000010 | PT10S",
        "Sun, 06 Nov 1994 08:49:37 GMT | PT1M",
        "Sun Nov  6 08:49:37 1994 | PT1M",
        "Sun, 06 Nov 1994 08:00:00 GMT | PT0S", // past
        "2592001 | PT720H", // more than the longest
        "999999999999999999 | PT720H",
        "Fri, 31 Dec 9999 23:59:59 GMT | PT720H"
      })
  void readsSecondsAndDates(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(wait);
  }

  @Test
  void readsTheObsoleteDateOfTwoDigits() {
    assertThat(
            RetryAfter.parse(
                "Tuesday, 01-Sep-26 06:31:00 GMT", Instant.parse("2026-09-01T06:30:00Z")))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-5",
        "1.5",
        "9999999999999999999",
        "٣",
        "Sun, 06 Nov 1994",
        "Mon, 06 Nov 1994 08:49:37 GMT"
      })
  void overlooksWhatSaysNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
  }
}
