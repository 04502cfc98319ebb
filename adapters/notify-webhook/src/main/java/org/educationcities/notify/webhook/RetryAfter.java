package org.educationcities.notify.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in one of three forms. */
final class RetryAfter {

  /** What is asked beyond this is cut to it: nobody is put off for years by one wrong digit. */
  static final Duration LONGEST = Duration.ofDays(30);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

  /** IMF-fixdate, RFC 850 and asctime; a receiver must take all three (RFC 9110, 5.6.7). */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
          form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          form("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** How long to wait, from 0 to {@link #LONGEST}; null if the value says nothing. */
  static @Nullable Duration parse(String value, Instant now) {
    String text = value.strip();
    if (SECONDS.matcher(text).matches()) {
      return bounded(Duration.ofSeconds(Long.parseLong(text)));
    }
    for (DateTimeFormatter form : DATES) {
      try {
        Instant until = LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
        return bounded(Duration.between(now, until));
      } catch (DateTimeException e) {
        // Not of this form; the next one may fit.
      }
    }
    return null;
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
