package org.educationcities.spi.notification;

/**
 * A way to reach people. Thread-safe: several messages may be under way at once.
 *
 * <ul>
 *   <li><b>NOT-20</b> {@code deliver} ends within the time limit that its settings state, however
 *       the other side behaves.
 *   <li><b>NOT-21</b> Delivering the same message again is harmless: same id, same content to the
 *       receiver.
 *   <li><b>NOT-22</b> It never logs recipients, addresses, parameters or secrets.
 *   <li><b>NOT-23</b> An interrupt ends the attempt soon, as {@link InterruptedException}.
 *   <li><b>NOT-24</b> After {@link #close()}, {@code deliver} throws {@link IllegalStateException};
 *       closing twice does nothing.
 * </ul>
 */
public interface NotificationChannel extends AutoCloseable {

  /**
   * Tries once to deliver.
   *
   * @return how it went
   * @throws InterruptedException if the thread was interrupted; whether the message arrived is then
   *     unknown
   */
  DeliveryResult deliver(Message message) throws InterruptedException;

  /** Lets go of connections. */
  @Override
  void close();
}
