package org.educationcities.matching;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random allocation problems, changed ones, and the best there is by trying everything. */
final class Instances {

  private Instances() {}

  static AllocationProblem random(
      SplittableRandom random, int learners, int opportunities, int mostPlaces, int mostAffinity) {
    AllocationProblem.Builder builder = AllocationProblem.builder();
    for (int j = 0; j < opportunities; j++) {
      builder.opportunity("o" + j, random.nextInt(mostPlaces + 1));
    }
    for (int i = 0; i < learners; i++) {
      builder.learner("l" + i);
      for (int j = 0; j < opportunities; j++) {
        if (random.nextInt(3) > 0) {
          builder.pair("l" + i, "o" + j, random.nextInt(1, mostAffinity + 1));
        }
      }
    }
    return builder.build();
  }

  static AllocationProblem withOneMorePlace(AllocationProblem problem, int opportunity) {
    int[] places = placesOf(problem);
    places[opportunity]++;
    return changed(problem, places, 1);
  }

  static AllocationProblem scaled(AllocationProblem problem, int factor) {
    return changed(problem, placesOf(problem), factor);
  }

  private static int[] placesOf(AllocationProblem problem) {
    return IntStream.range(0, problem.opportunityCount()).map(problem::places).toArray();
  }

  private static AllocationProblem changed(AllocationProblem problem, int[] places, int factor) {
    return AllocationProblem.of(
        problem.learners(),
        problem.opportunities(),
        places,
        IntStream.rangeClosed(0, problem.learnerCount()).map(problem::start).toArray(),
        IntStream.range(0, problem.pairCount()).map(problem::opportunityOf).toArray(),
        IntStream.range(0, problem.pairCount()).map(e -> factor * problem.affinityOf(e)).toArray());
  }

  static int[] placesOf(Allocation allocation) {
    return IntStream.range(0, allocation.problem().learnerCount())
        .map(allocation::placeOf)
        .toArray();
  }

  static long[] pricesOf(Allocation allocation) {
    return IntStream.range(0, allocation.problem().opportunityCount())
        .mapToLong(allocation::price)
        .toArray();
  }

  static long[] surplusesOf(Allocation allocation) {
    return IntStream.range(0, allocation.problem().learnerCount())
        .mapToLong(allocation::surplus)
        .toArray();
  }

  static long bestOfAll(AllocationProblem problem) {
    return bestFrom(problem, 0, placesOf(problem));
  }

  private static long bestFrom(AllocationProblem problem, int learner, int[] left) {
    if (learner == problem.learnerCount()) {
      return 0;
    }
    long best = bestFrom(problem, learner + 1, left);
    for (int e = problem.start(learner); e < problem.start(learner + 1); e++) {
      int j = problem.opportunityOf(e);
      if (left[j] > 0) {
        int[] after = Arrays.copyOf(left, left.length);
        after[j]--;
        best = Math.max(best, problem.affinityOf(e) + bestFrom(problem, learner + 1, after));
      }
    }
    return best;
  }
}
