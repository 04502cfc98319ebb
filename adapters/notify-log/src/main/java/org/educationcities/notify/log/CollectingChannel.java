package org.educationcities.notify.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;

/**
 * Keeps every message in memory, so that a test or an example can show who would be told what. It
 * sends nothing and logs nothing; to be given by hand. Thread-safe.
 */
public final class CollectingChannel implements NotificationChannel {
  private record Key(Space space, String id) {}

  private final Map<Key, Message> collected = new LinkedHashMap<>();
  private boolean closed;

  /** An open channel that has collected nothing yet. */
  public CollectingChannel() {}

  /** Collects a message; one with the same id replaces the earlier and counts once (NOT-21). */
  @Override
  public DeliveryResult deliver(Message message) throws InterruptedException {
    Objects.requireNonNull(message, "message");
    synchronized (collected) {
      Attempt.check(closed);
      collected.put(new Key(message.space(), message.id()), message);
    }
    return new DeliveryResult.Accepted();
  }

  /** What was collected so far, in the order it first came; stays readable after closing. */
  public List<Message> collected() {
    synchronized (collected) {
      return List.copyOf(collected.values());
    }
  }

  @Override
  public void close() {
    synchronized (collected) {
      closed = true;
    }
  }
}
