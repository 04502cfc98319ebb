package org.educationcities.spi;

import java.util.Objects;

/**
 * The one root of everything that an adapter may throw. A message says what happened and, on a line
 * of its own, what may be done; it never holds a child's data, a payload or a secret.
 */
public abstract class SpiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * An error with a stable code.
   *
   * @param code lower-case words joined by hyphens, stable over versions, for hosts that react to
   *     it
   * @param message what happened, then what may be done
   * @param cause what lies behind it, or null
   */
  protected SpiException(
      String code, String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** The stable code of this kind of error. */
  public final String code() {
    return code;
  }
}
