package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.educationcities.matching.ReservedSeats.Block;
import org.educationcities.matching.ReservedSeats.Unfilled;
import org.educationcities.matching.StableResult.Placement;
import org.junit.jupiter.api.Test;

/** Small markets, each with a matching that breaks one rule: exactly that is named. */
class TamperedStableMatchingTest {
  private static final Lottery LOTTERY = Lottery.single("x");

  /** One who may have so many placements and wishes for these, at these priorities. */
  private static StableLearner learner(String id, int most, Object... wishes) {
    List<StableLearner.Choice> choices = new ArrayList<>();
    for (int k = 0; k < wishes.length; k += 2) {
      choices.add(new StableLearner.Choice((String) wishes[k], (Integer) wishes[k + 1]));
    }
    return new StableLearner(id, most, choices, id.startsWith("g") ? Set.of("g") : Set.of());
  }

  /** Who is where, as "a x 1" for the first choice; "a x 0 fixed" where it was fixed. */
  private static List<String> faults(StableProblem problem, String... placements) {
    return faults(problem, LOTTERY, placements);
  }

  private static List<String> faults(StableProblem problem, Lottery lottery, String... placements) {
    List<Placement> told = new ArrayList<>();
    for (String each : placements) {
      List<String> part = Splitter.on(' ').splitToList(each);
      told.add(
          new Placement(part.get(0), part.get(1), Integer.parseInt(part.get(2)), part.size() > 3));
    }
    return StabilityChecker.faults(
        problem, new StableResult(problem, StableResult.Proposing.LEARNERS, lottery, told));
  }

  private static String rather(String learner, String opportunity) {
    return "learner "
        + learner
        + " and opportunity "
        + opportunity
        + " would both rather have each other";
  }

  @Test
  void aPlacementIsOfSomebodySomewhereOnceAndOfTheChoiceTold() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .learner(learner("a", 1, "x", 0))
            .build();

