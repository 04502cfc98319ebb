package org.educationcities.report;

import java.util.List;

/**
 * A shore on the overview map; orientation for the eye, not a border.
 *
 * @param points at least two positions, in order; immutable
 */
public record Coastline(List<Point> points) {
  /** A coastline, checked. */
  public Coastline {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException(
          "A coastline has " + points.size() + " points.\nMaybe leave it out.");
    }
  }

  /**
   * A position.
   *
   * @param latitude degrees north, WGS84, -90..90
   * @param longitude degrees east, WGS84, -180..180
   */
  public record Point(double latitude, double longitude) {
    /** A position, checked. */
    public Point {
      Checks.position(latitude, longitude);
    }
  }
}
