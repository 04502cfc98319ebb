package org.educationcities.notification;

import java.util.function.Consumer;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.spi.storage.ConflictException;

/** Writes what another relay may have written already. */
final class Ledger {

  private Ledger() {}

  /**
   * Runs work that throws {@link Lost} where another relay was first, as after a lease that ran out
   * under this one: then nothing is written here, and a message may have gone out twice under one
   * id.
   */
  static boolean settle(Store store, Consumer<UnitOfWork> work) {
    try {
      store.run(work);
      return true;
    } catch (Lost | ConflictException lost) {
      return false;
    }
  }

  /** Somebody else has what was to be written. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("Another relay has it.", null, false, false);
    }
  }
}
