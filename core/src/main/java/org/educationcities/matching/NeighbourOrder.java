package org.educationcities.matching;

/**
 * An order in which opportunities that share candidates stand near each other, and learners by what
 * they like best. Breadth first, by a sample of each opportunity's candidates; linear.
 */
final class NeighbourOrder {
  private static final int SAMPLE = 6;

  /** By place in the order, the number in the problem. */
  final int[] learner;

  final int[] opportunity;

  NeighbourOrder(AllocationProblem problem) {
    int n = problem.learnerCount();
    int m = problem.opportunityCount();
    int[] top = topChoices(problem);
    int[] first = new int[m + 3];
    for (int i = 0; i < n; i++) {
      first[top[i] + 2]++;
    }
    for (int j = 2; j < first.length; j++) {
      first[j] += first[j - 1];
    }
    int[] byTop = new int[n];
    for (int i = 0; i < n; i++) {
      byTop[first[top[i] + 1]++] = i;
    }
    opportunity = breadthFirst(problem, first, byTop);
    learner = new int[n];
    int who = 0;
    for (int j = 0; j <= m; j++) {
      // Whoever has no candidate at all stands under number m, at the end.
      int given = j < m ? opportunity[j] : m;
      for (int k = first[given]; k < first[given + 1]; k++) {
        learner[who++] = byTop[k];
      }
    }
  }

  private static int[] topChoices(AllocationProblem problem) {
    int[] top = new int[problem.learnerCount()];
    for (int i = 0; i < top.length; i++) {
      int best = 0;
      top[i] = problem.opportunityCount();
      for (int e = problem.start(i); e < problem.start(i + 1); e++) {
        if (problem.affinityOf(e) > best) {
          best = problem.affinityOf(e);
          top[i] = problem.opportunityOf(e);
        }
      }
    }
    return top;
  }

  private static int[] breadthFirst(AllocationProblem problem, int[] first, int[] byTop) {
    int m = problem.opportunityCount();
    int[] order = new int[m];
    boolean[] seen = new boolean[m];
    int tail = 0;
    int head = 0;
    for (int root = 0; root < m; root++) {
      if (!seen[root]) {
        seen[root] = true;
        order[tail++] = root;
      }
      for (; head < tail; head++) {
        int j = order[head];
        int from = first[j];
        for (int k = from; k < Math.min(from + SAMPLE, first[j + 1]); k++) {
          int i = byTop[k];
          for (int e = problem.start(i); e < problem.start(i + 1); e++) {
            int to = problem.opportunityOf(e);
            if (!seen[to]) {
              seen[to] = true;
              order[tail++] = to;
            }
          }
        }
      }
    }
    return order;
  }
}
