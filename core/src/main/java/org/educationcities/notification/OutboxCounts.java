package org.educationcities.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is still to be told: what a host shows on its own dashboard. Counted page after page
 * while others write, so a message that moves meanwhile may count twice or not at all.
 *
 * @param events events whose messages are not made yet
 * @param messages messages that wait to be sent
 * @param dueRecipients recipients with a message that may be sent now
 * @param leasedRecipients recipients whose messages a relay is sending now
 * @param waitingRecipients recipients whose first message waits for its next attempt
 * @param quietRecipients recipients whose messages wait for their quiet hours to end: nothing is
 *     wrong with them
 * @param deadLetters events and messages that were given up
 * @param oldest when the oldest of what is still to be told happened, what waits for quiet hours to
 *     end left out, or null if nothing is
 * @param asOf when this was counted
 */
public record OutboxCounts(
    long events,
    long messages,
    long dueRecipients,
    long leasedRecipients,
    long waitingRecipients,
    long quietRecipients,
    long deadLetters,
    @Nullable Instant oldest,
    Instant asOf) {

  /** How long the oldest has waited; zero if nothing waits. */
  public Duration oldestAge() {
    return oldest == null || oldest.isAfter(asOf) ? Duration.ZERO : Duration.between(oldest, asOf);
  }

  /** Whether everything was told or given up. */
  public boolean isEmpty() {
    return events + messages == 0;
  }
}
