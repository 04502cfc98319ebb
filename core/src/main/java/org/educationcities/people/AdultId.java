package org.educationcities.people;

import org.educationcities.Identifier;

/**
 * The id of an educator, a mentor or another adult.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record AdultId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public AdultId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
