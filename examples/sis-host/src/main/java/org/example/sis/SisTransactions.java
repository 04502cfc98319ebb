package org.example.sis;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The system's own transactions, one at a time on a thread. The library joins the one that runs
 * ({@code JdbcStorage.Builder.joining}): whether it commits is decided here alone. A host with a
 * framework has this already.
 */
public final class SisTransactions {
  private final DataSource dataSource;

  @SuppressWarnings("ThreadLocalUsage") // one for each system: two in a JVM must not meet
  private final ThreadLocal<@Nullable Connection> running = new ThreadLocal<>();

  /** Transactions on the system's own database. */
  public SisTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work within a transaction. */
  @FunctionalInterface
  public interface Work {
    /** Does it; what it throws rolls all of it back. */
    void run(Connection connection) throws SQLException;
  }

  /** Runs work and commits it, or rolls it back if it throws. */
  public void run(Work work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      running.set(connection);
      try {
        work.run(connection);
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        running.remove();
      }
    }
  }

  /** The connection of the transaction that runs on this thread, or null. */
  public @Nullable Connection running() {
    return running.get();
  }
}
