package org.educationcities.notify.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;

/** Writes the id and kind of each message to the log: neither recipient nor parameters (NOT-22). */
final class LogChannel implements NotificationChannel {
  private final Logger logger = System.getLogger("org.educationcities.notify.log");
  private volatile boolean closed;

  @Override
  public DeliveryResult deliver(Message message) throws InterruptedException {
    Objects.requireNonNull(message, "message");
    Attempt.check(closed);
    logger.log(
        Level.INFO,
        () -> "Told: " + message.kind() + " " + message.id() + " in " + message.space().id());
    return new DeliveryResult.Accepted();
  }

  @Override
  public void close() {
    closed = true;
  }
}
