package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Problems for tests: drawn from a seed, degenerate ones included. */
final class FairProblems {
  private FairProblems() {}

  static FairProblem any(Random random, int learners, int opportunities, int offers) {
    boolean several = random.nextBoolean();
    int slots = several ? random.nextInt(3) : 0;
    FairProblem.Builder builder = FairProblem.builder().bondBonus(random.nextInt(3));
    List<String> shared = new ArrayList<>();
    List<String> sharedToo = new ArrayList<>();
    for (int o = 0; o < opportunities; o++) {
      int places = random.nextInt(3) * Math.max(1, learners / opportunities / 2);
      if (slots > 0) {
        builder.opportunity("o" + o, places, "slot-" + random.nextInt(slots));
      } else {
        builder.opportunity("o" + o, places);
      }
      int whose = random.nextInt(6);
      if (whose < 2) {
        (whose == 0 ? shared : sharedToo).add("o" + o);
      }
    }
    builder
        .provider("p", random.nextInt(1 + learners), shared)
        .provider("q", random.nextInt(1 + learners), sharedToo);
    int levels = 1 + random.nextInt(random.nextBoolean() ? 4 : 999);
    boolean bonuses = random.nextBoolean();
    int left = offers;
    for (int i = 0; i < learners; i++) {
      List<Integer> order = new ArrayList<>();
      for (int o = 0; o < opportunities; o++) {
        order.add(o);
      }
      Collections.shuffle(order, random);
      int count =
          Math.min(left, Math.min(opportunities, random.nextInt(2 + 2 * offers / learners)));
      left -= count;
      List<FairLearner.Offer> list = new ArrayList<>();
      for (int o : order.subList(0, count)) {
        int wish = random.nextInt(4) == 0 ? 0 : Math.min(7, 1 + random.nextInt(list.size() + 1));
        list.add(
            new FairLearner.Offer(
                "o" + o, 1 + random.nextInt(levels), wish, random.nextInt(5) == 0));
      }
      builder.learner(
          new FairLearner(
              "l" + i, several ? 1 + random.nextInt(3) : 1, bonuses ? random.nextInt(3) : 0, list));
    }
    return builder.build();
  }

  static boolean keepsBounds(FairProblem problem, boolean[] held) {
    int[] at = new int[problem.opportunities()];
    int[] atProvider = new int[problem.providerPlaces.length];
    for (int i = 0; i < problem.learners(); i++) {
      int count = 0;
      Set<Integer> slots = new HashSet<>();
      for (int p = problem.first[i]; p < problem.first[i + 1]; p++) {
        int o = problem.opportunity[p];
        if (!held[p]) {
          continue;
        }
        int s = problem.provider[o];
        if (++count > problem.most[i]
            || ++at[o] > problem.places[o]
            || (problem.slot[o] >= 0 && !slots.add(problem.slot[o]))
            || (s >= 0 && ++atProvider[s] > problem.providerPlaces[s])) {
          return false;
        }
      }
    }
    return true;
  }

  static boolean holds(FairProblem problem, FairResult result, int offer) {
    int learner = 0;
    while (problem.first[learner + 1] <= offer) {
      learner++;
    }
    String id = problem.learnerIds[learner];
    String opportunity = problem.opportunityIds[problem.opportunity[offer]];
    return result.placements().stream()
        .anyMatch(p -> p.learner().equals(id) && p.opportunity().equals(opportunity));
  }
}
