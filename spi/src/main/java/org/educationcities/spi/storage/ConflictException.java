package org.educationcities.spi.storage;

import org.educationcities.spi.SpiException;
import org.jspecify.annotations.Nullable;

/**
 * Something that a transaction wrote or required has changed meanwhile, or an id to insert exists.
 * Nothing was written; the caller may read again and retry.
 */
public final class ConflictException extends SpiException {
  private static final long serialVersionUID = 1L;

  /** An error that says what happened and, on a line of its own, what may be done. */
  public ConflictException(String message) {
    this(message, null);
  }

  /** An error with what lies behind it. */
  public ConflictException(String message, @Nullable Throwable cause) {
    super("conflict", message, cause);
  }
}
