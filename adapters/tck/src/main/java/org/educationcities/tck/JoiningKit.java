package org.educationcities.tck;

/**
 * Only those cases of {@link StorageKit} that join a transaction of the host: for each further
 * combination of database and transaction manager that an adapter says it works with.
 */
public abstract class JoiningKit extends JoiningCases {

  /** For the vendor's class. */
  protected JoiningKit() {}
}
