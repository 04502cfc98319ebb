package org.educationcities;

import java.util.Objects;

/**
 * The root of everything that the library itself throws at its callers. A message says what
 * happened and, on a line of its own, what may be done; it never holds a child's data or the text
 * of a cell.
 */
public abstract class EducationCitiesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String offendingId;

  /**
   * An error with a stable code.
   *
   * @param code lower-case words joined by hyphens, stable over versions
   * @param offendingId the id of what it is about, or empty; never a name
   * @param message what happened, then what may be done
   */
  protected EducationCitiesException(String code, String offendingId, String message) {
    super(message);
    this.code = Objects.requireNonNull(code, "code");
    this.offendingId = Objects.requireNonNull(offendingId, "offendingId");
  }

  /** The stable code of this kind of error. */
  public final String code() {
    return code;
  }

  /** The id of what it is about, or empty. */
  public final String offendingId() {
    return offendingId;
  }
}
