package org.educationcities.notification;

import java.util.HashSet;
import java.util.Set;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;

/**
 * The time from a loop's start to its end. Ending lets the message in hand go out; abandoning
 * interrupts it, and only it: a storage that meets an interrupt may close its file.
 */
final class Shift {
  private final Set<Thread> delivering = new HashSet<>();
  private boolean ending;
  private boolean abandoned;
  private int threads;

  Shift(int threads) {
    this.threads = threads;
  }

  /** Some threads left; true if they were the last. */
  synchronized boolean left(int gone) {
    threads -= gone;
    return threads == 0;
  }

  synchronized boolean isEnding() {
    return ending;
  }

  synchronized void end() {
    ending = true;
  }

  synchronized void abandon() {
    ending = true;
    abandoned = true;
    delivering.forEach(Thread::interrupt);
  }

  DeliveryResult deliver(NotificationChannel channel, Message message) throws InterruptedException {
    begin();
    try {
      return channel.deliver(message);
    } finally {
      done();
    }
  }

  private synchronized void begin() throws InterruptedException {
    if (abandoned) {
      throw new InterruptedException("The relay stops.");
    }
    delivering.add(Thread.currentThread());
  }

  /** An interrupt that came too late to matter must not meet the storage. */
  private synchronized void done() {
    delivering.remove(Thread.currentThread());
    if (abandoned) {
      Thread.interrupted();
    }
  }
}
