package org.educationcities.city;

/**
 * The circles of collaboration, told by who collaborates, never by a tag on an offer. Each holds
 * the ones before it.
 */
public enum Circle {
  /** Learners of one class, with their educator as coach, and families. */
  CLASSROOM,
  /** Educators and learners of one school, across its classes. */
  SCHOOL,
  /** Learners and schools with the providers of all four sectors, and residents, of one city. */
  CITY,
  /** Cities with cities of one country. */
  COUNTRY,
  /** Cities and classes of different countries. */
  WORLD;

  /** Whether what is open to this circle is open to somebody who stands in the other. */
  public boolean holds(Circle other) {
    return compareTo(other) >= 0;
  }
}
