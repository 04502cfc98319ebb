package org.educationcities.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.educationcities.EducationCities;
import org.educationcities.EducationCitiesException;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Proposal;
import org.educationcities.journey.Medium;
import org.educationcities.journey.PausingStorage;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.ClearanceDecision;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.Space;
import org.educationcities.spi.SpiException;
import org.educationcities.spi.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five people at once on real threads: one gives and withdraws permissions and blocks, one vets,
 * agrees and says who is there, three propose and confirm. Each fact has one writer, so what is
 * true in the end is known; then the oracle looks at everything in force.
 */
class CrowdTest {
  @TempDir Path scratch;

  private final AtomicInteger confirmed = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({"MEMORY, 60", "H2, 15", "POSTGRESQL, 15"})
  void leavesNothingInForceWithoutAValidClearance(Medium medium, int rounds) throws Exception {
    run(medium, rounds);
  }

  @ParameterizedTest
  @CsvSource({"MEMORY, 600", "H2, 100", "POSTGRESQL, 100"})
  @Tag("long")
  void leavesNothingInForceWithoutAValidClearanceForLong(Medium medium, int rounds)
      throws Exception {
    run(medium, rounds);
  }

  private void run(Medium medium, int rounds) throws Exception {
    Map<String, Long> tally = World.newTally();
    ExecutorService executor = Executors.newFixedThreadPool(5);
    try (Storage storage = medium.open(medium.fresh(scratch))) {
      Storage pausing = new PausingStorage(storage, CrowdTest::letOthersGoFirst);
      for (int round = 0; round < rounds; round++) {
        round(pausing, executor, round, tally);
      }
    } finally {
      executor.shutdownNow();
    }
    tally.put("confirmed", (long) confirmed.get());
    tally.put("refused", (long) refused.get());
    Machine.tell(medium + ": " + rounds + " rounds of five at once", tally);
    assertThat(confirmed.get()).isGreaterThan(rounds / 4);
    assertThat(refused.get()).isGreaterThan(rounds / 4);
    assertThat(tally.getOrDefault("looked at in force", 0L)).isPositive();
  }

  private void round(Storage storage, ExecutorService executor, int round, Map<String, Long> tally)
      throws Exception {
    World world =
        new World(
            round,
            storage,
            new Space("crowd-" + round),
            tally,
            EducationCities.builder().unsealed());
    if (world.rules() == null) {
      world.install(Rules.random(world.chance, 1, world.now()));
    }
    List<Callable<Boolean>> all = new ArrayList<>();
    all.add(permitting(world, new SplittableRandom(round)));
    all.add(vetting(world, new SplittableRandom(round + 1_000_000)));
    for (int i = 0; i < 3; i++) {
      all.add(confirming(world, i, new SplittableRandom(round + 2_000_000 + i)));
    }
    for (Future<Boolean> each : executor.invokeAll(all)) {
      each.get();
    }
    Watch watch = new Watch(world);
    watch.refresh();
    for (Tracked each : world.placements.values()) {
      each.look = world.look(each.opportunity()); // the host stood still
      each.endsBy = world.now().plus(world.policies.get(0).validity());
    }
    try {
      watch.check(Set.copyOf(world.placements.keySet()));
    } catch (AssertionError e) {
      throw new AssertionError("round " + round + ": " + e.getMessage(), e);
    }
  }

  private Callable<Boolean> permitting(World world, SplittableRandom chance) {
    return often(
        6,
        () -> {
          String child = World.CHILDREN.get(chance.nextInt(4));
          String ground = List.copyOf(world.grounds.keySet()).get(chance.nextInt(3));
          switch (chance.nextInt(8)) {
            case 0 -> {
              String adult = World.ADULTS.get(chance.nextInt(3));
              world.cities.safeguarding().block(World.LEAD, new LearnerId(child), adult);
              world.own.keepApart(child, adult);
            }
            case 1, 2 -> {
              world
                  .cities
                  .safeguarding()
                  .withdrawPermission(World.guardian(child), new LearnerId(child), ground);
              world.own.withdraw(child, ground);
            }
            default -> {
              LocalDate last = World.TERM.last().minusDays(Math.max(0, chance.nextInt(40) - 30));
              world.permit(child, ground, World.guardianOf(child), last);
            }
          }
        });
  }

  private Callable<Boolean> vetting(World world, SplittableRandom chance) {
    return often(
        6,
        () -> {
          String adult = World.ADULTS.get(chance.nextInt(3));
          switch (chance.nextInt(9)) {
            case 0 -> world.vet(adult, Vetting.Decision.BARRED, LocalDate.of(2026, 8, 1));
            case 1 ->
                world.agree(
                    World.PROVIDERS.get(chance.nextInt(2)),
                    World.TERM.first(),
                    World.TERM.last().minusDays(Math.max(0, chance.nextInt(30) - 20)));
            case 2 ->
                world.open(
                    List.copyOf(world.grounds.keySet()).get(chance.nextInt(3)),
                    chance.nextBoolean() ? Set.of("adult-0") : Set.of("adult-1", "adult-2"));
            default -> world.vet(adult, Vetting.Decision.CLEARED, LocalDate.of(2026, 8, 1));
          }
        });
  }

  private Callable<Boolean> confirming(World world, int who, SplittableRandom chance) {
    return often(
        8,
        () -> {
          LearnerId child = new LearnerId(World.CHILDREN.get(chance.nextInt(4)));
          OpportunityId ground =
              new OpportunityId(List.copyOf(world.grounds.keySet()).get(chance.nextInt(3)));
          world
              .cities
              .placements()
              .proposeAll(World.PLANNER, List.of(new Proposal(child, ground, "by-" + who)));
          for (Collaboration each : world.cities.collaborations().placementsOf(child)) {
            if (each.state() == CollaborationState.PROPOSED) {
              world.cities.collaborations().accept(World.self(child.value()), each.id());
            }
            confirm(world, each.id());
          }
        });
  }

  private void confirm(World world, CollaborationId id) {
    if (world.cities.confirmations().clear(World.PLANNER, id)
        instanceof ClearanceDecision.Granted granted) {
      letOthersGoFirst();
      world.cities.confirmations().confirm(World.PLANNER, id, granted.clearance());
      confirmed.incrementAndGet();
    } else {
      refused.incrementAndGet();
    }
  }

  private static Callable<Boolean> often(int times, Runnable act) {
    return () -> {
      for (int i = 0; i < times; i++) {
        try {
          act.run();
        } catch (EducationCitiesException | SpiException tooLate) {
          letOthersGoFirst();
        }
      }
      return true;
    };
  }

  private static void letOthersGoFirst() {
    if (ThreadLocalRandom.current().nextInt(12) == 0) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1, 300_000));
    }
  }
}
