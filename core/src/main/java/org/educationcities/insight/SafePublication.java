package org.educationcities.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables safe to publish: small cells hidden, the rest rounded, and further cells and totals
 * hidden until nobody who holds all that is published, and knows the rule, can pin a hidden count
 * down to an interval shorter than the rule's width.
 *
 * <p>The attacker that it is safe against knows the bounds behind each rounded figure, that shown
 * counts reach the threshold, that rows and columns add up, that nobody brings along more than the
 * unit, and earlier reports on the same people. For counts the attacker's interval is computed
 * exactly ({@link FigureNetwork}). Where sums are published too, safety is shown by witnesses:
 * other counts that go with the true sums, and other sums (as far apart as one person's whole unit)
 * that go with the true counts.
 *
 * <p>Not looked after: figures of the same people published elsewhere, except for two tables given
 * together and the parts of one that can be filtered; what somebody knows of single persons in a
 * cell. Stateless and thread-safe.
 */
public final class SafePublication {
  private static final int SOURCE = 0;
  private static final int SINK = 1;

  private SafePublication() {}

  /** A table on its own. */
  public static SafeTable of(PersonTable table, SafetyRule rule) {
    return new Layers(table, null, null, rule).publish().get(0);
  }

  /**
   * A table of which an earlier version on the same people was published: what was hidden stays
   * hidden, and what was shown counts as known.
   *
   * @throws IllegalArgumentException if the two have different lines
   */
  public static SafeTable after(SafeTable previous, PersonTable table, SafetyRule rule) {
    if (!previous.rows().equals(table.rows()) || !previous.columns().equals(table.columns())) {
      throw new IllegalArgumentException(
          "An earlier report has other lines than this table."
              + "\nMaybe it is of another term: then publish without it.");
    }
    return new Layers(table, null, previous, rule).publish().get(0);
  }

  /**
   * Two tables of the same people with the same rows, such as localities by topic and localities by
   * kind of school, whose row totals are therefore one. Counts only.
   *
   * @return both, in the order given
   * @throws IllegalArgumentException if rows or their totals differ
   */
  public static List<SafeTable> linked(PersonTable first, PersonTable second, SafetyRule rule) {
    if (!first.rows().equals(second.rows())) {
      throw new IllegalArgumentException("Linked tables have the same rows, in the same order.");
    }
    for (String row : first.rows()) {
      if (first.count(row, SafeTable.ALL) != second.count(row, SafeTable.ALL)) {
        throw new IllegalArgumentException(
            "Linked tables are of the same people, but differ in row '" + row + "'.");
      }
    }
    return new Layers(first, second, null, rule).publish();
  }

  /**
   * A table that readers may filter: each part is made safe by itself, and all of them together is
   * worked out from the published parts, so that no part is what is left when others are taken off
   * the whole.
   */
  public static SafeTables filtered(PersonTables tables, SafetyRule rule) {
    Map<String, SafeTable> parts = new LinkedHashMap<>();
    tables.parts().forEach((value, part) -> parts.put(value, of(part, rule)));
    return new SafeTables(parts);
  }

  /**
   * A table that readers may filter, of which an earlier version was published.
   *
   * @throws IllegalArgumentException if the two have different lines, or the filter another value
   */
  public static SafeTables filteredAfter(
      SafeTables previous, PersonTables tables, SafetyRule rule) {
    Map<String, SafeTable> parts = new LinkedHashMap<>();
    tables
        .parts()
        .forEach((value, part) -> parts.put(value, after(previous.of(value), part, rule)));
    return new SafeTables(parts);
  }

  /** The counts, and the sums over them, as two networks of one shape. */
  private static final class Layers {
    private final PersonTable table;
    private final @Nullable PersonTable second;
    private final @Nullable SafeTable previous;
    private final SafetyRule rule;
    private final SafetyRule sumRule;
    private final int rows;
    private final int columns;
    private final int[][] arcs;
    private final int[][] secondArcs;
    private final FigureNetwork counts;
    private final FigureNetwork sums;
    private final boolean withSums;

    Layers(
        PersonTable table,
        @Nullable PersonTable second,
        @Nullable SafeTable previous,
        SafetyRule rule) {
      this.table = table;
      this.second = second;
      this.previous = previous;
      this.rule = rule;
      rows = table.rows().size();
      columns = table.columns().size();
      withSums = table.unit() > 0 && second == null;
      int sumRounding = (int) Math.max(rule.rounding(), Math.min(1000, table.unit() / 10));
      sumRule =
          new SafetyRule(rule.threshold(), sumRounding, rule.width(), rule.dominancePercent());
      int otherColumns = second == null ? 0 : second.columns().size();
      int nodes = 2 + rows + columns + (second == null ? 0 : rows + otherColumns);
      counts = new FigureNetwork(nodes);
      sums = new FigureNetwork(nodes);
      arcs = new int[rows + 1][columns + 1];
      secondArcs = new int[rows + 1][otherColumns + 1];
      connect();
    }

    private void connect() {
      int other = 2 + rows + columns;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          arcs[r][c] = figure(table, r, c, 2 + r, 2 + rows + c);
        }
        arcs[r][columns] = figure(table, r, columns, second == null ? SOURCE : other + r, 2 + r);
      }
      for (int c = 0; c < columns; c++) {
        arcs[rows][c] = figure(table, rows, c, 2 + rows + c, SINK);
      }
      arcs[rows][columns] = figure(table, rows, columns, SINK, SOURCE);
      if (second != null) {
        int last = second.columns().size();
        for (int c = 0; c < last; c++) {
          for (int r = 0; r < rows; r++) {
            secondArcs[r][c] = figure(second, r, c, other + rows + c, other + r);
          }
          secondArcs[rows][c] = figure(second, rows, c, SOURCE, other + rows + c);
        }
        for (int r = 0; r <= rows; r++) {
          secondArcs[r][last] = arcs[r][columns];
        }
      }
    }

    private int figure(PersonTable of, int row, int column, int from, int to) {
      long people = of.countAt(row, column);
      long shown = rule.rounded(people);
      int arc =
          counts.figure(
              from,
              to,
              people,
              Math.max(rule.threshold(), rule.leastBehind(shown)),
              rule.mostBehind(shown),
              rule.width());
      long sum = withSums ? of.sumAt(row, column) : 0;
      long unit = of.unit();
      long shownSum = sumRule.rounded(sum);
      sums.figure(
          from,
          to,
          sum,
          sumRule.leastBehind(shownSum),
          sumRule.mostBehind(shownSum),
          Math.min(unit, unit * people));
      if (people < rule.threshold()) {
        counts.hide(arc);
      }
      if (withSums) {
        counts.narrow(arc, (sum + unit - 1) / unit, FigureNetwork.UNBOUNDED);
        sums.narrow(arc, 0, unit * people);
        if (of.greatestAt(row, column) * 100 > sum * rule.dominancePercent()) {
          sums.hide(arc);
        }
      }
      if (previous != null) {
        remember(previous, row, column, arc, people, sum);
      }
      return arc;
    }

    private void remember(SafeTable earlier, int row, int column, int arc, long people, long sum) {
      SafeFigure count = earlier.countAt(row, column);
      tell(counts, arc, count, earlier.rule(), people);
      if (withSums) {
        tell(sums, arc, earlier.sumAt(row, column), sumRule, sum);
      }
    }

    /** An earlier figure counts as known, unless what it told is no longer so. */
    private static void tell(
        FigureNetwork network, int arc, SafeFigure earlier, SafetyRule by, long truth) {
      if (!earlier.isShown()) {
        network.hide(arc);
        return;
      }
      long published = earlier.value().orElseThrow();
      if (by.leastBehind(published) <= truth && truth <= by.mostBehind(published)) {
        network.narrow(arc, by.leastBehind(published), by.mostBehind(published));
      }
    }

    List<SafeTable> publish() {
      counts.hideUntilSafe();
      if (withSums) {
        for (int[] line : arcs) {
          for (int arc : line) {
            if (counts.isHidden(arc)) {
              sums.hide(arc);
            }
          }
        }
        sums.hideUntilSafe();
      }
      List<SafeTable> published = new ArrayList<>();
      published.add(shown(table, arcs));
      if (second != null) {
        published.add(shown(second, secondArcs));
      }
      return List.copyOf(published);
    }

    private SafeTable shown(PersonTable of, int[][] by) {
      SafeFigure[][] shownCounts = new SafeFigure[by.length][by[0].length];
      SafeFigure[][] shownSums = new SafeFigure[by.length][by[0].length];
      for (int r = 0; r < by.length; r++) {
        for (int c = 0; c < by[r].length; c++) {
          int arc = by[r][c];
          shownCounts[r][c] =
              counts.isHidden(arc)
                  ? SafeFigure.hidden()
                  : SafeFigure.shown(rule.rounded(of.countAt(r, c)));
          shownSums[r][c] =
              !withSums || sums.isHidden(arc)
                  ? SafeFigure.hidden()
                  : SafeFigure.shown(sumRule.rounded(of.sumAt(r, c)));
        }
      }
      return new SafeTable(of, shownCounts, shownSums, rule);
    }
  }
}
