package org.educationcities.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.educationcities.insight.AttackerTest.Attacker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is published of a city gives no small group of children away. */
class SafePublicationTest {
  private static final SafetyRule RULE = SafetyRule.STANDARD;
  private static final int UNIT = 1000;

  @Test
  void smallCellsAreHiddenAndOneMoreSoThatTotalsDoNotTell() {
    PersonTable table = table(new int[][] {{4, 30, 40}, {20, 31, 42}, {25, 33, 41}}, 0);
    SafeTable safe = SafePublication.of(table, RULE);

    assertThat(safe.count("r0", "c0").isShown()).isFalse();
    assertThat(safe.count("r0", "c2")).isIn(SafeFigure.shown(40), SafeFigure.hidden());
    long hidden =
        safe.rows().stream()
            .flatMap(row -> safe.columns().stream().map(column -> safe.count(row, column)))
            .filter(each -> !each.isShown())
            .count();
    assertThat(hidden).isBetween(2L, 5L);
    assertThat(safe.count(SafeTable.ALL, SafeTable.ALL)).isEqualTo(SafeFigure.shown(265));
  }

  @Test
  void aTableOfLargeCellsIsShownWholeAndRounded() {
    SafeTable safe = SafePublication.of(table(new int[][] {{12, 33}, {48, 57}}, 0), RULE);

    assertThat(safe.count("r0", "c0")).isEqualTo(SafeFigure.shown(10));
    assertThat(safe.count("r1", "c1")).isEqualTo(SafeFigure.shown(55));
    assertThat(safe.count("r0", SafeTable.ALL)).isEqualTo(SafeFigure.shown(45));
  }

  @Test
  void aSumThatOneChildDominatesIsHidden() {
    PersonTable.Builder table = PersonTable.builder(List.of("a", "b"), List.of("x", "y"));
    table.amountsUpTo(UNIT);
    for (int i = 0; i < 12; i++) {
      table.person("a", "x", i == 0 ? 900 : 1);
      table.person("a", "y", 500).person("b", "x", 500).person("b", "y", 500);
    }
    SafeTable safe = SafePublication.of(table.build(), RULE);

    assertThat(safe.count("a", "x").isShown()).isTrue();
    assertThat(safe.sum("a", "x").isShown()).isFalse();
    assertThat(safe.mean("a", "x").isShown()).isFalse();
  }

  @Test
  void aSingleCountAndAPriceFollowTheRule() {
    assertThat(RULE.count(9)).isEqualTo(SafeFigure.hidden());
    assertThat(RULE.count(13)).isEqualTo(SafeFigure.shown(15));
    assertThat(RULE.about(641, 9)).isEqualTo(SafeFigure.hidden());
    assertThat(RULE.about(641, 10)).isEqualTo(SafeFigure.shown(640));
  }

  @Test
  void linkedTablesMustBeOfTheSamePeople() {
    PersonTable one = table(new int[][] {{12, 33}, {48, 57}}, 0);
    PersonTable other = table(new int[][] {{12, 34}, {48, 57}}, 0);

    assertThatThrownBy(() -> SafePublication.linked(one, other, RULE))
        .hasMessageContaining("same people");
  }

  @Test
  void anAttackerWithLinearProgrammingPinsNoHiddenCellDown() {
    attack(120);
  }

  @Test
  @Tag("long")
  void anAttackerWithLinearProgrammingPinsNoHiddenCellDownInThousandCities() {
    attack(1000);
  }

  private static void attack(int cities) {
    int hidden = 0;
    for (int seed = 0; seed < cities; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[][] people = people(random, 2 + random.nextInt(4), 2 + random.nextInt(4));
      PersonTable table = table(people, seed);
      SafeTable first = SafePublication.of(table, RULE);
      hidden += attack(people[0].length, List.of(first), List.of(), seed);

      int[][] changed = people.clone();
      if (seed % 2 == 1) {
        changed[0] = changed[0].clone();
        changed[0][0] += 1;
      }
      SafeTable second = SafePublication.after(first, table(changed, seed), RULE);
      if (seed % 2 == 0) {
        attack(people[0].length, List.of(first, second), List.of(), seed);
      } else {
        attack(people[0].length, List.of(second), List.of(), seed);
      }

      int[][] other = sameRows(random, people, 2 + random.nextInt(3));
      List<SafeTable> linked = SafePublication.linked(table(people, 0), table(other, 0), RULE);
      attack(people[0].length, List.of(linked.get(0)), List.of(linked.get(1)), seed);
    }
    assertThat(hidden).as("hidden figures that were attacked").isGreaterThan(cities);
  }

