package org.educationcities.matching;

import java.util.Arrays;

/** Which quotas a pair of a unit is under, and for how many of the unit's learners. */
final class QuotaUse {
  /** By pair, one more at the end: entries of the other two. */
  final int[] start;

  int[] quota = new int[16];
  int[] weight = new int[16];

  QuotaUse(HardModel model) {
    QuotaProblem problem = model.problem.quotas();
    int[] unitOfLearner = new int[problem.pairs().learnerCount()];
    for (int u = 0; u < model.units; u++) {
      for (int i : model.problem.learnersOf(u)) {
        unitOfLearner[i] = u;
      }
    }
    this.start = new int[model.pairs + 1];
    int[] pairOf = new int[16];
    int[] learnersIn = new int[model.units];
    int found = 0;
    for (int q = 0; q < problem.quotas().size(); q++) {
      Quota each = problem.quotas().get(q);
      int[] learners = problem.learnersOf(each);
      Arrays.fill(learnersIn, 0);
      if (learners == null) {
        System.arraycopy(model.size, 0, learnersIn, 0, model.units);
      } else {
        for (int i : learners) {
          learnersIn[unitOfLearner[i]]++;
        }
      }
      int[] opportunities = problem.opportunitiesOf(each);
      int count = opportunities == null ? model.opportunities : opportunities.length;
      for (int at = 0; at < count; at++) {
        int j = opportunities == null ? at : opportunities[at];
        for (int k = model.placeStart[j]; k < model.placeStart[j + 1]; k++) {
          int e = model.placePair[k];
          int members = learnersIn[model.unitOf[e]];
          if (members > 0) {
            if (found == pairOf.length) {
              pairOf = Arrays.copyOf(pairOf, 2 * found);
              quota = Arrays.copyOf(quota, 2 * found);
              weight = Arrays.copyOf(weight, 2 * found);
            }
            pairOf[found] = e;
            quota[found] = q;
            weight[found++] = members;
            start[e + 1]++;
          }
        }
      }
    }
    byPair(pairOf, found);
  }

  private void byPair(int[] pairOf, int found) {
    for (int e = 1; e < start.length; e++) {
      start[e] += start[e - 1];
    }
    int[] next = start.clone();
    int[] quotaByPair = new int[found];
    int[] weightByPair = new int[found];
    for (int at = 0; at < found; at++) {
      int to = next[pairOf[at]]++;
      quotaByPair[to] = quota[at];
      weightByPair[to] = weight[at];
    }
    quota = quotaByPair;
    weight = weightByPair;
  }
}
