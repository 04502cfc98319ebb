package org.educationcities.report;

import java.util.List;

/**
 * A piece of land on the overview map, drawn apart from the sea; orientation for the eye, never a
 * border.
 *
 * @param ring at least three positions, in order; immutable
 */
public record LandArea(List<Point> ring) {
  /** A piece of land, checked. */
  public LandArea {
    ring = List.copyOf(ring);
    if (ring.size() < 3) {
      throw new IllegalArgumentException(
          "A piece of land has " + ring.size() + " points.\nMaybe leave it out.");
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
