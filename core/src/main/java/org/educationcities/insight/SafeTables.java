package org.educationcities.insight;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that may be published beside each other: one for each value of a filter, and all of them
 * together. Made by {@link SafePublication} alone. Immutable.
 *
 * <p>The parts are of different people, and no figure that is published adds figures of one up with
 * those of another: so what can be found out of a part is what can be found out of it alone. The
 * whole is worked out from what is published of the parts, and so tells nothing besides. It is
 * therefore less exact than a table on its own: its figures are off by as much as those of the
 * parts together, and hidden where one of them is.
 */
public final class SafeTables {
  private final Map<String, SafeTable> parts;
  private final SafeTable all;

  SafeTables(Map<String, SafeTable> parts) {
    this.parts = ImmutableMap.copyOf(parts);
    this.all = sum(this.parts.values());
  }

  /** The values of the filter. */
  public Set<String> values() {
    return parts.keySet();
  }

  /**
   * The part of a value of the filter; {@link SafeTable#ALL} for all together.
   *
   * @throws IllegalArgumentException if the filter has no such value
   */
  public SafeTable of(String value) {
    return value.equals(SafeTable.ALL)
        ? all
        : Optional.ofNullable(parts.get(value))
            .orElseThrow(
                () -> new IllegalArgumentException("The filter has no value '" + value + "'."));
  }

  private static SafeTable sum(Collection<SafeTable> parts) {
    SafeTable first = parts.iterator().next();
    return first.withFigures(
        figures(first, parts, SafeTable::count), figures(first, parts, SafeTable::sum));
  }

  private static SafeFigure[][] figures(
      SafeTable lines, Collection<SafeTable> parts, Reading reading) {
    int rows = lines.rows().size() + 1;
    int columns = lines.columns().size() + 1;
    SafeFigure[][] figures = new SafeFigure[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        figures[r][c] = sum(parts, reading, label(lines.rows(), r), label(lines.columns(), c));
      }
    }
    return figures;
  }

  private interface Reading {
    SafeFigure of(SafeTable table, String row, String column);
  }

  private static SafeFigure sum(
      Collection<SafeTable> parts, Reading reading, String row, String column) {
    long sum = 0;
    for (SafeTable each : parts) {
      SafeFigure figure = reading.of(each, row, column);
      if (!figure.isShown()) {
        return SafeFigure.hidden();
      }
      sum += figure.value().orElseThrow();
    }
    return SafeFigure.shown(sum);
  }

  private static String label(List<String> labels, int number) {
    return number == labels.size() ? SafeTable.ALL : labels.get(number);
  }
}
