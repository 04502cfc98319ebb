package org.educationcities.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** That the order in which learners and opportunities are told changes nothing but ties. */
class PermutationTest {

  @Test
  void neitherTheTotalNorAnyPriceDependsOnTheOrder() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < Trials.of(300); trial++) {
      AllocationProblem problem =
          Instances.random(random, 30, 8, 1 + trial % 4, trial % 3 == 0 ? 2 : 200);
      AllocationProblem other = shuffled(problem, trial);
      Allocation one = BestTotal.allocate(problem);
      Allocation two = BestTotal.allocate(other);

      assertThat(two.total()).as("trial %d", trial).isEqualTo(one.total());
      for (int j = 0; j < problem.opportunityCount(); j++) {
        int k = other.opportunities().indexOf(problem.opportunities().get(j));
        assertThat(two.price(k)).as("trial %d, %d", trial, j).isEqualTo(one.price(j));
      }
      // The surpluses under the smallest prices are as unique as these.
      for (int i = 0; i < problem.learnerCount(); i++) {
        int k = other.learners().indexOf(problem.learners().get(i));
        assertThat(two.surplus(k)).as("trial %d, %d", trial, i).isEqualTo(one.surplus(i));
      }
    }
  }

  @Test
  void aRepairReachesTheSameGoalsInAnyOrder() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < Trials.of(200); trial++) {
      AllocationProblem old = Instances.random(random, 20, 6, 3, 100);
      AllocationProblem changed = Instances.random(random, 22, 6, 3, 100);
      PlacementsBefore before = PlacementsBefore.of(BestTotal.allocate(old));
      RepairedAllocation one = Repairs.repair(changed, before, 20);
      RepairedAllocation two = Repairs.repair(shuffled(changed, trial), before, 20);

      assertThat(two.placedFirst()).as("trial %d", trial).isEqualTo(one.placedFirst());
      assertThat(two.total() - 20L * two.changed())
          .as("trial %d", trial)
          .isEqualTo(one.total() - 20L * one.changed());
    }
  }

  @Test
  void bottlenecksAreOfTheSameLearnersInAnyOrder() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < Trials.of(300); trial++) {
      AllocationProblem problem = Instances.random(random, 12, 6, 2, 5);

      // Who is reached from whoever is left out is the same in all placements of most learners.
      assertThat(inOrder(Bottlenecks.of(shuffled(problem, trial))))
          .as("trial %d", trial)
          .isEqualTo(inOrder(Bottlenecks.of(problem)));
    }
  }

  private static List<List<String>> inOrder(Bottlenecks found) {
    return found.groups().stream()
        .map(each -> each.learners().stream().sorted().toList())
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  private static AllocationProblem shuffled(AllocationProblem problem, long seed) {
    List<Integer> opportunities = numbers(problem.opportunityCount(), seed);
    List<Integer> learners = numbers(problem.learnerCount(), seed + 1);
    AllocationProblem.Builder builder = AllocationProblem.builder();
    for (int j : opportunities) {
      builder.opportunity(problem.opportunities().get(j), problem.places(j));
    }
    for (int i : learners) {
      builder.learner(problem.learners().get(i));
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        builder.pair(
            problem.learners().get(i),
            problem.opportunities().get(problem.opportunityOf(e)),
            problem.affinityOf(e));
      }
    }
    return builder.build();
  }

  private static List<Integer> numbers(int count, long seed) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      numbers.add(k);
    }
    Collections.shuffle(numbers, new Random(seed));
    return numbers;
  }
}
