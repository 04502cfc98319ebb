package org.educationcities.collaboration;

import org.educationcities.Identifier;

/**
 * The id of a collaboration.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record CollaborationId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public CollaborationId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
