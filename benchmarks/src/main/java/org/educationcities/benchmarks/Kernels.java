package org.educationcities.benchmarks;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.AllocationSession;
import org.educationcities.matching.CandidateCity;
import org.educationcities.matching.CandidateSearch;
import org.educationcities.matching.CertificateChecker;
import org.educationcities.matching.Lottery;
import org.educationcities.matching.RepairSession;
import org.educationcities.matching.RepairedAllocation;
import org.educationcities.matching.StableMatching;
import org.educationcities.matching.StableProblem;
import org.educationcities.matching.StableResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine's kernels one by one, each on one thread, for whoever makes one of them faster: {@code
 * sh benchmarks/kernels}. Beside peers it is {@link Comparison} that tells.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class Kernels {
  private static final int CANDIDATES = 30;

  /** Of the city; opportunities are a twentieth. */
  @Param("100000")
  public int learners;

  private final SplittableRandom random = new SplittableRandom(Comparison.SEED);
  private CandidateCity city = new GrownCity(0, 0).build();
  private CandidateSearch search = new CandidateSearch(city);
  private Allocation listed = AllocationSession.open(search.best(1, Runnable::run, 1)).allocation();
  private AllocationProblem problem = listed.problem();
  private Allocation best = listed;
  private RepairSession repairs = RepairSession.open(best, 0);
  private StableProblem wishes = StableProblem.byAffinity(problem);

  /** For JMH. */
  public Kernels() {}

  /** Makes the cities and what is found in them. */
  @Setup(Level.Trial)
  public void prepare() {
    city = new GrownCity(learners, Comparison.SEED).build();
    search = new CandidateSearch(city);
    listed = AllocationSession.open(search.best(CANDIDATES, Runnable::run, 1)).allocation();
    Instance instance = Generator.city("city", learners, 0.95, Comparison.SEED);
    problem =
        instance.problem(Instance.ids("l", learners), Instance.ids("o", instance.places().length));
    best = AllocationSession.open(problem).allocation();
    repairs = RepairSession.open(best, RepairSession.USUAL_COST);
    wishes = StableProblem.byAffinity(problem);
  }

  /** From a city to thirty candidates a learner, the grid included. */
  @Benchmark
  public AllocationProblem candidates() {
    return new CandidateSearch(city).best(CANDIDATES, Runnable::run, 1);
  }

  /** A pass over all eligible pairs for one that the prices leave more for. */
  @Benchmark
  public int[] pricing() {
    return search.improving(listed, Runnable::run, 1);
  }

  /** The auction with its exact end, without smallest prices. */
  @Benchmark
  public AllocationSession auction() {
    return AllocationSession.open(problem);
  }

  /** The check of a certificate over all pairs. */
  @Benchmark
  public Optional<String> certificate() {
    return CertificateChecker.flaw(best);
  }

  /** Learners propose by affinity, ties by lottery. */
  @Benchmark
  public StableResult deferredAcceptance() {
    return StableMatching.learnersPropose(wishes, Lottery.single("seed"));
  }

  /** An opportunity is cancelled, and opened again: two repairs and their allocation. */
  @Benchmark
  public RepairedAllocation repair() {
    int cancelled = random.nextInt(problem.opportunityCount());
    repairs.changePlaces(cancelled, 0);
    RepairedAllocation repaired = repairs.provenRepair();
    repairs.changePlaces(cancelled, problem.places(cancelled));
    return repaired;
  }
}
