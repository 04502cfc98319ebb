package org.educationcities.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one table, in small, so that what prints it stays sound. */
class ComparisonTest {

  @Test
  void everyInstanceHasARowWithThePeersTotalAndNoGap() {
    List<String> rows =
        printed("runs=1", "400", "adversaries=400", "jgrapht=60", "quotas=200")
            .lines()
            .filter(x -> x.contains(" | "))
            .toList();

    // A head, two cities, eight adversaries, a row of JGraphT and one of quotas.
    assertThat(rows).hasSize(13);
    assertThat(rows.subList(1, 13)).allMatch(row -> row.contains(" | yes | 0 | "));
  }

  @Test
  void whatIsNoPlacementEachStandsBelow() {
    String text = printed("runs=1", "repair=400", "candidates=2000", "deferred=600");

    assertThat(text)
        .contains("- greatest total anew after one cancelled opportunity, 400 learners")
        .contains("- candidates of 2000 learners among 100 opportunities")
        .contains("- repair of one cancelled opportunity")
        .contains("- deferred acceptance, 600 learners, 12000 wishes of anything");
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> printed("fast=10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fast=10");
  }

  private static String printed(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Comparison.print(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
