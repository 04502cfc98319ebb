package org.educationcities.matching;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.educationcities.matching.ProgressListener.Stage;

/**
 * The best allocation that a search finds where no exact method is quick, with a bound that no
 * allocation exceeds, and so the gap. What is a flow all the same is solved exactly. Stateless and
 * thread-safe.
 *
 * <pre>{@code
 * HardAllocation found = BestFound.allocate(problem, SearchBudget.standard(42));
 * found.gap(); // 0.004: at most 0.4 % below the best there is
 * Optional<String> flaw = HardChecker.flaw(found); // empty
 * }</pre>
 */
public final class BestFound {
  private static final int PART_STEPS = 150;
  private static final int FINE_STEPS = 400;

  private BestFound() {}

  /**
   * Allocates, whether it is a flow or not.
   *
   * @throws NoAllocationException if there is no allocation at all
   * @throws NoAllocationFoundException if the search met none
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws IllegalStateException if the result does not pass the checker: a defect
   */
  public static HardAllocation allocate(HardProblem problem, SearchBudget budget) {
    return allocate(problem, budget, HardChecker.EVERY_CHOICE_UP_TO);
  }

  /** With at most so many pairs all choices are looked at. */
  static HardAllocation allocate(HardProblem problem, SearchBudget budget, int everyChoiceUpTo) {
    budget.listener().heard(Stage.STARTED, Long.MIN_VALUE, Long.MAX_VALUE);
    ProblemClass found = problem.problemClass();
    HardAllocation allocation =
        found.isExact()
            ? flow(problem, budget)
            : new Run(problem, found, budget).solve(everyChoiceUpTo);
    Optional<String> flaw = HardChecker.flaw(allocation);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The allocation does not stand: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    budget.listener().heard(Stage.DONE, allocation.value(), allocation.bound());
    return allocation;
  }

  /** Allocates a problem whose quotas may cross and whose opportunities may take several slots. */
  public static HardAllocation allocate(QuotaProblem problem, SearchBudget budget) {
    return allocate(HardProblem.over(problem).build(), budget);
  }

  private static HardAllocation flow(HardProblem problem, SearchBudget budget) {
    QuotaAllocation best = BestTotal.allocate(problem.quotas(), budget.stop()::isAsked);
    return new HardAllocation(
        problem,
        ProblemClass.EXACT,
        best.chosen(),
        best.total(),
        best.total(),
        HardAllocation.Proof.FLOW,
        nothing(problem),
        best);
  }

  private static HardBound nothing(HardProblem problem) {
    return new HardBound(
        new long[problem.pairCount()],
        new long[problem.quotas().quotas().size()],
        new long[problem.limits().size()]);
  }

  /** One search, from the first choice to the result. */
  private static final class Run {
    private final HardProblem problem;
    private final ProblemClass problemClass;
    private final SearchBudget budget;
    private final Instant started;
    private final HardModel model;
    private final SplittableRandom random;
    private long value = Long.MIN_VALUE;
    private long bound = Long.MAX_VALUE;

    Run(HardProblem problem, ProblemClass problemClass, SearchBudget budget) {
      this.problem = problem;
      this.problemClass = problemClass;
      this.budget = budget;
      this.started = budget.now();
      this.model = new HardModel(problem);
      this.random = new SplittableRandom(budget.seed());
    }

    HardAllocation solve(int everyChoiceUpTo) {
      requireFixedFit();
      if (model.pairs <= everyChoiceUpTo) {
        return everyChoice();
      }
      Relaxation relaxation = new Relaxation(model);
      BoundDescent descent = new BoundDescent(relaxation);
      HardSearch first = search(new long[model.pairs]);
      boolean[] all = new boolean[model.opportunities];
      Arrays.fill(all, true);
      first.construct(all);
      value = first.isFeasible() ? first.bestValue() : Long.MIN_VALUE;
      PartPrices parts = new PartPrices(model);
      bring(descent, parts, PART_STEPS, 0.15);
      boolean[] isOpen = new boolean[model.opportunities];
      for (int j = 0; j < isOpen.length; j++) {
        isOpen[j] = relaxation.isOpen(j);
      }
      HardSearch search = search(descent.worth());
      search.construct(isOpen);
      search.run(
          new SearchProgress(
              budget,
              budget.stepsFor(model.units),
              budget.end(started, 0.7),
              () -> {
                value = search.isFeasible() ? search.bestValue() : value;
                tell(Stage.SEARCHING);
              }),
          bound);
      HardSearch better = better(first, search);
      value = better.bestValue();
      if (value < bound) {
        bring(descent, finer(parts, relaxation, descent), FINE_STEPS, 1);
      }
      return result(better.best(), HardAllocation.Proof.RELAXATION, descent.certificate());
    }

    private HardSearch search(long[] worth) {
      HardState state = new HardState(model);
      state.takeFixed();
      state.keep();
      return new HardSearch(state, worth, random.split());
    }

    private HardSearch better(HardSearch one, HardSearch other) {
      if (!one.isFeasible() && !other.isFeasible()) {
        throw new NoAllocationFoundException(problemClass, other.lacking());
      }
      boolean isOneBetter = one.isFeasible() && one.bestValue() > other.bestValue();
      return isOneBetter || !other.isFeasible() ? one : other;
    }

    private DualPoint finer(PartPrices parts, Relaxation relaxation, BoundDescent descent) {
      for (int u = 0; u < model.units; u++) {
        if (model.most[u] > 1) {
          return new PairSplits(model, parts, descent.bestPlaceValues());
        }
      }
      return new UnitPrices(model, parts, relaxation);
    }

    private void bring(BoundDescent descent, DualPoint point, int steps, double share) {
      Instant end = budget.end(started, share);
      Stop stop = budget.stop();
      BooleanSupplier isOver =
          () -> {
            stop.check();
            tell(Stage.BOUNDING);
            return end != null && !budget.now().isBefore(end);
          };
      descent.run(point, Math.max(0, value), steps, isOver);
      bound = descent.bestInPoints();
    }

    private void tell(Stage stage) {
      budget.listener().heard(stage, value, bound);
    }

    private void requireFixedFit() {
      HardState state = new HardState(model);
      String tooMany = state.takeFixed();
      if (!tooMany.isEmpty()) {
        throw new NoAllocationException(tooMany, 1);
      }
      Relaxation relaxation = new Relaxation(model);
      for (int j = 0; j < model.opportunities; j++) {
        if (model.isForcedOpen[j] && !relaxation.canOpen(j)) {
          throw new NoAllocationException(
              problem.quotas().pairs().opportunities().get(j), state.lackingAt(j));
        }
      }
    }

    private HardAllocation everyChoice() {
      HardState state = new HardState(model);
      state.takeFixed();
      long lacking = state.lacking;
      EveryChoice every = new EveryChoice(state);
      if (!every.search()) {
        throw new NoAllocationException(problemClass.outside(), lacking);
      }
      value = every.bestValue();
      bound = value;
      return result(every.best(), HardAllocation.Proof.EVERY_CHOICE, nothing(problem));
    }

    private HardAllocation result(
        boolean[] best, HardAllocation.Proof proof, HardBound multipliers) {
      BitSet chosen = new BitSet();
      for (int e = 0; e < best.length; e++) {
        chosen.set(e, best[e]);
      }
      return new HardAllocation(
          problem,
          problemClass,
          problem.learnerPairs(chosen),
          value,
          bound,
          proof,
          multipliers,
          null);
    }
  }
}
