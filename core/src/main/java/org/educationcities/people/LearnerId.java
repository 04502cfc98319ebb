package org.educationcities.people;

import org.educationcities.Identifier;

/**
 * The id of a learner: the host's own, opaque, never a name.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record LearnerId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public LearnerId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
