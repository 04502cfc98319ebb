package org.educationcities.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.educationcities.matching.BestFound;
import org.educationcities.matching.HardAllocation;
import org.educationcities.matching.HardProblem;
import org.educationcities.matching.SearchBudget;

/**
 * Prints what {@link BestFound} reaches on cities that are hard, one table: for each kind and size
 * the median and the greatest gap to its own bound over several seeded cities, and the median of
 * the seconds, those that the calling thread computed and those by the clock. With {@code cpsat=60}
 * it prints another: each kind once at the first size, beside OR-Tools' CP-SAT with one worker and
 * so many seconds by the clock.
 *
 * <p>Arguments: sizes such as {@code 1000 10000}; {@code cities=5}; {@code cpsat=60}; {@code
 * kind=UNITS}.
 */
public final class HardComparison {
  private static final long SEED = 20261125;

  private HardComparison() {}

  /** Runs and prints. */
  public static void main(String[] arguments) {
    int cities = 5;
    int seconds = 0;
    HardCity[] kinds = HardCity.values();
    int[] sizes =
        Arrays.stream(arguments)
            .filter(each -> !each.contains("="))
            .mapToInt(Integer::parseInt)
            .toArray();
    for (String each : arguments) {
      if (each.startsWith("cities=")) {
        cities = Integer.parseInt(each.substring(7));
      } else if (each.startsWith("cpsat=")) {
        seconds = Integer.parseInt(each.substring(6));
      } else if (each.startsWith("kind=")) {
        kinds = new HardCity[] {HardCity.valueOf(each.substring(5))};
      }
    }
    BestFound.allocate(HardCity.ALL.problem(200, SEED), SearchBudget.standard(SEED)); // Warms up.
    if (seconds > 0) {
      System.out.println(
          "| city | learners | value | bound | s (clock) | CP-SAT's value | its bound | s (clock) | status |");
      System.out.println("|---|---|---|---|---|---|---|---|---|");
      for (HardCity kind : kinds) {
        System.out.println(besideCpSat(kind, sizes[0], seconds));
      }
    } else {
      System.out.println(
          "| city | learners | pairs | median gap | greatest gap | proven best | s (clock) |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (int size : sizes) {
        for (HardCity kind : kinds) {
          System.out.println(gaps(kind, size, cities));
        }
      }
    }
  }

  private static String gaps(HardCity kind, int learners, int cities) {
    double[] gaps = new double[cities];
    Stopwatch watch = new Stopwatch(cities);
    int proven = 0;
    int pairs = 0;
    for (int run = 0; run < cities; run++) {
      HardProblem problem = kind.problem(learners, SEED + run);
      pairs = problem.pairCount();
      watch.start();
      HardAllocation found = BestFound.allocate(problem, SearchBudget.standard(SEED));
      watch.stop(run);
      gaps[run] = found.gap();
      proven += found.isProvenOptimal() ? 1 : 0;
    }
    Arrays.sort(gaps);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.2f %% | %.2f %% | %d of %d | %.1f (%.1f) |",
        kind.told(),
        learners,
        pairs,
        100 * gaps[cities / 2],
        100 * gaps[cities - 1],
        proven,
        cities,
        watch.computed(),
        watch.clock());
  }

  private static String besideCpSat(HardCity kind, int learners, int seconds) {
    HardProblem problem = kind.problem(learners, SEED);
    Stopwatch ours = new Stopwatch(1);
    Stopwatch theirs = new Stopwatch(1);
    ours.start();
    HardAllocation found = BestFound.allocate(problem, SearchBudget.standard(SEED));
    ours.stop(0);
    theirs.start();
    CpSat.Found other = CpSat.solve(problem, seconds);
    theirs.stop(0);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.1f (%.1f) | %d | %d | %.1f (%.1f) | %s |",
        kind.told(),
        learners,
        found.value(),
        found.bound(),
        ours.computed(),
        ours.clock(),
        other.value(),
        other.bound(),
        theirs.computed(),
        theirs.clock(),
        other.status());
  }
}
