package org.educationcities.spi.notification;

/**
 * A way to reach people. Thread-safe (NOT-25): several messages may be under way at once.
 *
 * <ul>
 *   <li><b>NOT-20</b> {@code deliver} ends within the time limit that its settings state, however
 *       the other side behaves: silent, a byte now and then, or without end.
 *   <li><b>NOT-21</b> Delivering the same message again is harmless: same id, same content to the
 *       receiver, also through another channel to the same place.
 *   <li><b>NOT-22</b> It never logs recipients, addresses, parameters or secrets, at no level, and
 *       its {@code toString} holds none.
 *   <li><b>NOT-23</b> An interrupt, before the attempt or during it, ends it soon as {@link
 *       InterruptedException}, which clears the thread's interrupt; an attempt that finishes all
 *       the same leaves the thread interrupted.
 *   <li><b>NOT-24</b> After {@link #close()}, {@code deliver} throws {@link IllegalStateException};
 *       closing twice does nothing. An attempt under way ends as any other, or so.
 *   <li><b>NOT-25</b> Many threads may deliver at once, and each gets the answer to its own
 *       message.
 *   <li><b>NOT-26</b> A failed attempt leaves nothing behind: the next goes through as soon as the
 *       other side is well.
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
