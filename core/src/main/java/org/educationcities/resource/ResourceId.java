package org.educationcities.resource;

import org.educationcities.Identifier;

/**
 * The id of a resource.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record ResourceId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public ResourceId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
