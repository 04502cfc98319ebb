package org.educationcities.spi.source;

/**
 * A position on the earth, WGS84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

  /**
   * A position within the ranges of its axes.
   *
   * @throws IllegalArgumentException if an axis is out of range or not a number
   */
  public GeoPoint {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "Latitude is -90 to 90 and longitude -180 to 180, not "
              + latitude
              + " and "
              + longitude
              + ".\nMaybe the two are swapped, or in metres.");
    }
  }
}
