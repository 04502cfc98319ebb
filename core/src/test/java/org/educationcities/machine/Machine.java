package org.educationcities.machine;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.educationcities.EducationCities;
import org.educationcities.EducationCitiesException;
import org.educationcities.spi.Space;
import org.educationcities.spi.SpiException;
import org.educationcities.spi.storage.Storage;

/** Runs the machine, episode after episode, each in a space of its own and from its own seed. */
final class Machine {
  /** Every condition by which a clearance may be refused here. */
  static final List<String> CONDITIONS =
      List.of(
          "policy",
          "facts",
          "learner",
          "age",
          "permission",
          "vetting",
          "ratio",
          "agreement",
          "block",
          "hours",
          "kind",
          "distance",
          "border",
          "error");

  static final int EPISODE = 200;

  private static final System.Logger LOG = System.getLogger("org.educationcities.machine");

  private Machine() {}

  static void run(String name, Storage storage, long seed, int steps, Map<String, Long> tally) {
    int episodes = (steps + EPISODE - 1) / EPISODE;
    for (int i = 0; i < episodes; i++) {
      episode(name, storage, seed + i, Math.min(EPISODE, steps - i * EPISODE), tally);
    }
  }

  /** One town from nothing; a failure says which step of which seed it was. */
  static void episode(String name, Storage storage, long seed, int steps, Map<String, Long> tally) {
    episode(
        name,
        seed,
        steps,
        new World(
            seed,
            storage,
            new Space("machine-" + seed),
            tally,
            EducationCities.builder().unsealed()));
  }

  static void episode(String name, long seed, int steps, World world) {
    Watch watch = new Watch(world);
    Steps all = new Steps(world, watch);
    int weights = all.acts.stream().mapToInt(Steps.Act::weight).sum();
    for (int step = 0; step < steps; step++) {
      Steps.Act act = pick(all.acts, world.chance.nextInt(weights));
      try {
        all.confirmed.clear();
        try {
          act.run().run();
        } catch (EducationCitiesException | SpiException refused) {
          world.count("refused with " + refused.getClass().getSimpleName());
        }
        watch.check(all.confirmed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            name
                + ", seed "
                + seed
                + ", step "
                + step
                + ", '"
                + act.name()
                + "': "
                + e.getMessage(),
            e);
      }
    }
  }

  private static Steps.Act pick(List<Steps.Act> acts, int at) {
    int left = at;
    for (Steps.Act each : acts) {
      left -= each.weight();
      if (left < 0) {
        return each;
      }
    }
    throw new IllegalStateException("no act at " + at);
  }

  static void tell(String what, Map<String, Long> tally) {
    LOG.log(Level.INFO, () -> what + ": " + tally);
  }
}
