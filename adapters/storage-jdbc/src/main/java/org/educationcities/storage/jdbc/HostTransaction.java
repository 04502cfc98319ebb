package org.educationcities.storage.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Where a host's running transaction is. With Spring: {@code () ->
 * TransactionSynchronizationManager.isActualTransactionActive() ?
 * DataSourceUtils.getConnection(dataSource) : null}.
 */
@FunctionalInterface
public interface HostTransaction {

  /**
   * The connection of the transaction that the host has begun on this thread, READ COMMITTED or
   * stronger, or null if it has begun none. The storage never commits, rolls back or closes it; it
   * sets a savepoint, and goes back to it when its own part fails.
   */
  @Nullable Connection connection();
}