    assertThat(faults(problem, "a x 1")).isEmpty();
    String nobody = "a placement of %s is of nobody, nowhere or told twice";
    assertThat(faults(problem, "a x 1", "b x 1")).containsExactly(String.format(nobody, "b"));
    assertThat(faults(problem, "a z 1")).containsExactly(String.format(nobody, "a"));
    assertThat(faults(problem, "a x 1", "a x 1")).containsExactly(String.format(nobody, "a"));
    assertThat(faults(problem, "a x 2")).containsExactly("a placement of a is not choice 2");
    assertThat(faults(problem, "a y 0")).containsExactly("a placement of a was never wished for");
    assertThat(faults(problem, "a x 1 fixed"))
        .containsExactly("a placement of a is not as fixed as told");
    assertThat(faults(problem)).containsExactly(rather("a", "x"));
  }

  @Test
  void fixedPlacementsAreAllThereAndTakeSlotsAndCount() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("w", 1, "Mon")
            .opportunity("x", 1, "Mon")
            .opportunity("y", 1, "Tue")
            .opportunity("z", 1)
            .learner(learner("a", 2, "w", 0, "x", 0, "y", 0, "z", 0))
            .fix("a", "w")
            .build();

    assertThat(faults(problem, "a w 1 fixed", "a y 3")).isEmpty();
    assertThat(faults(problem, "a y 3")).containsExactly("1 fixed placements are missing");
    assertThat(faults(problem, "a w 1", "a y 3"))
        .containsExactly(
            "a placement of a is not as fixed as told", "1 fixed placements are missing");
    assertThat(faults(problem, "a w 1 fixed", "a x 2")).containsExactly("learner a holds too much");
    assertThat(faults(problem, "a w 1 fixed", "a y 3", "a z 4"))
        .containsExactly("learner a holds too much");
    assertThat(faults(problem, "a w 1 fixed", "a z 4")).containsExactly(rather("a", "y"));
    assertThat(faults(problem, "a w 1 fixed")).containsExactly(rather("a", "y"), rather("a", "z"));
  }

  @Test
  void aLearnerTakesOneASlotAndSeveralWithoutSlots() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("x", 1, "Mon")
            .opportunity("y", 1, "Mon")
            .opportunity("v", 1)
            .opportunity("w", 1)
            .learner(learner("a", 3, "x", 0, "y", 0, "v", 0, "w", 0))
            .build();

    assertThat(faults(problem, "a x 1", "a v 3", "a w 4")).isEmpty();
    assertThat(faults(problem, "a x 1", "a y 2", "a v 3"))
        .containsExactly("learner a holds too much");
    assertThat(faults(problem, "a y 2", "a v 3", "a w 4")).containsExactly(rather("a", "x"));
    assertThat(faults(problem, "a x 1", "a v 3")).containsExactly(rather("a", "w"));
  }

  @Test
  void aPlaceHoldsNoMoreThanItHasAndThoseWhomItPutsFirst() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("x", 2)
            .learner(learner("a", 1, "x", 1))
            .learner(learner("b", 1, "x", 3))
            .learner(learner("c", 1, "x", 2))
            .learner(learner("f", 1))
            .build();
    StableProblem withFixed =
        StableProblem.builder()
            .opportunity("x", 2)
            .learner(learner("a", 1, "x", 1))
            .learner(learner("b", 1, "x", 3))
            .learner(learner("f", 1))
            .fix("f", "x")
            .build();

    assertThat(faults(problem, "b x 1", "c x 1")).isEmpty();
    assertThat(faults(problem, "a x 1", "b x 1", "c x 1"))
        .containsExactly("opportunity x is too full");
    assertThat(faults(problem, "a x 1", "b x 1")).containsExactly(rather("c", "x"));
    assertThat(faults(problem, "b x 1")).containsExactly(rather("a", "x"), rather("c", "x"));
    assertThat(faults(withFixed, "f x 0 fixed", "b x 1")).isEmpty();
    assertThat(faults(withFixed, "f x 0 fixed", "a x 1", "b x 1"))
        .containsExactly("opportunity x is too full");
    assertThat(faults(withFixed, "f x 0 fixed", "a x 1")).containsExactly(rather("b", "x"));
  }

  @Test
  void equalPrioritiesAreDrawnByTheLotteryOfTheResult() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .learner(learner("a", 2, "x", 0, "y", 0))
            .learner(learner("b", 2, "x", 0, "y", 0))
            .build();
    for (int seed = 0; seed < 40; seed++) {
      for (Lottery lottery :
          List.of(Lottery.single("s" + seed), Lottery.perOpportunity("s" + seed))) {
        String x = winner(lottery, "x");
        String y = winner(lottery, "y");
        assertThat(faults(problem, lottery, x + " x 1", y + " y 2")).isEmpty();
        String loser = x.equals("a") ? "b" : "a";
        assertThat(faults(problem, lottery, loser + " x 1", y + " y 2"))
            .containsExactly(rather(x, "x"));
      }
    }
  }

  private static String winner(Lottery lottery, String opportunity) {
    return Long.compareUnsigned(lottery.number("a", opportunity), lottery.number("b", opportunity))
            > 0
        ? "a"
        : "b";
  }

  @Test
  void aProviderChoosesOverAllItsOpportunitiesByOneOrder() {
    StableProblemBuilder builder =
        StableProblem.builder()
            .opportunity("own", 1)
            .opportunity("x", 2)
            .opportunity("y", 1)
            .provider("p", 2, List.of("x", "y"))
            .learner(learner("a", 1, "x", 5))
            .learner(learner("b", 1, "x", 4))
            .learner(learner("c", 1, "y", 3))
            .learner(learner("d", 1, "y", 2))
            .learner(learner("e", 1, "own", 0));
    StableProblem problem = builder.build();

    assertThat(faults(problem, "a x 1", "b x 1", "e own 1")).isEmpty();
    assertThat(faults(problem, "a x 1", "c y 1", "e own 1")).containsExactly(rather("b", "x"));
    assertThat(faults(problem, "a x 1", "b x 1")).containsExactly(rather("e", "own"));
    assertThat(faults(problem, "a x 1", "b x 1", "c y 1", "e own 1"))
        .containsExactly("opportunity x is too full");
    // Two at y are too many although the provider has two places.
    assertThat(faults(problem, "c y 1", "d y 1", "e own 1"))
        .containsExactly("opportunity y is too full");

    StableProblem withFixed = builder.learner(learner("f", 1)).fix("f", "x").build();
    assertThat(faults(withFixed, "f x 0 fixed", "a x 1", "e own 1")).isEmpty();
    assertThat(faults(withFixed, "f x 0 fixed", "a x 1", "b x 1", "e own 1"))
        .containsExactly("opportunity x is too full");
    assertThat(faults(withFixed, "f x 0 fixed", "a x 1", "c y 1", "e own 1"))
        .containsExactly("opportunity x is too full");
    assertThat(faults(withFixed, "f x 0 fixed", "c y 1", "e own 1"))
        .containsExactly(rather("a", "x"), rather("b", "x"));
  }

  @Test
  void aProvidersPlacesAreThoseOfEachOpportunityToo() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("own", 1)
            .opportunity("x", 2)
            .opportunity("z", 1)
            .provider("p", 3, List.of("x"))
            .provider("q", 1, List.of("z"))
            .learner(learner("a", 1, "x", 5))
            .learner(learner("b", 1, "x", 4))
            .learner(learner("e", 1, "own", 0))
            .learner(learner("h", 1, "z", 0))
            .learner(learner("f", 1))
            .fix("f", "x")
            .build();

    assertThat(faults(problem, "f x 0 fixed", "a x 1", "e own 1", "h z 1")).isEmpty();
    assertThat(faults(problem, "f x 0 fixed", "a x 1", "b x 1", "e own 1", "h z 1"))
        .containsExactly("opportunity x is too full");
  }

  @Test
  void oneWhoAsksTwiceAtAProviderHasTheOpportunityOfTheLesserId() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("x", 1)
            .opportunity("y", 1)
            .provider("p", 1, List.of("x", "y"))
            .learner(learner("a", 2, "y", 0, "x", 0))
            .build();

    assertThat(faults(problem, "a x 2")).isEmpty();
    assertThat(faults(problem, "a y 1")).containsExactly(rather("a", "x"));
  }

  @Test
  void reservedSeatsAreFilledBlockByBlock() {
    StableProblem problem = reserved(Unfilled.STAY_FREE, 4);

    assertThat(faults(problem, "ga o 1", "b o 1", "c o 1")).isEmpty();
    assertThat(faults(problem, "b o 1", "c o 1")).containsExactly(rather("ga", "o"));
    assertThat(faults(problem, "ga o 1", "b o 1", "d o 1")).containsExactly(rather("c", "o"));
    assertThat(faults(problem, "b o 1", "c o 1", "d o 1"))
        .containsExactly("opportunity o is too full");
    assertThat(faults(problem, "ga o 1", "b o 1", "c o 1", "d o 1"))
        .containsExactly("opportunity o is too full");
  }

  @Test
  void seatsThatStayUnfilledGoToAnyoneWhereThatIsSaid() {
    StableProblem toAnyone = reserved(Unfilled.GO_TO_ANYONE, 0);
    StableProblem stayFree = reserved(Unfilled.STAY_FREE, 0);

    assertThat(faults(toAnyone, "b o 1", "c o 1", "d o 1")).isEmpty();
    assertThat(faults(toAnyone, "b o 1", "c o 1"))
        .containsExactly(rather("d", "o"), rather("e", "o"));
    assertThat(faults(toAnyone, "b o 1", "c o 1", "d o 1", "e o 1"))
        .containsExactly("opportunity o is too full");
    assertThat(faults(stayFree, "b o 1", "c o 1")).isEmpty();
    assertThat(faults(stayFree, "b o 1", "c o 1", "d o 1"))
        .containsExactly("opportunity o is too full");
  }

  /** One seat for the group and two for everyone; ga, of the group, wishes for it if at all. */
  private static StableProblem reserved(Unfilled unfilled, int wishesOfTheGroup) {
    StableProblemBuilder builder =
        StableProblem.builder()
            .opportunity("o", 3)
            .reserve(
                new ReservedSeats(
                    "o",
                    List.of(new Block("g", 1), new Block(ReservedSeats.EVERYONE, 2)),
                    unfilled));
    if (wishesOfTheGroup > 0) {
      builder.learner(learner("ga", 1, "o", 1));
    }
    return builder
        .learner(learner("b", 1, "o", 5))
        .learner(learner("c", 1, "o", 4))
        .learner(learner("d", 1, "o", 3))
        .learner(learner("e", 1, "o", 2))
        .build();
  }

  @Test
  void whoIsFixedTakesTheFirstSeatThatIsForThem() {
    StableProblem ofGroup = fixed("gf");
    StableProblem ofNone = fixed("f");

    assertThat(faults(ofGroup, "gf o 0 fixed", "b o 1")).isEmpty();
    assertThat(faults(ofGroup, "gf o 0 fixed", "ga o 1")).containsExactly(rather("b", "o"));
    assertThat(faults(ofNone, "f o 0 fixed", "ga o 1")).isEmpty();
    assertThat(faults(ofNone, "f o 0 fixed", "b o 1")).containsExactly("opportunity o is too full");
    assertThat(faults(ofNone, "f o 0 fixed")).containsExactly(rather("ga", "o"));
  }

  /** One seat for the group and one for everyone, one of them taken by somebody fixed. */
  private static StableProblem fixed(String who) {
    return StableProblem.builder()
        .opportunity("o", 2)
        .reserve(
            new ReservedSeats(
                "o",
                List.of(new Block("g", 1), new Block(ReservedSeats.EVERYONE, 1)),
                Unfilled.STAY_FREE))
        .learner(learner("ga", 1, "o", 1))
        .learner(learner("b", 1, "o", 5))
        .learner(learner(who, 1))
        .fix(who, "o")
        .build();
  }

  @Test
  void whoIsFixedBeyondTheirOwnSeatsTakesTheLastThatIsLeft() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("o", 3)
            .reserve(
                new ReservedSeats(
                    "o", List.of(new Block("g", 1), new Block("h", 2)), Unfilled.STAY_FREE))
            .learner(learner("ga", 1, "o", 1))
            .learner(new StableLearner("h1", 1, wish(2), Set.of("h")))
            .learner(new StableLearner("h2", 1, wish(3), Set.of("h")))
            .learner(learner("f", 1))
            .fix("f", "o")
            .build();

    assertThat(faults(problem, "f o 0 fixed", "ga o 1", "h2 o 1")).isEmpty();
    assertThat(faults(problem, "f o 0 fixed", "ga o 1", "h1 o 1"))
        .containsExactly(rather("h2", "o"));
    assertThat(faults(problem, "f o 0 fixed", "h1 o 1", "h2 o 1"))
        .containsExactly("opportunity o is too full");
    assertThat(faults(problem, "f o 0 fixed", "h2 o 1")).containsExactly(rather("ga", "o"));
  }

  @Test
  void twoWhoAreFixedTakeTwoSeats() {
    StableProblem problem =
        StableProblem.builder()
            .opportunity("o", 4)
            .reserve(
                new ReservedSeats(
                    "o",
                    List.of(
                        new Block("g", 1), new Block(ReservedSeats.EVERYONE, 2), new Block("h", 1)),
                    Unfilled.STAY_FREE))
            .learner(learner("b", 1, "o", 5))
            .learner(learner("c", 1, "o", 4))
            .learner(new StableLearner("h1", 1, wish(1), Set.of("h")))
            .learner(learner("g1", 1))
            .learner(learner("g2", 1))
            .fix("g1", "o")
            .fix("g2", "o")
            .build();

    assertThat(faults(problem, "g1 o 0 fixed", "g2 o 0 fixed", "b o 1", "h1 o 1")).isEmpty();
    assertThat(faults(problem, "g1 o 0 fixed", "b o 1", "h1 o 1"))
        .contains("1 fixed placements are missing");
    assertThat(faults(problem, "g1 o 0 fixed", "g2 o 0 fixed", "b o 1", "c o 1"))
        .containsExactly("opportunity o is too full");
  }

  private static List<StableLearner.Choice> wish(int priority) {
    return List.of(new StableLearner.Choice("o", priority));
  }

  @Test
  void noMoreThanAHundredFaultsAreTold() {
    StableProblemBuilder builder = StableProblem.builder().opportunity("x", 200);
    for (int i = 0; i < 120; i++) {
      builder.learner(learner("l" + i, 1, "x", 0));
    }

    assertThat(faults(builder.build())).hasSize(100);
  }
}
