package org.educationcities.round;

import org.educationcities.Identifier;

/**
 * The id of a round.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record RoundId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public RoundId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
