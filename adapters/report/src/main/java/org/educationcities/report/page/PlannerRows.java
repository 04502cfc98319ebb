package org.educationcities.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.report.ClearanceState;
import org.educationcities.report.PlannedPlacement;
import org.educationcities.report.PlannerView;
import org.educationcities.report.Points;
import org.educationcities.report.UnplacedLearner;

/**
 * The planner's rows as JSON in the page: arrays of numbers that point into one list of texts, so
 * that 20,000 placements stay a few megabytes.
 */
public final class PlannerRows {
  private static final String[] TEXTS = {
    "planner.rows",
    "planner.none",
    "planner.details",
    "planner.metres",
    "planner.kilometres",
    "planner.unknown",
    "planner.learner",
    "opportunity",
    "provider",
    "affinity.total",
    "price",
    "planner.distance",
    "planner.slot",
    "planner.clearance",
    "planner.city",
    "planner.reason",
    "planner.nearest",
    "planner.why",
    "planner.whynot",
    "planner.whynot.price",
    "planner.whynot.rule",
    "price.points",
    "planner.placements",
    "planner.unplaced"
  };

  private static final List<ClearanceState> STATES = List.of(ClearanceState.values());
  private static final List<Points.Side> SIDES = List.of(Points.Side.values());

  private final Page page;
  private final PlannerView view;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  /** The rows of a view. */
  public PlannerRows(Page page, PlannerView view) {
    this.page = page;
    this.view = view;
  }

  /** A city's figures. */
  public static final class CitySummary {
    private final String name;
    private final Map<ClearanceState, Long> clearances = new EnumMap<>(ClearanceState.class);
    private long placed;
    private long unplaced;
    private long affinity;

    private CitySummary(String name) {
      this.name = name;
    }

    /** Its name. */
    public String name() {
      return name;
    }

    /** Placements. */
    public long placed() {
      return placed;
    }

    /** Learners without a place. */
    public long unplaced() {
      return unplaced;
    }

    /** Mean affinity of the placements, rounded; 0 where there is none. */
    public long meanAffinity() {
      return placed == 0 ? 0 : Math.round((double) affinity / placed);
    }

    /** Placements whose clearance is in a state. */
    public long clearances(ClearanceState state) {
      return clearances.getOrDefault(state, 0L);
    }
  }

  /** Each city's figures, in the order in which cities first appear. */
  public List<CitySummary> cities() {
    Map<String, CitySummary> cities = new LinkedHashMap<>();
    for (PlannedPlacement placement : view.placements()) {
      CitySummary city = cities.computeIfAbsent(placement.city(), CitySummary::new);
      city.placed++;
      city.affinity += placement.affinity();
      city.clearances.merge(placement.clearance(), 1L, Long::sum);
    }
    for (UnplacedLearner learner : view.unplaced()) {
      cities.computeIfAbsent(learner.city(), CitySummary::new).unplaced++;
    }
    return new ArrayList<>(cities.values());
  }

  /** The rows in their element; every text in it is escaped for a script element. */
  public String element() {
    StringBuilder placed = new StringBuilder();
    for (PlannedPlacement placement : view.placements()) {
      write(placed.append(placed.length() == 0 ? "[" : ",\n["), placement);
    }
    StringBuilder unplaced = new StringBuilder();
    for (UnplacedLearner learner : view.unplaced()) {
      unplaced
          .append(unplaced.length() == 0 ? "[" : ",\n[")
          .append(index(learner.city()))
          .append(',');
      ScriptJson.string(unplaced, learner.pseudonym());
      unplaced.append(',').append(index(learner.reason()));
      unplaced.append(',').append(index(learner.nearest())).append(']');
    }
    StringBuilder element = new StringBuilder(placed.length() + unplaced.length() + 65_536);
    element.append("<script type=\"application/json\" id=\"data\">{\"t\":{");
    for (int i = 0; i < TEXTS.length; i++) {
      ScriptJson.string(element.append(i == 0 ? "" : ","), TEXTS[i]);
      ScriptJson.string(element.append(':'), page.t(TEXTS[i]));
    }
    element.append("},\"states\":");
    names(element, STATES);
    element.append(",\"sides\":");
    names(element, SIDES);
    element.append(",\"s\":[");
    String separator = "";
    for (String text : texts.keySet()) {
      ScriptJson.string(element.append(separator), text);
      separator = ",\n";
    }
    return element
        .append("],\"p\":[")
        .append(placed)
        .append("],\"u\":[")
        .append(unplaced)
        .append("]}</script>")
        .toString();
  }

  private void names(StringBuilder target, List<? extends Enum<?>> constants) {
    String separator = "[";
    for (Enum<?> constant : constants) {
      ScriptJson.string(target.append(separator), page.name(constant));
      separator = ",";
    }
    target.append(']');
  }

  private void write(StringBuilder row, PlannedPlacement placement) {
    row.append(index(placement.city())).append(',');
    ScriptJson.string(row, placement.pseudonym());
    row.append(',').append(index(placement.opportunity()));
    row.append(',').append(index(placement.provider()));
    row.append(',').append(placement.affinity());
    row.append(',').append(placement.price());
    row.append(',').append(placement.distanceMetres());
    row.append(',').append(index(placement.slot()));
    row.append(',').append(STATES.indexOf(placement.clearance()));
    row.append(',').append(index(placement.clearanceNote()));
    row.append(",[");
    String separator = "";
    for (Points line : placement.points()) {
      row.append(separator).append(SIDES.indexOf(line.side()));
      row.append(',').append(index(line.label()));
      row.append(',').append(line.points());
      separator = ",";
    }
    row.append(']');
    placement
        .whyNot()
        .ifPresent(
            other ->
                row.append(",[")
                    .append(index(other.opportunity()))
                    .append(',')
                    .append(other.affinity())
                    .append(',')
                    .append(other.price())
                    .append(',')
                    .append(other.pointsMissing())
                    .append(',')
                    .append(index(other.rule()))
                    .append(']'));
    row.append(']');
  }

  private int index(String text) {
    return texts.computeIfAbsent(text, unused -> texts.size());
  }
}
