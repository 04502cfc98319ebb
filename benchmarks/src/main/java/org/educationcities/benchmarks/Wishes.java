package org.educationcities.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.educationcities.matching.StableProblem;

/**
 * Markets for deferred acceptance: twenty wishes a learner, by affinity in a city, or of anything
 * anywhere with any priority, where nothing lies together.
 */
final class Wishes {
  private static final int EACH = 20;

  private Wishes() {}

  /** Each learner's dearest of a city, priorities the affinities. */
  static StableProblem ofCity(Instance city) {
    int n = city.learners();
    int[] first = new int[n + 1];
    int[] choices = new int[n * EACH];
    int[] priorities = new int[n * EACH];
    int at = 0;
    for (int i = 0; i < n; i++) {
      long[] own = new long[city.start()[i + 1] - city.start()[i]];
      for (int k = 0; k < own.length; k++) {
        int e = city.start()[i] + k;
        own[k] = (long) -city.affinityOf()[e] << 32 | city.opportunityOf()[e];
      }
      Arrays.sort(own);
      for (int k = 0; k < Math.min(EACH, own.length); k++) {
        choices[at] = (int) own[k];
        priorities[at++] = (int) -(own[k] >> 32);
      }
      first[i + 1] = at;
    }
    return problem(city.places(), first, Arrays.copyOf(choices, at), Arrays.copyOf(priorities, at));
  }

  /** Wishes for any of the opportunities, each with 19 places. */
  static StableProblem uniform(int learners, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int m = Math.max(2 * EACH, learners / 20);
    int[] places = new int[m];
    Arrays.fill(places, 19);
    int[] first = new int[learners + 1];
    int[] choices = new int[learners * EACH];
    for (int i = 0; i < learners; i++) {
      first[i + 1] = first[i] + EACH;
      for (int k = first[i]; k < first[i + 1]; k++) {
        do {
          choices[k] = random.nextInt(m);
        } while (isAmong(choices, first[i], k));
      }
    }
    return problem(places, first, choices, random.ints(choices.length, 0, 1000).toArray());
  }

  private static boolean isAmong(int[] choices, int from, int at) {
    for (int k = from; k < at; k++) {
      if (choices[k] == choices[at]) {
        return true;
      }
    }
    return false;
  }

  private static StableProblem problem(int[] places, int[] first, int[] choices, int[] priorities) {
    return StableProblem.ofArrays(
        Instance.ids("l", first.length - 1).toArray(String[]::new),
        Instance.ids("o", places.length).toArray(String[]::new),
        places,
        first,
        choices,
        priorities);
  }
}
