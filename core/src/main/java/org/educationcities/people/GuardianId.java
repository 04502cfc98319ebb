package org.educationcities.people;

import org.educationcities.Identifier;

/**
 * The id of a guardian.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record GuardianId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public GuardianId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
