package org.educationcities.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.BestTotal;

/**
 * Prints one table: both solvers on the same instances, interleaved in one JVM, medians of the warm
 * runs. Ours includes copying the input, all certificates and their check; theirs the building of
 * the model. Both run on the calling thread alone; beside the seconds on the clock stand those that
 * the thread computed, which a busy machine distorts less, and the ratio is theirs.
 *
 * <p>Arguments: sizes such as {@code 10000 100000}; {@code adversaries}; {@code runs=5}; and, with
 * a size, {@code quotas=100000}, {@code repair=100000}, {@code candidates=1000000}, {@code
 * jgrapht=1000}.
 */
public final class Comparison {
  private static final long SEED = 20261124;

  private Comparison() {}

  /** Runs and prints. */
  public static void main(String[] arguments) {
    int runs = 5;
    List<Instance> instances = new ArrayList<>();
    List<Integer> quotas = new ArrayList<>();
    List<Supplier<String>> others = new ArrayList<>();
    for (String each : arguments) {
      if (each.startsWith("runs=")) {
        runs = Integer.parseInt(each.substring(5));
      } else if (each.equals("adversaries")) {
        instances.addAll(Adversaries.all(100_000, SEED));
      } else if (each.contains("=")) {
        int size = Integer.parseInt(each.substring(each.indexOf('=') + 1));
        switch (each.substring(0, each.indexOf('='))) {
          case "quotas" -> quotas.add(size);
          case "repair" -> others.add(() -> Other.repair(size, SEED));
          case "candidates" -> others.add(() -> Other.candidates(size, SEED));
          case "jgrapht" -> others.add(() -> Other.jgrapht(size, SEED));
          default -> throw new IllegalArgumentException("Unknown argument " + each);
        }
      } else {
        int learners = Integer.parseInt(each);
        instances.add(Generator.city(learners + " learners, places 0.95", learners, 0.95, SEED));
        instances.add(Generator.city(learners + " learners, places 1.2", learners, 1.2, SEED));
      }
    }
    System.out.println(
        "| instance | pairs | ours, s (clock) | OR-Tools, s (clock) | ratio | total | equal | peak heap, MB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Instance instance : instances) {
      System.out.println(row(instance, runs));
    }
    for (int size : quotas) {
      System.out.println(Other.quotas(size, runs, SEED));
    }
    System.out.println();
    for (Supplier<String> each : others) {
      System.out.println("- " + each.get());
    }
  }

  private static String row(Instance instance, int runs) {
    Stopwatch ours = new Stopwatch(runs);
    Stopwatch theirs = new Stopwatch(runs);
    long total = 0;
    long other = 0;
    long peak = 0;
    List<String> learnerIds = Instance.ids("l", instance.learners());
    List<String> opportunityIds = Instance.ids("o", instance.places().length);
    for (int run = -1; run < runs; run++) {
      PeakHeap heap = new PeakHeap();
      ours.start();
      Allocation best = BestTotal.allocate(instance.problem(learnerIds, opportunityIds));
      ours.stop(run);
      peak = Math.max(peak, heap.megabytes());
      total = best.total();
      theirs.start();
      other = OrTools.total(instance);
      theirs.stop(run);
    }
    return row(instance, ours, theirs, total, other, peak);
  }

  static String row(
      Instance instance, Stopwatch ours, Stopwatch theirs, long total, long other, long peak) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f (%.3f) | %.3f (%.3f) | %.3f | %d | %s | %d |",
        instance.name(),
        instance.pairs(),
        ours.computed(),
        ours.clock(),
        theirs.computed(),
        theirs.clock(),
        ours.computed() / theirs.computed(),
        total,
        total == other ? "yes" : "NO: " + other,
        peak);
  }
}
