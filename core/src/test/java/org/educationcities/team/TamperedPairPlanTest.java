package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The best pairs of six, and each part of them told wrongly by one: exactly that is named. */
class TamperedPairPlanTest {
  private static final PairProblem PROBLEM =
      new PairProblem(
          List.of(
              new TeamMember("a", Map.of("reading", 4), Map.of("chess", 2)),
              new TeamMember("b", Map.of("chess", 1), Map.of("reading", 1)),
              new TeamMember("c", Map.of("chess", 2, "reading", 2), Map.of())),
          List.of(
              new TeamMember("d", Map.of(), Map.of("chess", 1)),
              new TeamMember("m", Map.of("chess", 3), Map.of("reading", 4)),
              new TeamMember("n", Map.of("reading", 2), Map.of("reading", 1))),
          2,
          List.of(TeamWish.apart("d", "c")));

  private static final Lesson READING = new Lesson("a", "m", "reading", 0, 4);
  private static final Lesson CHESS = new Lesson("m", "a", "chess", 0, 3);
  private static final LearningPair FIRST = new LearningPair("a", "m", 22, List.of(READING, CHESS));
  private static final LearningPair SECOND =
      new LearningPair("b", "n", 2, List.of(new Lesson("n", "b", "reading", 0, 2)));

  private static final class Draft {
    final List<LearningPair> pairs = new ArrayList<>(List.of(FIRST, SECOND));
    final List<String> unpaired = new ArrayList<>(List.of("c", "d"));
    final Map<String, Integer> prices =
        new HashMap<>(Map.of("a", 14, "m", 8, "b", 0, "n", 2, "c", 0, "d", 0));
    long points = 24;
  }

  private static List<String> after(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return PairChecker.faults(
        PROBLEM, new PairPlan(draft.pairs, draft.unpaired, draft.points, draft.prices));
  }

  @Test
  void thePlanAsItIsStandsAndIsFound() {
    assertThat(after(d -> {})).isEmpty();
    assertThat(LearningPairs.pair(PROBLEM).pairs()).containsExactly(FIRST, SECOND);
    assertThat(LearningPairs.pair(PROBLEM).unpaired()).containsExactly("c", "d");
  }

  @Test
  void aPairIsOfBothGroupsAndOfNobodyElsesPartner() {
    String leftOut = "somebody is left out, or told of twice";
    assertThat(after(d -> d.pairs.set(1, new LearningPair("x", "n", 2, SECOND.lessons()))))
        .contains("x and n cannot be a pair", leftOut);
    assertThat(after(d -> d.pairs.set(1, new LearningPair("b", "x", 2, SECOND.lessons()))))
        .contains("b and x cannot be a pair", leftOut);
    assertThat(after(d -> d.pairs.add(new LearningPair("n", "b", 2, SECOND.lessons()))))
        .containsExactly("n and b cannot be a pair", leftOut);
    assertThat(
            after(
                d -> {
                  d.pairs.add(FIRST);
                  d.unpaired.clear();
                }))
        .contains("a and m cannot be a pair", leftOut);
    assertThat(after(d -> d.unpaired.add("n"))).contains("b and n cannot be a pair");
    assertThat(after(d -> d.unpaired.remove("d"))).containsExactly(leftOut);
    assertThat(after(d -> d.unpaired.add("d"))).containsExactly(leftOut);
    assertThat(after(d -> d.unpaired.set(1, "x"))).containsExactly(leftOut);
  }

  @Test
  void aPairLearnsWhatIsTold() {
    String fault = "a and m do not learn what is told";
    Lesson invented = new Lesson("m", "a", "chess", 0, 4);
    for (LearningPair told :
        List.of(
            new LearningPair("a", "m", 21, FIRST.lessons()),
            new LearningPair("a", "m", 23, FIRST.lessons()),
            new LearningPair("a", "m", 22, List.of(READING)),
            new LearningPair("a", "m", 22, List.of(READING, CHESS, CHESS)),
            new LearningPair("a", "m", 22, List.of(READING, READING)),
            new LearningPair("a", "m", 22, List.of(READING, invented)))) {
      assertThat(after(d -> d.pairs.set(0, told))).containsExactly(fault);
    }
    assertThat(after(d -> d.pairs.set(0, new LearningPair("a", "m", 22, List.of(CHESS, READING)))))
        .isEmpty();
  }

  @Test
  void whoIsToBeApartIsNoPair() {
    Lesson lesson = new Lesson("c", "d", "chess", 0, 2);
    assertThat(
            after(
                d -> {
                  d.pairs.add(new LearningPair("c", "d", 2, List.of(lesson)));
                  d.unpaired.clear();
                  d.points = 26;
                  d.prices.put("c", 2);
                }))
        .containsExactly("c and d do not learn what is told");
  }

  @Test
  void pointsAndPricesAddUpAndCoverEveryPair() {
    assertThat(after(d -> d.points++)).containsExactly("the points are 24, not 25");
    assertThat(after(d -> d.points--)).containsExactly("the points are 24, not 23");
    assertThat(after(d -> d.prices.put("a", 15)))
        .containsExactly("the prices add up to 25, not to 24");
    assertThat(
            after(
                d -> {
                  d.prices.put("x", -1);
                  d.prices.put("a", 15);
                }))
        .containsExactly("a price is -1");
    assertThat(
            after(
                d -> {
                  d.prices.put("a", 13);
                  d.prices.put("d", 1);
                }))
        .containsExactly("a and m are worth more than their prices");
    assertThat(
            after(
                d -> {
                  d.prices.put("n", 1);
                  d.prices.put("d", 1);
                }))
        .containsExactly("b and n are worth more than their prices");
    assertThat(
            after(
                d -> {
                  d.prices.put("a", 15);
                  d.prices.put("m", 7);
                }))
        .containsExactly("c and m are worth more than their prices");
    assertThat(
            after(
                d -> {
                  d.prices.remove("d");
                  d.prices.remove("b");
                  d.prices.remove("c");
                }))
        .isEmpty();
  }
}
