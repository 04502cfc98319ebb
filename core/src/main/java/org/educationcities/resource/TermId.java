package org.educationcities.resource;

import org.educationcities.Identifier;

/**
 * The id of a term.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record TermId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public TermId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
