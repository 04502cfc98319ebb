package org.educationcities.examples.cityinabox.generator;

import org.educationcities.spi.source.GeoPoint;

/** Plausible positions near real ones, rounded to about ten metres. */
final class Positions {
  private static final double DEGREE_KILOMETRES = 111.2;

  private Positions() {}

  /** Somewhere within some kilometres of a point, nearer rather than further. */
  static GeoPoint near(CityDraft draft, GeoPoint centre, double kilometres) {
    double distance = kilometres * draft.random.nextDouble() * draft.random.nextDouble();
    double angle = draft.random.nextDouble() * 2 * Math.PI;
    double latitude = centre.latitude() + distance * StrictMath.sin(angle) / DEGREE_KILOMETRES;
    double longitude =
        centre.longitude()
            + distance
                * StrictMath.cos(angle)
                / (DEGREE_KILOMETRES * StrictMath.cos(StrictMath.toRadians(centre.latitude())));
    return rounded(latitude, longitude);
  }

  /** Along the ridge between Seattle's two shores, where there is land. */
  static GeoPoint inSeattle(CityDraft draft) {
    double along = draft.random.nextDouble();
    double latitude = 47.525 + along * 0.195;
    double width = along > 0.35 && along < 0.6 ? 0.018 : 0.035;
    double middle = along < 0.35 ? -122.290 : along < 0.6 ? -122.312 : -122.335;
    return rounded(latitude, middle + (draft.random.nextDouble() * 2 - 1) * width);
  }

  private static GeoPoint rounded(double latitude, double longitude) {
    return new GeoPoint(
        StrictMath.round(latitude * 10_000) / 10_000.0,
        StrictMath.round(longitude * 10_000) / 10_000.0);
  }
}
