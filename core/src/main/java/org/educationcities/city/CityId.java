package org.educationcities.city;

import org.educationcities.Identifier;

/**
 * The id of a city.
 *
 * @param value 1 to 255 characters without control characters, stable for ever
 */
public record CityId(String value) implements Identifier {

  /** An id, checked by the rule of all ids. */
  public CityId {
    Identifier.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
