package org.educationcities.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.AllocationSession;
import org.educationcities.matching.CandidateCity;
import org.educationcities.matching.CandidateSearch;

/** From a city to each learner's thirty candidates, and a pricing pass over all eligible pairs. */
final class CandidateFigures {
  private static final int MOST = 30;
  private static final int THREADS = 2;
  private static final int PARTS = 64;

  private CandidateFigures() {}

  /** The medians of some warm runs by the clock, on two threads; laying the grid is included. */
  static String of(int learners, int runs, long seed) {
    CandidateCity city = new GrownCity(learners, seed).build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      double[] listing = new double[runs];
      double[] pricing = new double[runs];
      AllocationProblem problem = listed(city, threads);
      Allocation found = AllocationSession.open(problem).allocation();
      int better = 0;
      for (int run = 0; run < runs; run++) {
        long start = System.nanoTime();
        CandidateSearch search = new CandidateSearch(city);
        problem = search.best(MOST, threads, PARTS);
        listing[run] = seconds(start);
        start = System.nanoTime();
        better =
            (int)
                Arrays.stream(search.improving(found, threads, PARTS)).filter(j -> j >= 0).count();
        pricing[run] = seconds(start);
      }
      Arrays.sort(listing);
      Arrays.sort(pricing);
      return String.format(
          Locale.ROOT,
          "candidates of %d learners among %d opportunities: %.2f s for %d pairs, a pricing pass %.2f s (medians of %d by the clock, two threads); %d placed, %d learners with a better pair beyond their list",
          learners,
          problem.opportunityCount(),
          listing[runs / 2],
          problem.pairCount(),
          pricing[runs / 2],
          runs,
          found.placed(),
          better);
    } finally {
      threads.shutdown();
    }
  }

  private static AllocationProblem listed(CandidateCity city, ExecutorService threads) {
    return new CandidateSearch(city).best(MOST, threads, PARTS);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
