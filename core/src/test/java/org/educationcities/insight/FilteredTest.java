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

/** A filter gives nobody away: neither a part of it, nor what is left when parts are taken off. */
class FilteredTest {
  private static final SafetyRule RULE = SafetyRule.STANDARD;
  private static final int ROWS = 3;
  private static final int COLUMNS = 3;
  private static final List<String> VALUES = List.of("younger", "older");

  @Test
  void whatIsLeftWhenAPartIsTakenOffTheWholeIsHiddenToo() {
    // 3 of 40 in one cell are younger: 40 and 37 beside each other would tell.
    SafeTables safe = SafePublication.filtered(tables(new int[][][] {big(3), big(37)}), RULE);

    assertThat(safe.of("younger").count("r0", "c0").isShown()).isFalse();
    assertThat(safe.of(SafeTable.ALL).count("r0", "c0").isShown()).isFalse();
    assertThat(safe.of("older").count("r0", "c0")).isEqualTo(SafeFigure.shown(35));
    assertThat(safe.of(SafeTable.ALL).count("r2", "c2")).isEqualTo(SafeFigure.shown(80));
    assertThat(safe.values()).containsExactlyElementsOf(VALUES);
  }

  @Test
  void aValueThatTheFilterHasNotIsRefused() {
    SafeTables safe = SafePublication.filtered(tables(new int[][][] {big(3), big(37)}), RULE);
    assertThatThrownBy(() -> safe.of("oldest")).hasMessageContaining("oldest");
    PersonTables.Builder tables =
        PersonTables.builder(labels("r", ROWS), labels("c", COLUMNS), VALUES);
    assertThatThrownBy(() -> tables.person("oldest", "r0", "c0")).hasMessageContaining("oldest");
    assertThatThrownBy(() -> PersonTables.builder(List.of("r"), List.of("c"), List.of()))
        .hasMessageContaining("1 to 100");
    assertThatThrownBy(() -> PersonTables.builder(List.of("r"), List.of("c"), List.of("a", "a")))
        .hasMessageContaining("once");
  }

  @Test
  void anAttackerWithEveryPartAndTheWholeAndTheReportBeforePinsNoHiddenCellDown() {
    attack(60);
  }

  @Test
  @Tag("long")
  void anAttackerPinsNoHiddenCellDownInAThousandFilteredCities() {
    attack(1000);
  }

  private static void attack(int cities) {
    int hidden = 0;
    for (int seed = 0; seed < cities; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int[][][] people = {people(random), people(random)};
      PersonTables tables = tables(people);
      SafeTables first = SafePublication.filtered(tables, RULE);
      hidden += attack(List.of(first), seed);
      SafeTables second = SafePublication.filteredAfter(first, tables, RULE);
      hidden += attack(List.of(first, second), seed);
    }
    assertThat(hidden).as("hidden figures that were attacked").isGreaterThan(cities);
  }

  /** The cells of both parts are unknown; every part and the whole of every report is known. */
  private static int attack(List<SafeTables> reports, int seed) {
    Attacker attacker = new Attacker(VALUES.size() * ROWS * COLUMNS);
    for (SafeTables report : reports) {
      for (int part = 0; part <= VALUES.size(); part++) {
        learn(attacker, table(report, part), part);
      }
    }
    SafeTables last = reports.get(reports.size() - 1);
    int hidden = 0;
    for (int part = 0; part <= VALUES.size(); part++) {
      for (int row = 0; row <= ROWS; row++) {
        for (int column = 0; column <= COLUMNS; column++) {
          if (!table(last, part).countAt(row, column).isShown()) {
            hidden++;
            List<Integer> cells = cells(part, row, column);
            double least = Math.ceil(attacker.least(cells) - 1e-6);
            double most = Math.floor(attacker.most(cells) + 1e-6);
            assertThat(most - least)
                .as("seed %s: hidden cell %s, %s of part %s", seed, row, column, part)
                .isGreaterThanOrEqualTo(RULE.width());
          }
        }
      }
    }
    return hidden;
  }

  private static SafeTable table(SafeTables report, int part) {
    return report.of(part == VALUES.size() ? SafeTable.ALL : VALUES.get(part));
  }

  private static void learn(Attacker attacker, SafeTable table, int part) {
    int off = part == VALUES.size() ? 2 * VALUES.size() : 2; // the whole is as far off as its parts
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 0; column <= COLUMNS; column++) {
        OptionalLong value = table.countAt(row, column).value();
        if (value.isPresent()) {
          attacker.learn(
              cells(part, row, column),
              (double) Math.max(RULE.threshold(), value.getAsLong() - off),
              (double) (value.getAsLong() + off));
        }
      }
    }
  }

  private static List<Integer> cells(int part, int row, int column) {
    List<Integer> cells = new ArrayList<>();
    for (int p = 0; p < VALUES.size(); p++) {
      for (int r = 0; r < ROWS; r++) {
        for (int c = 0; c < COLUMNS; c++) {
          if ((part == VALUES.size() || part == p)
              && (row == ROWS || row == r)
              && (column == COLUMNS || column == c)) {
            cells.add((p * ROWS + r) * COLUMNS + c);
          }
        }
      }
    }
    return cells;
  }

  private static int[][] big(int first) {
    int[][] people = {{40, 40, 40}, {40, 40, 40}, {40, 40, 40}};
    people[0][0] = first;
    return people;
  }

  private static int[][] people(SplittableRandom random) {
    int[][] people = new int[ROWS][COLUMNS];
    for (int[] row : people) {
      for (int c = 0; c < COLUMNS; c++) {
        row[c] = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(70);
      }
    }
    return people;
  }

  private static PersonTables tables(int[][][] people) {
    PersonTables.Builder tables =
        PersonTables.builder(labels("r", ROWS), labels("c", COLUMNS), VALUES);
    for (int part = 0; part < people.length; part++) {
      for (int r = 0; r < ROWS; r++) {
        for (int c = 0; c < COLUMNS; c++) {
          for (int i = 0; i < people[part][r][c]; i++) {
            tables.person(VALUES.get(part), "r" + r, "c" + c);
          }
        }
      }
    }
    return tables.build();
  }

  private static List<String> labels(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
