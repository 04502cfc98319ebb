package org.educationcities.spi.storage;

import org.educationcities.spi.SpiException;
import org.jspecify.annotations.Nullable;

/**
 * The medium cannot be used: unreachable, full, read-only, open elsewhere, of an unknown version or
 * corrupt. Nothing was written.
 */
public final class StorageUnavailableException extends SpiException {
  private static final long serialVersionUID = 1L;

  /** An error that says what happened and, on a line of its own, what may be done. */
  public StorageUnavailableException(String message) {
    this(message, null);
  }

  /** An error with what lies behind it. */
  public StorageUnavailableException(String message, @Nullable Throwable cause) {
    super("storage-unavailable", message, cause);
  }
}
