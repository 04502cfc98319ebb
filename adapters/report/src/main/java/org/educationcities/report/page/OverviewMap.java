package org.educationcities.report.page;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.educationcities.report.CityPage;
import org.educationcities.report.LandArea;
import org.educationcities.report.MapLocality;
import org.educationcities.report.MapPlace;
import org.educationcities.report.PublicReport;

/**
 * The cities of one country as a drawing: every locality a dot by its population, every city a
 * label in the margin with a line to it, so that names never lie upon each other.
 *
 * @param country the country's name; may be empty
 * @param width of the drawing, in its own units
 * @param height of the drawing, in its own units
 * @param margin how wide the margins with the labels are
 * @param land the outline of the land as an SVG path; empty where none is known
 * @param dots the localities
 * @param labels the cities
 */
public record OverviewMap(
    String country,
    int width,
    int height,
    int margin,
    String land,
    List<Dot> dots,
    List<Label> labels) {
  private static final int MARGIN = 190;
  private static final int LEAST_WIDTH = 580;
  private static final int PADDING = 36;
  private static final int LABEL_GAP = 44;
  private static final double LEAST_DEGREES = 0.22;

  /**
   * A locality.
   *
   * @param city the city's number, from 1
   * @param x across
   * @param y down
   * @param radius in the drawing's units
   */
  public record Dot(int city, String x, String y, String radius) {}

  /**
   * A city's name in the margin.
   *
   * @param city the city's number, from 1
   * @param lines its name in one or two lines
   * @param isLeft whether in the left margin
   * @param y its middle
   * @param line the path from the label to the city
   */
  public record Label(int city, List<String> lines, boolean isLeft, int y, String line) {}

  /** One drawing for each country, in the order of its first city. */
  public static List<OverviewMap> of(PublicReport report) {
    Map<String, List<Counted>> countries = new LinkedHashMap<>();
    int number = 0;
    for (CityPage city : report.cities()) {
      number++;
      if (!city.localities().isEmpty() || !city.places().isEmpty()) {
        countries
            .computeIfAbsent(city.country(), country -> new ArrayList<>())
            .add(new Counted(number, city));
      }
    }
    ImmutableList.Builder<OverviewMap> maps = ImmutableList.builder();
    countries.forEach((country, cities) -> maps.add(draw(country, cities, report.land())));
    return maps.build();
  }

  /** A city's localities; where a drawing has room, or none is known, its places instead. */
  private static List<Spot> spots(CityPage city, boolean hasRoom) {
    List<Spot> spots = new ArrayList<>();
    if (city.localities().isEmpty() || (hasRoom && city.localities().size() == 1)) {
      for (MapPlace place : city.places()) {
        spots.add(new Spot(place.latitude(), place.longitude(), 0));
      }
    }
    if (spots.isEmpty()) {
      for (MapLocality locality : city.localities()) {
        spots.add(new Spot(locality.latitude(), locality.longitude(), locality.population()));
      }
    }
    return spots;
  }

  private static OverviewMap draw(String country, List<Counted> found, List<LandArea> land) {
    boolean isSmall = found.size() < 3;
    List<Numbered> cities =
        found.stream()
            .map(
                city ->
                    new Numbered(city.number(), city.page().name(), spots(city.page(), isSmall)))
            .toList();
    int height = isSmall ? 140 : 560;
    Frame frame = Frame.around(cities, height);
    List<Dot> dots = new ArrayList<>();
    for (Numbered city : cities) {
      for (Spot spot : city.spots()) {
        double radius =
            spot.population() == 0 ? 1.6 : 1.8 + Math.sqrt((double) spot.population()) / 75;
        dots.add(
            new Dot(
                city.number(),
                text(frame.x(spot.longitude())),
                text(frame.y(spot.latitude())),
                text(radius)));
      }
    }
    return new OverviewMap(
        country,
        frame.width(),
        height,
        frame.margin(),
        path(frame, land.isEmpty() ? frame.knownLand() : land),
        List.copyOf(dots),
        labels(frame, cities));
  }

  private static List<Label> labels(Frame frame, List<Numbered> cities) {
    List<Numbered> left = new ArrayList<>();
    List<Numbered> right = new ArrayList<>();
    List<Numbered> fromWest =
        cities.stream().sorted(Comparator.comparingDouble(Numbered::longitude)).toList();
    for (int i = 0; i < fromWest.size(); i++) {
      (i < fromWest.size() / 2 ? left : right).add(fromWest.get(i));
    }
    ImmutableList.Builder<Label> labels = ImmutableList.builder();
    for (List<Numbered> side : List.of(left, right)) {
      side.sort(Comparator.comparingDouble(Numbered::latitude).reversed());
      int[] heights = spread(frame, side);
      for (int i = 0; i < side.size(); i++) {
        labels.add(label(frame, side.get(i), side == left, heights[i]));
      }
    }
    return labels.build();
  }

  private static Label label(Frame frame, Numbered city, boolean isLeft, int y) {
    double cityX = frame.x(city.middle().longitude());
    double cityY = frame.y(city.middle().latitude());
    int edge = isLeft ? frame.margin() - 12 : frame.width() - frame.margin() + 12;
    int knee = isLeft ? edge + 14 : edge - 14;
    String line = "M" + edge + " " + y + "H" + knee + "L" + text(cityX) + " " + text(cityY);
    return new Label(city.number(), lines(city.name()), isLeft, y, line);
  }

  /** Moves labels down, then up again from the bottom, until none is nearer than the gap. */
  private static int[] spread(Frame frame, List<Numbered> side) {
    int[] heights = new int[side.size()];
    int least = LABEL_GAP / 2;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(least, (int) Math.round(frame.y(side.get(i).latitude())));
      least = heights[i] + LABEL_GAP;
    }
    int most = frame.height() - LABEL_GAP / 2;
    for (int i = heights.length - 1; i >= 0; i--) {
      heights[i] = Math.min(heights[i], most);
      most = heights[i] - LABEL_GAP;
    }
    return heights;
  }

  private static List<String> lines(String name) {
    int best = -1;
    for (int space = name.indexOf(' '); space >= 0; space = name.indexOf(' ', space + 1)) {
      if (best < 0 || Math.abs(space - name.length() / 2) < Math.abs(best - name.length() / 2)) {
        best = space;
      }
    }
    return name.length() <= 12 || best < 0
        ? List.of(name)
        : List.of(name.substring(0, best), name.substring(best + 1));
  }

  private static String path(Frame frame, List<LandArea> land) {
    StringBuilder path = new StringBuilder();
    for (LandArea area : land) {
      boolean isNear =
          area.ring().stream().anyMatch(point -> frame.isNear(point.latitude(), point.longitude()));
      if (!isNear) {
        continue;
      }
      char move = 'M';
      for (LandArea.Point point : area.ring()) {
        path.append(move)
            .append(text(frame.x(point.longitude())))
            .append(' ')
            .append(text(frame.y(point.latitude())));
        move = 'L';
      }
      path.append('Z');
    }
    return path.toString();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private record Spot(double latitude, double longitude, long population) {}

  private record Counted(int number, CityPage page) {}

  private record Numbered(int number, String name, List<Spot> spots) {
    double latitude() {
      return spots.stream().mapToDouble(Spot::latitude).average().orElseThrow();
    }

    double longitude() {
      return spots.stream().mapToDouble(Spot::longitude).average().orElseThrow();
    }

    /** The locality that its label's line leads to: the one nearest to the middle. */
    Spot middle() {
      return spots.stream()
          .min(
              Comparator.comparingDouble(
                  spot -> Math.hypot(spot.latitude() - latitude(), spot.longitude() - longitude())))
          .orElseThrow();
    }
  }

  /** Degrees to drawing units: equirectangular, true at the middle latitude. */
  private record Frame(
      int width,
      int height,
      int margin,
      double north,
      double west,
      double perDegreeX,
      double perDegreeY) {

    static Frame around(List<Numbered> cities, int height) {
      double north = -90;
      double south = 90;
      double west = 180;
      double east = -180;
      for (Numbered city : cities) {
        for (Spot spot : city.spots()) {
          north = Math.max(north, spot.latitude());
          south = Math.min(south, spot.latitude());
          west = Math.min(west, spot.longitude());
          east = Math.max(east, spot.longitude());
        }
      }
      double missing = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
      north += missing;
      south -= missing;
      double perDegreeY = (height - 2.0 * PADDING) / (north - south);
      double perDegreeX = perDegreeY * Math.cos(Math.toRadians((north + south) / 2));
      int content = (int) Math.ceil((east - west) * perDegreeX);
      int margin = Math.max(MARGIN, (LEAST_WIDTH - content) / 2);
      int width = content + 2 * margin;
      return new Frame(width, height, margin, north, west, perDegreeX, perDegreeY);
    }

    double x(double longitude) {
      return margin + (longitude - west) * perDegreeX;
    }

    double y(double latitude) {
      return PADDING + (north - latitude) * perDegreeY;
    }

    List<LandArea> knownLand() {
      double westEdge = west - margin / perDegreeX;
      double northEdge = north + PADDING / perDegreeY;
      return KnownLand.within(
          northEdge, northEdge - height / perDegreeY, westEdge, westEdge + width / perDegreeX);
    }

    boolean isNear(double latitude, double longitude) {
      double x = x(longitude);
      double y = y(latitude);
      return x > -width && x < 2.0 * width && y > -height && y < 2.0 * height;
    }
  }
}
