package org.educationcities.spi.storage;

/**
 * What a storage may be able to do beyond the rules that hold for all. Declared means tested by the
 * kit; not declared means that it really refuses.
 */
public enum StorageCapability {
  /**
   * What was committed survives the death of the process, and is there after reopening (STO-14,
   * STO-18).
   */
  DURABLE,
  /**
   * What was committed survives the loss of power, where the medium keeps what it was told to sync.
   */
  SYNCED,
  /** Several processes may have it open at once (STO-19). */
  SHARED_BY_PROCESSES,
  /**
   * It can take part in a transaction that the host began, and then never commits, rolls back or
   * closes.
   */
  JOINS_HOST_TRANSACTION
}
