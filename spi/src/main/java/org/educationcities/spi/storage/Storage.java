package org.educationcities.spi.storage;

import java.util.Set;
import java.util.function.Function;
import org.educationcities.spi.Space;

/**
 * Where the library keeps what it makes. Thread-safe: any number of threads may run transactions at
 * once.
 *
 * <ul>
 *   <li><b>STO-10</b> All that a transaction wrote becomes visible at once when {@code
 *       inTransaction} returns, or none of it ever does.
 *   <li><b>STO-11</b> The work is run exactly once. The storage never retries; whoever called does,
 *       on {@link ConflictException}.
 *   <li><b>STO-12</b> If the work throws, nothing is written, and that very throwable reaches the
 *       caller.
 *   <li><b>STO-13</b> {@link ConflictException} means nothing was written. {@link
 *       OutcomeUnknownException} means that the storage cannot tell: the caller reads before it
 *       tries again.
 *   <li><b>STO-14</b> When {@code inTransaction} has returned, the death of the process loses
 *       nothing of it, where {@link StorageCapability#DURABLE} is declared.
 *   <li><b>STO-15</b> Spaces never leak: an entity, a version, a cursor or an index value of one
 *       space is never seen from another.
 *   <li><b>STO-16</b> Transactions do not nest: {@code inTransaction} within the work of another on
 *       the same thread and storage is an {@link IllegalStateException}.
 *   <li><b>STO-17</b> Compare-and-set is the only guard. Reads and queries promise nothing about
 *       what others do meanwhile; each entity returned was committed, or written by this
 *       transaction.
 *   <li><b>STO-18</b> After {@link #close()}, {@code inTransaction} throws {@link
 *       IllegalStateException}; closing twice does nothing. What was committed is there after
 *       reopening, where DURABLE is declared.
 *   <li><b>STO-19</b> Where {@link StorageCapability#SHARED_BY_PROCESSES} is not declared, a second
 *       opener of the same medium is refused with {@link StorageUnavailableException} while the
 *       first is open. Where settings name no medium, each opening has its own.
 * </ul>
 */
public interface Storage extends AutoCloseable {

  /**
   * Runs work in one transaction of one space and commits it.
   *
   * @param space whose entities the work sees
   * @param work runs once, on the calling thread; it must not keep the transaction beyond its
   *     return
   * @param <T> what the work returns
   * @return what the work returned
   * @throws ConflictException if something written or required has changed; nothing was written
   * @throws OutcomeUnknownException if the storage cannot tell whether it committed
   * @throws StorageUnavailableException if the medium cannot be reached, is full or read-only;
   *     nothing was written
   */
  <T extends @org.jspecify.annotations.Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work);

  /** What this open storage can do; at least what its factory promised for these settings. */
  Set<StorageCapability> capabilities();

  /** Lets go of the medium. What belongs to the host (a data source, a connection) stays open. */
  @Override
  void close();
}
