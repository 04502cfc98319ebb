package org.educationcities.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.educationcities.spi.storage.ConflictException;
import org.jspecify.annotations.Nullable;

/**
 * The turn to write, where a database needs its writers one at a time: taken before the first
 * write, given back when the transaction has ended. Thread-safe.
 */
final class Turn {
  private static final long LONGEST_WAIT_SECONDS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final @Nullable H2Tidying tidying;

  /**
   * A turn that nobody has.
   *
   * @param tidying what is done between turns where the file grew
   */
  Turn(@Nullable H2Tidying tidying) {
    this.tidying = tidying;
  }

  void take(Connection connection) throws SQLException {
    try {
      if (!lock.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new ConflictException(
            "Another transaction has been writing for "
                + LONGEST_WAIT_SECONDS
                + " s.\nMaybe it waits for something else; try again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException("Interrupted while waiting to write.", e);
    }
    if (tidying != null) {
      tidying.beforeWriting(connection);
    }
  }

  /** Told by whoever has the turn that their writes are committed. */
  void committed(Connection connection) {
    if (tidying != null && lock.isHeldByCurrentThread()) {
      tidying.afterCommit(connection);
    }
  }

  void giveBack() {
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }
}
