package org.educationcities.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why this, why not that: the reason for any pair of a solved allocation, by ids. Building it is
 * linear in learners and opportunities, a reason in the learner's pairs. Immutable and thread-safe.
 *
 * <pre>{@code
 * PairReasons reasons = PairReasons.of(BestTotal.allocate(problem));
 * long missing = reasons.of("learner-1", "theatre").missing();
 * }</pre>
 */
public final class PairReasons {
  /** The code of a pair that the problem does not hold, where nothing tells which rule it was. */
  public static final String NO_PAIR = "no-pair";

  private static final Comparator<PairReason> NEAREST_FIRST =
      Comparator.comparingInt(PairReasons::rank)
          .thenComparingLong(PairReason::missing)
          .thenComparing(PairReason::opportunity);

  private final Allocation allocation;
  private final @Nullable CandidateSearch search;
  private final Map<String, Integer> learners = new HashMap<>();
  private final Map<String, Integer> opportunities = new HashMap<>();

  private PairReasons(Allocation allocation, @Nullable CandidateSearch search) {
    this.allocation = Objects.requireNonNull(allocation, "allocation");
    this.search = search;
    number(allocation.problem().learners(), learners);
    number(allocation.problem().opportunities(), opportunities);
  }

  private static void number(List<String> ids, Map<String, Integer> numbers) {
    for (int k = 0; k < ids.size(); k++) {
      numbers.put(ids.get(k), k);
    }
  }

  /** Reasons of an allocation; a pair that its problem lacks is excluded by {@value #NO_PAIR}. */
  public static PairReasons of(Allocation allocation) {
    return new PairReasons(allocation, null);
  }

  /**
   * Reasons of an allocation that was priced over all eligible pairs of a city: each rule that
   * excludes a pair is named, and pairs outside the lists have their reason by price too.
   */
  public static PairReasons of(PricedAllocation priced, CandidateSearch search) {
    return new PairReasons(priced.allocation(), Objects.requireNonNull(search, "search"));
  }

  /**
   * The reason for a pair.
   *
   * @throws IllegalArgumentException if the problem has no learner or no opportunity of the id
   */
  public PairReason of(String learner, String opportunity) {
    return reason(
        numberOf(learners, learner, "learner"),
        numberOf(opportunities, opportunity, "opportunity"));
  }

  /**
   * The reasons for a learner's pairs: their placement first, then what was nearest to being
   * chosen, the excluded ones last; each by fewest points missing, then by id.
   *
   * @param most how many, at least 1
   */
  public List<PairReason> ofLearner(String learner, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("At least one reason, not " + most + ".");
    }
    int i = numberOf(learners, learner, "learner");
    List<PairReason> all = new ArrayList<>();
    for (int j = 0; j < allocation.problem().opportunityCount(); j++) {
      all.add(reason(i, j));
    }
    all.sort(NEAREST_FIRST);
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static int rank(PairReason reason) {
    return switch (reason.outcome()) {
      case PLACED -> 0;
      case EXCLUDED -> 3;
      case NO_PLACES -> 2;
      default -> 1;
    };
  }

  private static int numberOf(Map<String, Integer> numbers, String id, String what) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(
          "There is no " + what + " '" + id + "' in the problem.\nMaybe it has left since.");
    }
    return number;
  }

  private PairReason reason(int i, int j) {
    AllocationProblem problem = allocation.problem();
    String learner = problem.learners().get(i);
    String opportunity = problem.opportunities().get(j);
    int place = allocation.placeOf(i);
    String held = place == Allocation.UNPLACED ? "" : problem.opportunities().get(place);
    if (place == j) {
      return PairReason.placed(
          learner,
          opportunity,
          problem.affinityOf(problem.pair(i, j)),
          allocation.price(j),
          allocation.surplus(i),
          allocation.surplus(i) - leftElsewhere(i, j));
    }
    int affinity = affinity(i, j);
    if (affinity == 0) {
      return PairReason.excluded(
          learner, opportunity, held, search == null ? List.of(NO_PAIR) : search.exclusions(i, j));
    }
    if (problem.places(j) == 0) {
      return PairReason.without(PairReason.Outcome.NO_PLACES, learner, opportunity, held, affinity);
    }
    return PairReason.byPrice(
        learner, opportunity, held, affinity, allocation.price(j), allocation.surplus(i));
  }

  private int affinity(int i, int j) {
    int pair = allocation.problem().pair(i, j);
    if (pair >= 0) {
      return allocation.problem().affinityOf(pair);
    }
    return search == null ? 0 : search.eligibleAffinity(i, j);
  }

  /** The most that any other pair leaves the learner after its price, or nothing. */
  private long leftElsewhere(int i, int held) {
    long most = 0;
    if (search != null) {
      for (int j = 0; j < allocation.problem().opportunityCount(); j++) {
        if (j != held) {
          most = Math.max(most, affinity(i, j) - allocation.price(j));
        }
      }
      return most;
    }
    AllocationProblem problem = allocation.problem();
    for (int e = problem.start(i); e < problem.start(i + 1); e++) {
      if (problem.opportunityOf(e) != held) {
        most = Math.max(most, problem.affinityOf(e) - allocation.price(problem.opportunityOf(e)));
      }
    }
    return most;
  }
}
