package org.educationcities.tck;

/**
 * A host's own transactions on the medium of a test, for adapters that declare {@link
 * org.educationcities.spi.storage.StorageCapability#JOINS_HOST_TRANSACTION}.
 */
public interface HostTransactions {

  /** Begins a transaction of the host on this thread. */
  void begin() throws Exception;

  /** Writes a row of the host's own within its transaction. */
  void writeOwn(String row) throws Exception;

  /** Whether such a row was committed; asked outside a transaction. */
  boolean hasOwn(String row) throws Exception;

  /** Commits the host's transaction. */
  void commit() throws Exception;

  /** Rolls the host's transaction back. */
  void rollback() throws Exception;
}
