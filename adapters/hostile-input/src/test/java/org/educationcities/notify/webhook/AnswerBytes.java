package org.educationcities.notify.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.educationcities.spi.notification.DeliveryResult;

/** Lets the tests of hostile input at what reads the answer of a webhook's receiver. */
public final class AnswerBytes {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private AnswerBytes() {}

  /** The head of an answer read as the channel reads it, and what it means. */
  public static void read(byte[] answer) {
    DeliveryResult meaning;
    try {
      ClassicHttpResponse head =
          new WholeHeadParser()
              .parse(new SessionInputBufferImpl(8192), new ByteArrayInputStream(answer));
      Header wait = head.getFirstHeader("Retry-After");
      meaning = Answer.meaning(head.getCode(), wait == null ? null : wait.getValue(), NOW);
    } catch (IOException | HttpException noAnswer) {
      return;
    }
    if (meaning instanceof DeliveryResult.RetryLater later) {
      Duration after = later.notBefore();
      if (after != null && (after.isNegative() || after.compareTo(RetryAfter.LONGEST) > 0)) {
        throw new AssertionError("An answer puts off for " + after);
      }
    }
  }
}
