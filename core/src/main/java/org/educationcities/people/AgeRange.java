package org.educationcities.people;

import java.time.LocalDate;
import java.time.Period;

/**
 * Ages in whole years, both ends included.
 *
 * @param minimum 0 to 150
 * @param maximum {@code minimum} to 150
 */
public record AgeRange(int minimum, int maximum) {

  /** Every age. */
  public static final AgeRange ALL = new AgeRange(0, 150);

  /** A range whose ends are in order. */
  public AgeRange {
    if (minimum < 0 || maximum > 150 || minimum > maximum) {
      throw new IllegalArgumentException(
          "Ages go from 0 to 150, least first, not " + minimum + " to " + maximum + ".");
    }
  }

  /** Whether an age lies in the range. */
  public boolean contains(int age) {
    return minimum <= age && age <= maximum;
  }

  /** Whether every age of the other lies in this. */
  public boolean contains(AgeRange other) {
    return minimum <= other.minimum && other.maximum <= maximum;
  }

  /** Whether the two have an age in common. */
  public boolean overlaps(AgeRange other) {
    return minimum <= other.maximum && other.minimum <= maximum;
  }

  /**
   * The age on a day of somebody born on another, in whole years.
   *
   * @throws IllegalArgumentException if the day is before the birth
   */
  public static int ageOn(LocalDate birthDate, LocalDate day) {
    if (day.isBefore(birthDate)) {
      throw new IllegalArgumentException("The day is before the birth.");
    }
    return Period.between(birthDate, day).getYears();
  }
}
