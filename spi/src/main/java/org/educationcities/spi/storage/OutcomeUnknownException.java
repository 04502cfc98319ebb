package org.educationcities.spi.storage;

import org.educationcities.spi.SpiException;
import org.jspecify.annotations.Nullable;

/**
 * The storage cannot tell whether a transaction committed. The caller reads before it tries again.
 */
public final class OutcomeUnknownException extends SpiException {
  private static final long serialVersionUID = 1L;

  /** An error that says what happened and, on a line of its own, what may be done. */
  public OutcomeUnknownException(String message) {
    this(message, null);
  }

  /** An error with what lies behind it. */
  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super("outcome-unknown", message, cause);
  }
}
