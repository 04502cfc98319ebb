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
import org.educationcities.matching.QuotaAllocation;

/**
 * Prints one table: ours and a peer on the same instances, interleaved in one JVM, medians of the
 * warm runs. Ours includes copying the input, all certificates and their check; theirs the building
 * of the model. Both run on the calling thread alone; beside the seconds on the clock stand those
 * that the thread computed, which a busy machine distorts less, and the ratio is theirs.
 *
 * <p>Arguments, in any order, each of which makes rows: sizes such as {@code 10000 100000 1000000},
 * each with places 0.95 and 1.2 of the learners; {@code adversaries=100000}, {@code quotas=100000},
 * {@code jgrapht=1000} (of 5,000 learners and more one cold run of JGraphT), and below the table
 * {@code repair=100000}, {@code deferred=1000000}, {@code candidates=1000000}. {@code runs=5} says
 * how many warm runs, {@code peers=1} how many of OR-Tools where they would take too long. Without
 * any: {@code 10000 100000 adversaries=100000}. The gap is what the certificate's bound leaves
 * above the total, recomputed from its prices and surpluses; of quotas, 0 is what {@code
 * QuotaChecker} bears out.
 */
public final class Comparison {
  static final long SEED = 20261124;
  private static final int JGRAPHT_ONCE = 5000;

  private final List<Supplier<String>> rows = new ArrayList<>();
  private final List<Supplier<String>> below = new ArrayList<>();
  private int runs = 5;
  private int peerRuns = Integer.MAX_VALUE;

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
    Comparison comparison = new Comparison();
    arguments.forEach(comparison::ask);
    out.println("Load when it began: " + load());
    out.println();
    out.println(Row.HEAD);
    comparison.rows.forEach(each -> out.println(each.get()));
    out.println();
    comparison.below.forEach(each -> out.println("- " + each.get()));
    out.println("- Load when it ended: " + load());
  }

  private void ask(String argument) {
    int equals = argument.indexOf('=');
    int number = Integer.parseInt(argument.substring(equals + 1));
    switch (argument.substring(0, Math.max(0, equals))) {
      case "" -> {
        city(number, 0.95);
        city(number, 1.2);
      }
      case "runs" -> runs = number;
      case "peers" -> peerRuns = number;
      case "adversaries" ->
          Adversaries.all(number, SEED).forEach(each -> rows.add(() -> row(each)));
      case "quotas" -> rows.add(() -> quotas(number));
      case "jgrapht" -> rows.add(() -> jgrapht(number));
      case "repair" -> below.add(() -> Other.repair(number, SEED));
      case "deferred" -> below.add(() -> Other.deferred(number, runs, SEED));
      case "candidates" -> below.add(() -> CandidateFigures.of(number, runs, SEED));
      default -> throw new IllegalArgumentException("Unknown argument " + argument);
    }
  }

  private void city(int learners, double placesALearner) {
    String name = learners + " learners, places " + placesALearner;
    rows.add(() -> row(Generator.city(name, learners, placesALearner, SEED)));
  }

  private String row(Instance instance) {
    return new Row(instance.name(), instance.pairs(), runs, "OR-Tools", Math.min(runs, peerRuns))
        .measured(ours(instance), () -> OrTools.total(instance));
  }

  private static Row.Ours ours(Instance instance) {
    List<String> learnerIds = Instance.ids("l", instance.learners());
    List<String> opportunityIds = Instance.ids("o", instance.places().length);
    return () -> {
      Allocation best = BestTotal.allocate(instance.problem(learnerIds, opportunityIds));
      return new Row.Found(best.total(), bound(best) - best.total());
    };
  }

  private String quotas(int learners) {
    QuotaCity city = new QuotaCity(learners, SEED);
    List<String> learnerIds = Instance.ids("l", learners);
    List<String> opportunityIds = Instance.ids("o", city.instance.places().length);
    return new Row(
            city.instance.name(), city.instance.pairs(), runs, "OR-Tools", Math.min(runs, peerRuns))
        .measured(
            () -> {
              // Complementary to its prices, as the checker has found before it is handed out.
              QuotaAllocation best = BestTotal.allocate(city.problem(learnerIds, opportunityIds));
              return new Row.Found(best.total(), 0);
            },
            city::orToolsTotal);
  }

  private String jgrapht(int learners) {
    Instance instance = Generator.city(learners + " learners, places 0.95", learners, 0.95, SEED);
    return new Row(
            instance.name(), instance.pairs(), runs, "JGraphT", learners < JGRAPHT_ONCE ? runs : 1)
        .measured(ours(instance), () -> JGraphT.total(instance));
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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
}
