package org.educationcities.journey;

import java.util.List;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;

/** Takes every message into a list. */
final class TakingChannel implements NotificationChannel {
  private final List<Message> taken;

  TakingChannel(List<Message> taken) {
    this.taken = taken;
  }

  @Override
  public DeliveryResult deliver(Message message) {
    taken.add(message);
    return new DeliveryResult.Accepted();
  }

  @Override
  public void close() {}
}
