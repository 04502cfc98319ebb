package org.educationcities.tck;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.spi.notification.NotificationChannel;

/**
 * The other side of a channel under test, which {@link NotificationKit} drives: a small server of
 * the vendor's own. Thread-safe. It accepts at first.
 */
public interface FarSide extends AutoCloseable {

  /**
   * Stands in each answer of {@link Conduct#REFUSES}, {@link Conduct#POSTPONES} and {@link
   * Conduct#BABBLES}, so that the kit sees it where it must not be.
   */
  String TEXT = "kestrel";

  /** A new channel that delivers here; the kit closes it. Works whatever the conduct (NOT-32). */
  NotificationChannel open();

  /**
   * The time limit that {@link #open} sets: the longest that one attempt may take. Best half a
   * second or so, since the kit waits for it often.
   */
  Duration timeLimit();

  /** What it can do; all of them, but for a channel that has no other side. */
  Set<Conduct> conducts();

  /** Behaves so from the next attempt on. */
  void conduct(Conduct conduct);

  /**
   * Returns as soon as an attempt has reached it since the last call of {@link #conduct}. Asked of
   * {@link Conduct#SILENT} alone.
   */
  void awaitContact() throws InterruptedException;

  /** What it took over so far, in order; whatever was accepted stands there at once. */
  List<Arrival> arrived();

  /** A recipient whom nobody knows; it knows all others, whatever their names. */
  default Optional<String> unknownRecipient() {
    return Optional.empty();
  }

  /** How long {@link Conduct#POSTPONES} asks to be left alone, where it can ask. */
  default Optional<Duration> asksToWait() {
    return Optional.empty();
  }

  /** Parts of addresses, passwords and keys that must not be seen in a log. */
  default Set<String> confidential() {
    return Set.of();
  }

  /** Beginnings of the names of loggers that are the far side's own. */
  default Set<String> ownLoggers() {
    return Set.of();
  }

  /** Stops it. */
  @Override
  void close() throws IOException;
}
