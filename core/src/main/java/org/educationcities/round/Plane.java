package org.educationcities.round;

import java.util.List;
import org.educationcities.city.Distance;
import org.educationcities.spi.source.GeoPoint;

/**
 * A flat map in metres on which nothing within reach is farther apart than on the globe, so that a
 * search on it misses nothing. By its latitudes and longitudes; these shrink by the cosine of the
 * latitude, for all by that of the one farthest from the equator to which a way within reach can
 * lead. Where positions span more than half the globe, all longitudes are one.
 */
final class Plane {
  private static final double METRES_A_DEGREE =
      Distance.between(new GeoPoint(0, 0), new GeoPoint(1, 0)).metres();

  private final double metresOfLongitude;

  private Plane(double metresOfLongitude) {
    this.metresOfLongitude = metresOfLongitude;
  }

  /** A map of all these positions. */
  static Plane holding(List<GeoPoint> positions, Distance reach) {
    double farthest = reach.metres() / METRES_A_DEGREE;
    double west = 180;
    double east = -180;
    for (GeoPoint each : positions) {
      farthest = Math.max(farthest, Math.abs(each.latitude()) + reach.metres() / METRES_A_DEGREE);
      west = Math.min(west, each.longitude());
      east = Math.max(east, each.longitude());
    }
    return new Plane(
        farthest >= 90 || east - west > 180
            ? 0
            : METRES_A_DEGREE * Math.cos(Math.toRadians(farthest)));
  }

  double x(GeoPoint position) {
    return metresOfLongitude * position.longitude();
  }

  double y(GeoPoint position) {
    return METRES_A_DEGREE * position.latitude();
  }

  /** How far apart on the map two positions are at most that are so far apart on the globe. */
  static double reach(Distance distance) {
    // A hair's breadth more than proven, for what rounding may make of either.
    return distance.metres() * 1.000001 + 1;
  }
}
