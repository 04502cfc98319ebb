package org.educationcities.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.educationcities.matching.AllocationSession;
import org.educationcities.matching.BestTotal;
import org.educationcities.matching.CertificateChecker;
import org.educationcities.matching.QuotaAllocation;
import org.educationcities.matching.RepairChecker;
import org.educationcities.matching.RepairSession;

/** What is measured beside the one table: repair, quotas, JGraphT. */
final class Other {

  private Other() {}

  /**
   * The medians over a hundred seeded cancellations, each of a session as it was opened: put right
   * for the greatest total, and as a repair in its two goals at the usual cost of a change.
   */
  static String repair(int learners, long seed) {
    Instance instance = Generator.city("city", learners, 0.95, seed);
    AllocationSession session =
        AllocationSession.open(
            instance.problem(
                Instance.ids("l", learners), Instance.ids("o", instance.places().length)));
    RepairSession repairs = RepairSession.open(session.allocation(), RepairSession.USUAL_COST);
    return cancellations(
            "greatest total anew after one cancelled opportunity",
            instance,
            seed,
            session::changePlaces,
            () -> CertificateChecker.flaw(session.provenAllocation()))
        + System.lineSeparator()
        + cancellations(
            "repair of one cancelled opportunity, most placed then affinity less 50 a change",
            instance,
            seed,
            repairs::changePlaces,
            () -> RepairChecker.flaw(repairs.provenRepair()));
  }

  /** Changes the places of an opportunity. */
  private interface Change {
    void places(int opportunity, int places);
  }

  private static String cancellations(
      String what, Instance instance, long seed, Change change, Supplier<Optional<String>> flaw) {
    SplittableRandom random = new SplittableRandom(seed);
    Stopwatch repair = new Stopwatch(100);
    Stopwatch check = new Stopwatch(100);
    for (int run = -20; run < 100; run++) {
      int cancelled = random.nextInt(instance.places().length);
      repair.start();
      change.places(cancelled, 0);
      repair.stop(run);
      check.start();
      boolean proven = flaw.get().isEmpty();
      check.stop(run);
      if (!proven) {
        throw new IllegalStateException("A repair was not proven.");
      }
      change.places(cancelled, instance.places()[cancelled]);
    }
    return String.format(
        Locale.ROOT,
        "%s, %d learners: median %.2f ms (clock %.2f), certificate with full check %.2f ms (clock %.2f)",
        what,
        instance.learners(),
        repair.computed() * 1e3,
        repair.clock() * 1e3,
        check.computed() * 1e3,
        check.clock() * 1e3);
  }

  static String quotas(int learners, int runs, long seed) {
    QuotaCity city = new QuotaCity(learners, seed);
    List<String> learnerIds = Instance.ids("l", learners);
    List<String> opportunityIds = Instance.ids("o", city.instance.places().length);
    Stopwatch ours = new Stopwatch(runs);
    Stopwatch theirs = new Stopwatch(runs);
    long total = 0;
    long other = 0;
    long peak = 0;
    for (int run = -1; run < runs; run++) {
      PeakHeap heap = new PeakHeap();
      ours.start();
      QuotaAllocation best = BestTotal.allocate(city.problem(learnerIds, opportunityIds));
      ours.stop(run);
      peak = Math.max(peak, heap.megabytes());
      total = best.total();
      theirs.start();
      other = city.orToolsTotal();
      theirs.stop(run);
    }
    return Comparison.row(city.instance, ours, theirs, total, other, "checked", peak);
  }

  static String jgrapht(int learners, long seed) {
    Instance instance = Generator.city("city", learners, 0.95, seed);
    long best =
        BestTotal.allocate(
                instance.problem(
                    Instance.ids("l", learners), Instance.ids("o", instance.places().length)))
            .total();
    Stopwatch once = new Stopwatch(1);
    once.start();
    long other = JGraphT.total(instance);
    once.stop(0);
    return String.format(
        Locale.ROOT,
        "JGraphT, %d learners, once: %.1f s (clock %.1f), total %s",
        learners,
        once.computed(),
        once.clock(),
        other == best ? "equal" : "NOT equal: " + other);
  }
}
