package org.educationcities.benchmarks;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.educationcities.matching.AllocationSession;
import org.educationcities.matching.CertificateChecker;
import org.educationcities.matching.Lottery;
import org.educationcities.matching.RepairChecker;
import org.educationcities.matching.RepairSession;
import org.educationcities.matching.StableMatching;
import org.educationcities.matching.StableProblem;

/** What is measured beside the one table: repair and deferred acceptance. */
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
        + "- "
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

  /** Deferred acceptance, learners proposing, with a single lottery: medians of some warm runs. */
  static String deferred(int learners, int runs, long seed) {
    return deferred("in a city", Wishes.ofCity(Generator.city("city", learners, 0.95, seed)), runs)
        + System.lineSeparator()
        + "- "
        + deferred("of anything", Wishes.uniform(learners, seed), runs);
  }

  private static String deferred(String what, StableProblem wishes, int runs) {
    Stopwatch watch = new Stopwatch(runs);
    int placements = 0;
    for (int run = -2; run < runs; run++) {
      watch.start();
      placements =
          StableMatching.learnersPropose(wishes, Lottery.single("seed")).placements().size();
      watch.stop(run);
    }
    return String.format(
        Locale.ROOT,
        "deferred acceptance, %d learners, %d wishes %s: %.2f s (clock %.2f), lottery and result included, %d placed",
        wishes.learners(),
        wishes.choices(),
        what,
        watch.computed(),
        watch.clock(),
        placements);
  }
}
