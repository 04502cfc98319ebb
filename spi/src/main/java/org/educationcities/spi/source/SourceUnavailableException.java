package org.educationcities.spi.source;

import org.educationcities.spi.SpiException;
import org.jspecify.annotations.Nullable;

/** The host cannot answer now. Who decides from its answer decides no. */
public final class SourceUnavailableException extends SpiException {
  private static final long serialVersionUID = 1L;

  /** An error that says what happened and, on a line of its own, what may be done. */
  public SourceUnavailableException(String message, @Nullable Throwable cause) {
    super("source-unavailable", message, cause);
  }
}
