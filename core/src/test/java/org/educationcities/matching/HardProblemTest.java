package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hard problem is made of, what it refuses, and what it says leaves the exact class. */
class HardProblemTest {
  private static final AllocationProblem PAIRS =
      AllocationProblem.builder()
          .opportunity("x", 2)
          .opportunity("y", 3)
          .pair("a", "x", 3)
          .pair("a", "y", 1)
          .pair("b", "x", 4)
          .pair("c", "y", 6)
          .build();

  @Test
  void aUnitSharesWhatAllItsLearnersMay() {
    HardProblem problem =
        over().partsOfAPlace(2).takes("b", 1).together("two", List.of("b", "a")).build();

    assertThat(problem.unitCount()).isEqualTo(2);
    assertThat(problem.learnersOf(0)).containsExactly(0, 1);
    assertThat(problem.unitId(0)).isEqualTo("two");
    assertThat(problem.takesOf(0)).isEqualTo(3);
    assertThat(problem.start(1)).isEqualTo(1);
    assertThat(problem.affinityOf(0)).isEqualTo(7);
    assertThat(problem.capacity(1)).isEqualTo(6);
  }

  @Test
  void namesWhatLeavesTheExactClass() {
    assertThat(over().build().problemClass().isExact()).isTrue();
    assertThat(over().atLeastOrNone("x", 1).build().problemClass().isExact()).isTrue();
    assertThat(outside(over().atLeastOrNone("x", 2))).isEqualTo("x");
    assertThat(outside(over().openingCost("y", 1))).isEqualTo("y");
    assertThat(outside(over().mostOpen(new OpenLimit("l", List.of("x", "y"), 1)))).isEqualTo("l");
    assertThat(outside(over().partsOfAPlace(2).takes("c", 1))).isEqualTo("c");
    assertThat(outside(over().together("two", List.of("a", "b")))).isEqualTo("two");
    assertThat(over().clash("x", "y").build().problemClass().isExact()).isTrue();
    QuotaProblem two = QuotaProblem.over(PAIRS).mostEach(2).build();
    assertThat(outside(HardProblem.over(two).clash("x", "y"))).isEqualTo("x");
  }

  @Test
  void refusesWhatCannotBe() {
    refused(() -> over().atLeastOrNone("x", -1), "not -1");
    refused(() -> over().atLeastOrNone("z", 1), "'z' is not known");
    refused(() -> over().openingCost("x", -1), "not -1");
    refused(() -> over().partsOfAPlace(0), "not 0");
    refused(() -> over().takes("a", 1001), "not 1001");
    refused(() -> over().clash("x", "x"), "with itself");
    refused(() -> over().together("u", List.of()), "no learners");
    refused(
        () -> over().together("u", List.of("a")).together("v", List.of("a")),
        "with others already");
    refused(() -> over().together("c", List.of("a", "b")).build(), "called like a learner");
    OpenLimit limit = new OpenLimit("l", List.of("x"), 1);
    refused(() -> over().mostOpen(limit).mostOpen(limit), "comes twice");
    refused(() -> new OpenLimit("l", List.of("x"), -1), "-1");
    QuotaProblem fixed = QuotaProblem.over(PAIRS).fixed("a", "y").build();
    refused(
        () -> HardProblem.over(fixed).together("u", List.of("a", "b")).build(), "not all who go");
  }

  @Test
  void refusesWhatCouldOverflow() {
    AllocationProblem many =
        AllocationProblem.builder().opportunity("x", Integer.MAX_VALUE).pair("a", "x", 1).build();
    refused(
        () -> HardProblem.over(QuotaProblem.over(many).build()).partsOfAPlace(2).build(),
        "too many parts");
    refused(
        () ->
            over()
                .openingCost("x", HardProblem.MAX_VALUE)
                .openingCost("y", HardProblem.MAX_VALUE)
                .build(),
        "too high");
  }

  private static HardProblemBuilder over() {
    return HardProblem.over(QuotaProblem.over(PAIRS).build());
  }

  private static String outside(HardProblemBuilder builder) {
    return builder.build().problemClass().outside();
  }

  private static void refused(Runnable wrong, String told) {
    assertThatThrownBy(wrong::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }
}
