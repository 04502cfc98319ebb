package org.educationcities.report.page;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.report.LandArea;

/**
 * Land for overview maps whose report brings none: the eastern Mediterranean and Puget Sound, from
 * Natural Earth at 1:10 million (public domain). A frame that reaches beyond what is known gets
 * none, rather than a coast that ends in a straight line.
 */
final class KnownLand {
  private static final List<Region> REGIONS = read();

  private KnownLand() {}

  /** The land of the region that holds a whole frame, or none. */
  static List<LandArea> within(double north, double south, double west, double east) {
    for (Region region : REGIONS) {
      if (region.holds(north, south, west, east)) {
        return region.areas();
      }
    }
    return List.of();
  }

  private static List<Region> read() {
    Map<String, Map<String, List<LandArea.Point>>> rings = new LinkedHashMap<>();
    Resources.text("land.csv")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith("region,"))
        .map(line -> line.split(",", -1))
        .forEach(
            fields ->
                rings
                    .computeIfAbsent(fields[0], region -> new LinkedHashMap<>())
                    .computeIfAbsent(fields[1], area -> new ArrayList<>())
                    .add(
                        new LandArea.Point(
                            Double.parseDouble(fields[2]), Double.parseDouble(fields[3]))));
    return rings.values().stream()
        .map(areas -> new Region(areas.values().stream().map(LandArea::new).toList()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Pieces of land cut to a box, whose edges the outermost of their points lie on. */
  private record Region(List<LandArea> areas) {
    boolean holds(double north, double south, double west, double east) {
      double most = -90;
      double least = 90;
      double first = 180;
      double last = -180;
      for (LandArea area : areas) {
        for (LandArea.Point point : area.ring()) {
          most = Math.max(most, point.latitude());
          least = Math.min(least, point.latitude());
          first = Math.min(first, point.longitude());
          last = Math.max(last, point.longitude());
        }
      }
      return north <= most && south >= least && west >= first && east <= last;
    }
  }
}