  /** Attacks every hidden count of the first tables, and of the linked ones, with all of them. */
  private static int attack(
      int columns, List<SafeTable> reports, List<SafeTable> linked, int seed) {
    int rows = reports.get(0).rows().size();
    int others = linked.isEmpty() ? 0 : linked.get(0).columns().size();
    int counts = rows * columns;
    int sumsFrom = counts + rows * others;
    Attacker attacker = new Attacker(sumsFrom + counts);
    for (SafeTable report : reports) {
      learn(attacker, report, 0, 0, columns);
      learn(attacker, report, 1, sumsFrom, columns);
    }
    for (int cell = 0; cell < counts; cell++) {
      double[] atMostTheUnit = attacker.row(List.of(sumsFrom + cell), 1);
      atMostTheUnit[cell] = -1;
      attacker.atMost(atMostTheUnit, 0);
    }
    for (SafeTable each : linked) {
      learn(attacker, each, 0, counts, others);
      for (int row = 0; row < rows; row++) {
        double[] same = attacker.row(cells(row, columns, rows, columns, 0), 1);
        cells(row, others, rows, others, counts).forEach(cell -> same[cell] = -1);
        attacker.atMost(same, 0);
        double[] negated = same.clone();
        IntStream.range(0, negated.length).forEach(i -> negated[i] = -negated[i]);
        attacker.atMost(negated, 0);
      }
    }
    int hidden = 0;
    for (int layer = 0; layer < 1 + linked.size(); layer++) {
      SafeTable target = layer == 0 ? reports.get(reports.size() - 1) : linked.get(0);
      int width = layer == 0 ? columns : others;
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= width; column++) {
          if (target.countAt(row, column).isShown()) {
            continue;
          }
          hidden++;
          List<Integer> cells = cells(row, column, rows, width, layer == 0 ? 0 : counts);
          double least = Math.ceil(attacker.least(cells) - 1e-6);
          double most = Math.floor(attacker.most(cells) + 1e-6);
          assertThat(most - least)
              .as("seed %s: hidden cell %s, %s of table %s", seed, row, column, layer)
              .isGreaterThanOrEqualTo(RULE.width());
        }
      }
    }
    return hidden;
  }

  /** What a published table tells: of counts in layer 0, of sums in layer 1. */
  private static void learn(
      Attacker attacker, SafeTable table, int layer, int offset, int columns) {
    int rows = table.rows().size();
    int half = layer == 0 ? 2 : 50;
    double scale = layer == 0 ? 1 : UNIT; // sums in units, so that the tableau is well scaled
    for (int row = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++) {
        SafeFigure figure = layer == 0 ? table.countAt(row, column) : table.sumAt(row, column);
        OptionalLong value = figure.value();
        if (value.isPresent()) {
          double least = value.getAsLong() - half;
          double most = layer == 0 ? value.getAsLong() + half : value.getAsLong() + half - 1;
          attacker.learn(
              cells(row, column, rows, columns, offset),
              Math.max(layer == 0 ? RULE.threshold() : 0, least) / scale,
              most / scale);
        }
      }
    }
  }

  private static List<Integer> cells(int row, int column, int rows, int columns, int offset) {
    List<Integer> cells = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if ((row == rows || row == r) && (column == columns || column == c)) {
          cells.add(offset + r * columns + c);
        }
      }
    }
    return cells;
  }

  private static int[][] people(SplittableRandom random, int rows, int columns) {
    int[][] people = new int[rows][columns];
    for (int[] row : people) {
      for (int c = 0; c < columns; c++) {
        row[c] = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(70);
      }
    }
    return people;
  }

  private static int[][] sameRows(SplittableRandom random, int[][] people, int columns) {
    int[][] other = new int[people.length][columns];
    for (int r = 0; r < people.length; r++) {
      for (int i = 0; i < IntStream.of(people[r]).sum(); i++) {
        other[r][random.nextInt(columns)]++;
      }
    }
    return other;
  }

  /** A table with a generated amount for each person. */
  private static PersonTable table(int[][] people, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PersonTable.Builder table =
        PersonTable.builder(labels("r", people.length), labels("c", people[0].length))
            .amountsUpTo(UNIT);
    for (int r = 0; r < people.length; r++) {
      for (int c = 0; c < people[r].length; c++) {
        for (int i = 0; i < people[r][c]; i++) {
          table.person("r" + r, "c" + c, random.nextInt(UNIT + 1));
        }
      }
    }
    return table.build();
  }

  private static List<String> labels(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
