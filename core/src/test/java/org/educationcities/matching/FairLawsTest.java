package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.educationcities.matching.FairLearner.Offer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold whatever the numbers are. */
class FairLawsTest {

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void theOrderOfLearnersAndOpportunitiesChangesNothingButTies(FairNotion notion) {
    Random random = new Random(41);
    for (int instance = 0; instance < Trials.of(500); instance++) {
      List<FairLearner> learners = learners(random, 12, 5);
      List<FairLearner> turned = new ArrayList<>();
      for (FairLearner learner : learners) {
        List<Offer> offers = new ArrayList<>(learner.offers());
        Collections.reverse(offers);
        turned.add(
            0, new FairLearner(learner.id(), learner.most(), learner.leastServedBonus(), offers));
      }
      List<String> opportunities = List.of("o0", "o1", "o2", "o3", "o4");
      List<String> turnedOpportunities = List.of("o3", "o1", "o4", "o0", "o2");

      FairResult one = FairAllocation.solve(problem(learners, opportunities, 2), notion);
      FairResult other = FairAllocation.solve(problem(turned, turnedOpportunities, 2), notion);

      assertThat(costs(other)).isEqualTo(costs(one));
    }
  }

  @ParameterizedTest
  @EnumSource(FairNotion.class)
  void onePlaceMoreAtEachOpportunityNeverPlacesFewer(FairNotion notion) {
    Random random = new Random(42);
    List<String> opportunities = List.of("o0", "o1", "o2", "o3", "o4");
    for (int instance = 0; instance < Trials.of(500); instance++) {
      List<FairLearner> learners = learners(random, 12, 5);
      FairResult few = FairAllocation.solve(problem(learners, opportunities, 1), notion);
      FairResult more = FairAllocation.solve(problem(learners, opportunities, 2), notion);
      assertThat(more.figures().placed()).isGreaterThanOrEqualTo(few.figures().placed());
    }
  }

  /** The goals that later ones keep to, with what each costs; a level may be fixed in one order. */
  private static List<String> costs(FairResult result) {
    List<String> costs = new ArrayList<>();
    for (FairStage stage : result.stages()) {
      if (stage.isBinding()
          && stage.goal() != FairStage.Goal.FEWEST_AT
          && stage.goal() != FairStage.Goal.MOST_OF_WISH) {
        costs.add(stage.toString());
      }
    }
    if (result.notion() == FairNotion.LEXIMIN) {
      costs.add(
          result.placements().stream()
              .map(FairResult.Placement::affinity)
              .sorted()
              .toList()
              .toString());
    } else if (result.notion() != FairNotion.BOTTLENECK_THEN_TOTAL) {
      costs.add(
          result.placements().stream()
              .map(FairResult.Placement::wish)
              .sorted()
              .toList()
              .toString());
    }
    return costs;
  }

  private static FairProblem problem(
      List<FairLearner> learners, List<String> opportunities, int places) {
    FairProblem.Builder builder = FairProblem.builder();
    opportunities.forEach(id -> builder.opportunity(id, places));
    learners.forEach(builder::learner);
    return builder.build();
  }

  private static List<FairLearner> learners(Random random, int count, int opportunities) {
    List<FairLearner> learners = new ArrayList<>();
    int levels = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      List<Offer> offers = new ArrayList<>();
      for (int o = 0; o < opportunities; o++) {
        if (random.nextInt(3) > 0) {
          offers.add(new Offer("o" + o, 1 + random.nextInt(levels), 1 + offers.size(), false));
        }
      }
      Collections.shuffle(offers, random);
      learners.add(new FairLearner("l" + i, 1 + random.nextInt(2), random.nextInt(3), offers));
    }
    return learners;
  }
}
