package org.educationcities.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.BestTotal;
import org.educationcities.matching.Certificate;

/**
 * Prints one table: both solvers on the same instances, interleaved in one JVM, medians of the warm
 * runs. Ours includes copying the input, all certificates and their check; theirs the building of
 * the model. Both run on the calling thread alone; beside the seconds on the clock stand those that
 * the thread computed, which a busy machine distorts less, and the ratio is theirs.
 *
 * <p>Arguments: sizes such as {@code 10000 100000}; {@code runs=5}; and, with a size, {@code
 * adversaries=100000}, {@code quotas=100000}, {@code repair=100000}, {@code candidates=1000000},
 * {@code jgrapht=1000}. Without any: {@code 10000 100000 adversaries=100000}. The gap is what the
 * certificate's bound leaves above the total, recomputed from its prices and surpluses.
 */
public final class Comparison {
  private static final long SEED = 20261124;

  private Comparison() {}

  /** Runs and prints. */
  public static void main(String[] arguments) {
    List<String> asked =
        arguments.length == 0
            ? List.of("10000", "100000", "adversaries=100000")
            : List.of(arguments);
    print(asked, System.out);
  }

  static void print(List<String> arguments, PrintStream out) {
    int runs = 5;
    List<Instance> instances = new ArrayList<>();
    List<Integer> quotas = new ArrayList<>();
    List<Integer> candidates = new ArrayList<>();
    List<Supplier<String>> others = new ArrayList<>();
    for (String each : arguments) {
      if (each.startsWith("runs=")) {
        runs = Integer.parseInt(each.substring(5));
      } else if (each.contains("=")) {
        int size = Integer.parseInt(each.substring(each.indexOf('=') + 1));
        switch (each.substring(0, each.indexOf('='))) {
          case "adversaries" -> instances.addAll(Adversaries.all(size, SEED));
          case "quotas" -> quotas.add(size);
          case "repair" -> others.add(() -> Other.repair(size, SEED));
          case "candidates" -> candidates.add(size);
          case "jgrapht" -> others.add(() -> Other.jgrapht(size, SEED));
          default -> throw new IllegalArgumentException("Unknown argument " + each);
        }
      } else {
        int learners = Integer.parseInt(each);
        instances.add(Generator.city(learners + " learners, places 0.95", learners, 0.95, SEED));
        instances.add(Generator.city(learners + " learners, places 1.2", learners, 1.2, SEED));
      }
    }
    out.println("Load when it began: " + load());
    out.println();
    out.println(
        "| instance | pairs | ours, s (clock) | OR-Tools, s (clock) | ratio | total | equal | gap | peak heap, MB |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (Instance instance : instances) {
      out.println(row(instance, runs));
    }
    for (int size : quotas) {
      out.println(Other.quotas(size, runs, SEED));
    }
    out.println();
    for (int size : candidates) {
      out.println("- " + CandidateFigures.of(size, runs, SEED));
    }
    for (Supplier<String> each : others) {
      out.println("- " + each.get());
    }
    out.println("- Load when it ended: " + load());
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String row(Instance instance, int runs) {
    Stopwatch ours = new Stopwatch(runs);
    Stopwatch theirs = new Stopwatch(runs);
    long total = 0;
    long other = 0;
    long peak = 0;
    long gap = 0;
    List<String> learnerIds = Instance.ids("l", instance.learners());
    List<String> opportunityIds = Instance.ids("o", instance.places().length);
    for (int run = -1; run < runs; run++) {
      PeakHeap heap = new PeakHeap();
      ours.start();
      Allocation best = BestTotal.allocate(instance.problem(learnerIds, opportunityIds));
      ours.stop(run);
      peak = Math.max(peak, heap.megabytes());
      total = best.total();
      gap = bound(best) - total;
      theirs.start();
      other = OrTools.total(instance);
      theirs.stop(run);
    }
    return row(instance, ours, theirs, total, other, Long.toString(gap), peak);
  }

  /** No allocation has more: all places at their prices, and the learners' surpluses. */
  private static long bound(Allocation allocation) {
    Certificate certificate = allocation.certificate();
    long bound = 0;
    for (int j = 0; j < certificate.opportunityCount(); j++) {
      bound += certificate.price(j) * allocation.problem().places(j);
    }
    for (int i = 0; i < certificate.learnerCount(); i++) {
      bound += certificate.surplus(i);
    }
    return bound;
  }

  static String row(
      Instance instance,
      Stopwatch ours,
      Stopwatch theirs,
      long total,
      long other,
      String gap,
      long peak) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f (%.3f) | %.3f (%.3f) | %.3f | %d | %s | %s | %d |",
        instance.name(),
        instance.pairs(),
        ours.computed(),
        ours.clock(),
        theirs.computed(),
        theirs.clock(),
        ours.computed() / theirs.computed(),
        total,
        total == other ? "yes" : "NO: " + other,
        gap,
        peak);
  }
}
