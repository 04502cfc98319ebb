package org.educationcities.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.storage.ConflictException;

/**
 * Threads that fight for the places of the stage: each proposes again and again, and now and then
 * gives up a place it holds, for others to fight for.
 */
final class Fight {
  private final Stage stage;
  private final String who;
  private final List<LearnerId> learners;
  private final int places;
  private final AtomicInteger held = new AtomicInteger();
  final LongAdder placed = new LongAdder();
  final LongAdder full = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final AtomicInteger most = new AtomicInteger();

  /** A fight of one process: learners that no other process fights for. */
  Fight(Stage stage, String who, int learners, int places) {
    this.stage = stage;
    this.who = who;
    this.learners = learnersOf(who, learners);
    this.places = places;
  }

  static List<LearnerId> learnersOf(String who, int learners) {
    List<LearnerId> all = new ArrayList<>();
    for (int i = 0; i < learners; i++) {
      all.add(new LearnerId("learner-" + who + "-" + i));
    }
    return all;
  }

  void run(int threads, int attempts) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        SplittableRandom chance = new SplittableRandom(i);
        work.add(
            () -> {
              List<Proposal> mine = new ArrayList<>();
              for (int n = next.getAndIncrement(); n < attempts; n = next.getAndIncrement()) {
                attempt(n, mine, chance);
              }
              return null;
            });
      }
      for (Future<Void> each : executor.invokeAll(work)) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private void attempt(int n, List<Proposal> mine, SplittableRandom chance) {
    if (!mine.isEmpty() && chance.nextInt(4) == 0) {
      Proposal given = mine.remove(mine.size() - 1);
      held.decrementAndGet(); // before it is given up: never counted as more than it is
      persist(
          () ->
              stage
                  .cities()
                  .collaborations()
                  .decline(Stage.self(given.learner()), given.placement()));
    }
    LearnerId learner = learners.get(chance.nextInt(learners.size()));
    Proposal proposal = new Proposal(learner, Stage.STAGE, who + "-" + n);
    Proposal.Answer answer = propose(proposal);
    if (answer == Proposal.Answer.PROPOSED) {
      placed.increment();
      mine.add(proposal);
      most.accumulateAndGet(held.incrementAndGet(), Math::max);
    } else if (answer == Proposal.Answer.NO_PLACE) {
      full.increment();
    }
  }

  /** Every learner tries once more, until all places are held. */
  void takeWhatIsLeft() {
    for (LearnerId each : learners) {
      propose(new Proposal(each, Stage.STAGE, who + "-again"));
    }
  }

  private Proposal.Answer propose(Proposal proposal) {
    return persist(
        () ->
            stage
                .cities()
                .placements()
                .proposeAll(SmallCity.PLANNER, List.of(proposal))
                .get(0)
                .answer());
  }

  /** Until it goes through: the library itself gives up after some conflicts. */
  private <T> T persist(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (ConflictException again) {
        conflicts.increment();
      }
    }
  }

  boolean wasOverbooked() {
    return most.get() > places;
  }

  /** Another process: arguments are a medium, a name, learners, places, threads and attempts. */
  static final class Contender {
    private Contender() {}

    /** Fights once, and ends. */
    public static void main(String[] arguments) throws Exception {
      try (var storage = Medium.openWritten(java.nio.file.Path.of(arguments[0]))) {
        Stage stage = Stage.over(new MovingClock(arguments[6]), storage);
        Fight fight =
            new Fight(
                stage,
                arguments[1],
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        fight.run(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
      }
    }
  }
}
