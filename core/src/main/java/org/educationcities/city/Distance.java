package org.educationcities.city;

import org.educationcities.spi.source.GeoPoint;

/**
 * A distance as the crow flies.
 *
 * @param metres 0 or more, finite
 */
public record Distance(double metres) implements Comparable<Distance> {
  /** Mean radius of the earth by IUGG, in metres. */
  private static final double EARTH_RADIUS = 6_371_008.8;

  /** No distance at all. */
  public static final Distance ZERO = new Distance(0);

  /** A distance of at least 0. */
  public Distance {
    if (!(metres >= 0) || Double.isInfinite(metres)) {
      throw new IllegalArgumentException("A distance is 0 or more and finite, not " + metres + ".");
    }
  }

  /** A distance in kilometres. */
  public static Distance ofKilometres(double kilometres) {
    return new Distance(kilometres * 1000);
  }

  /**
   * The great-circle distance of two positions by the haversine formula (Sinnott, Virtues of the
   * Haversine, 1984), right within 0.6 % of the ellipsoid.
   */
  public static Distance between(GeoPoint a, GeoPoint b) {
    double lat1 = Math.toRadians(a.latitude());
    double lat2 = Math.toRadians(b.latitude());
    double sinLat = Math.sin((lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
    double h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
    return new Distance(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h))));
  }

  /** Whether two positions are at most so far apart; quick where they are much farther. */
  public static boolean isWithin(Distance limit, GeoPoint a, GeoPoint b) {
    double alongTheMeridian = EARTH_RADIUS * Math.toRadians(Math.abs(a.latitude() - b.latitude()));
    // The least it can be; the hair's breadth is for what rounding may make of the great circle.
    return alongTheMeridian * 0.999999 <= limit.metres && between(a, b).isWithin(limit);
  }

  /** The same distance in kilometres. */
  public double kilometres() {
    return metres / 1000;
  }

  /** Whether this is at most the other. */
  public boolean isWithin(Distance limit) {
    return metres <= limit.metres;
  }

  @Override
  public int compareTo(Distance other) {
    return Double.compare(metres, other.metres);
  }
}
