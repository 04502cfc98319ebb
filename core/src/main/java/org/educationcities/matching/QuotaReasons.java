package org.educationcities.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.educationcities.matching.QuotaReason.Outcome;
import org.educationcities.matching.QuotaReason.Price;

/**
 * Why this, why not that, under quotas: the reason for any pair of a solved allocation, by ids.
 * Building it is linear in learners and opportunities; a reason by prices is linear in the
 * learner's pairs and the quotas, an exact one solves the problem once more. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * QuotaReasons reasons = QuotaReasons.of(BestTotal.allocate(problem));
 * reasons.of("learner-1", "theatre").chain(); // which prices stood in the way
 * reasons.exactly("learner-1", "theatre").missing(); // with so many points more it is taken
 * }</pre>
 */
public final class QuotaReasons {
  private static final Comparator<QuotaReason> NEAREST_FIRST =
      Comparator.comparingInt(QuotaReasons::rank)
          .thenComparingLong(QuotaReason::missing)
          .thenComparing(QuotaReason::opportunity);

  private final QuotaAllocation allocation;
  private final QuotaProblem problem;
  private final AllocationProblem pairs;
  private final Map<String, Integer> learners = new HashMap<>();
  private final Map<String, Integer> opportunities = new HashMap<>();

  private QuotaReasons(QuotaAllocation allocation) {
    this.allocation = Objects.requireNonNull(allocation, "allocation");
    this.problem = allocation.problem();
    this.pairs = problem.pairs();
    for (int i = 0; i < pairs.learnerCount(); i++) {
      learners.put(pairs.learners().get(i), i);
    }
    for (int j = 0; j < pairs.opportunityCount(); j++) {
      opportunities.put(pairs.opportunities().get(j), j);
    }
  }

  /** Reasons of an allocation. */
  public static QuotaReasons of(QuotaAllocation allocation) {
    return new QuotaReasons(allocation);
  }

  /**
   * The reason for a pair by the prices: so many points are missing, or could be, at the very
   * least.
   *
   * @throws IllegalArgumentException if the problem has no learner or no opportunity of the id
   */
  public QuotaReason of(String learner, String opportunity) {
    return byPrices(
        numberOf(learners, learner, "learner"),
        numberOf(opportunities, opportunity, "opportunity"));
  }

  /**
   * The reason for a pair by solving again: with exactly so many points more the pair is taken, and
   * with one fewer nothing better can be had by it; a placement stays best as long as its affinity
   * is lower by no more than its lead. The chain then adds up to that, as far as affinities go up
   * to {@value AllocationProblem#MAX_AFFINITY} and down to 1.
   *
   * @throws IllegalArgumentException if the problem has no learner or no opportunity of the id
   */
  public QuotaReason exactly(String learner, String opportunity) {
    QuotaReason reason = of(learner, opportunity);
    int pair =
        pairs.pair(
            numberOf(learners, learner, "learner"),
            numberOf(opportunities, opportunity, "opportunity"));
    return switch (reason.outcome()) {
      case PLACED -> {
        long lead = leadOf(pair);
        yield counted(reason, Outcome.PLACED, pricedAt(reason, pair, -lead), 0, lead);
      }
      case OUTPRICED -> {
        try {
          QuotaAllocation with = BestTotal.allocate(problem.with(pairs, fixedAnd(pair)));
          long lacking = allocation.total() - with.total();
          yield counted(reason, Outcome.OUTPRICED, pricedAt(reason, pair, lacking), lacking + 1, 0);
        } catch (NoAllocationException none) {
          yield counted(reason, Outcome.IMPOSSIBLE, reason.chain(), 0, 0);
        }
      }
      default -> reason;
    };
  }

  /**
   * The chain that adds up to the points exactly. Of all prices that prove the allocation best,
   * those do that also prove it where the pair is as much dearer or cheaper as it may just be:
   * there it is as good to take it as not to.
   */
  private List<Price> pricedAt(QuotaReason reason, int pair, long more) {
    long affinity = reason.affinity() + more;
    if (more == 0 || affinity < 1 || affinity > AllocationProblem.MAX_AFFINITY) {
      return reason.chain();
    }
    int[] affinityOf =
        IntStream.range(0, pairs.pairCount())
            .map(e -> e == pair ? (int) affinity : pairs.affinityOf(e))
            .toArray();
    AllocationProblem changed =
        pairs.withPairs(pairs.starts(), pairs.opportunitiesByPair(), affinityOf);
    QuotaAllocation even = BestTotal.allocate(problem.with(changed, fixedAnd(-1)));
    return chain(
        numberOf(learners, reason.learner(), "learner"),
        pairs.opportunityOf(pair),
        even.certificate());
  }

  /**
   * The reasons for a learner's pairs by the prices: placements first, then what was nearest to
   * being chosen, what is impossible last; each by fewest points missing, then by id.
   *
   * @param most how many, at least 1
   */
  public List<QuotaReason> ofLearner(String learner, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("At least one reason, not " + most + ".");
    }
    int i = numberOf(learners, learner, "learner");
    return IntStream.range(0, pairs.opportunityCount())
        .mapToObj(j -> byPrices(i, j))
        .sorted(NEAREST_FIRST)
        .limit(most)
        .toList();
  }

  private static int rank(QuotaReason reason) {
    return switch (reason.outcome()) {
      case PLACED, FIXED -> 0;
      case OUTPRICED -> 1;
      case RULED_OUT, IMPOSSIBLE -> 2;
      case EXCLUDED -> 3;
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

  private QuotaReason byPrices(int i, int j) {
    String learner = pairs.learners().get(i);
    String opportunity = pairs.opportunities().get(j);
    int pair = pairs.pair(i, j);
    if (pair < 0) {
      return new QuotaReason(learner, opportunity, Outcome.EXCLUDED, "", 0, List.of(), 0, 0, false);
    }
    int affinity = pairs.affinityOf(pair);
    List<Price> chain = chain(i, j, allocation.certificate());
    if (problem.isFixed(pair)) {
      return new QuotaReason(learner, opportunity, Outcome.FIXED, "", affinity, chain, 0, 0, false);
    }
    long beyond = affinity;
    for (Price each : chain) {
      beyond = Math.subtractExact(beyond, each.points());
    }
    if (allocation.isChosen(pair)) {
      long lead = Math.min(affinity, beyond);
      return new QuotaReason(
          learner, opportunity, Outcome.PLACED, "", affinity, chain, 0, lead, false);
    }
    String ruledOutBy = ruledOutBy(i, j);
    return ruledOutBy.isEmpty()
        ? new QuotaReason(
            learner, opportunity, Outcome.OUTPRICED, "", affinity, chain, 1 - beyond, 0, false)
        : new QuotaReason(
            learner, opportunity, Outcome.RULED_OUT, ruledOutBy, affinity, chain, 0, 0, false);
  }

  private List<Price> chain(int i, int j, QuotaCertificate prices) {
    List<Price> chain = new ArrayList<>();
    add(chain, Price.Kind.LEARNER, pairs.learners().get(i), prices.learnerPrice(i));
    for (int s : problem.slotsOf(j)) {
      long price = prices.slotPrice(i * problem.slotCount() + s);
      add(chain, Price.Kind.TIME, heldIn(i, s), price);
    }
    add(chain, Price.Kind.OPPORTUNITY, pairs.opportunities().get(j), prices.opportunityPrice(j));
    for (int q = 0; q < problem.quotas().size(); q++) {
      Quota quota = problem.quotas().get(q);
      if (prices.quotaPrice(q) != 0 && problem.isUnder(quota, i, j)) {
        add(chain, Price.Kind.QUOTA, quota.id(), prices.quotaPrice(q));
      }
    }
    return chain;
  }

  private static void add(List<Price> chain, Price.Kind kind, String id, long points) {
    if (points != 0) {
      chain.add(new Price(kind, id, points));
    }
  }

  /** Where a learner is in a slot. A time has a price only where it is taken. */
  private String heldIn(int i, int slot) {
    for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
      int j = pairs.opportunityOf(e);
      if (allocation.isChosen(e) && IntStream.of(problem.slotsOf(j)).anyMatch(s -> s == slot)) {
        return pairs.opportunities().get(j);
      }
    }
    return "";
  }

  /** The one rule that leaves no room for a pair beside the fixed placements; empty if none. */
  private String ruledOutBy(int i, int j) {
    int ofLearner = 0;
    for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
      if (problem.isFixed(e)) {
        ofLearner++;
        if (problem.most(i) > 1 && problem.shareSlot(j, pairs.opportunityOf(e))) {
          return pairs.opportunities().get(pairs.opportunityOf(e));
        }
      }
    }
    if (ofLearner >= problem.most(i)) {
      return pairs.learners().get(i);
    }
    int[] fixedUnder = new int[problem.quotas().size()];
    int ofOpportunity = 0;
    for (int k = 0; k < pairs.learnerCount() && problem.fixedCount() > 0; k++) {
      for (int e = pairs.start(k); e < pairs.start(k + 1); e++) {
        if (problem.isFixed(e)) {
          ofOpportunity += pairs.opportunityOf(e) == j ? 1 : 0;
          count(fixedUnder, k, pairs.opportunityOf(e));
        }
      }
    }
    if (ofOpportunity >= pairs.places(j)) {
      return pairs.opportunities().get(j);
    }
    for (int q = 0; q < fixedUnder.length; q++) {
      Quota quota = problem.quotas().get(q);
      if (fixedUnder[q] >= quota.most() && problem.isUnder(quota, i, j)) {
        return quota.id();
      }
    }
    return "";
  }

  private void count(int[] fixedUnder, int learner, int opportunity) {
    for (int q = 0; q < fixedUnder.length; q++) {
      fixedUnder[q] += problem.isUnder(problem.quotas().get(q), learner, opportunity) ? 1 : 0;
    }
  }

  private static QuotaReason counted(
      QuotaReason from, Outcome outcome, List<Price> chain, long missing, long lead) {
    return new QuotaReason(
        from.learner(),
        from.opportunity(),
        outcome,
        "",
        from.affinity(),
        chain,
        missing,
        lead,
        true);
  }

  private BitSet fixedAnd(int pair) {
    BitSet fixed = new BitSet();
    for (int e = 0; e < pairs.pairCount(); e++) {
      fixed.set(e, problem.isFixed(e) || e == pair);
    }
    return fixed;
  }

  /** What would be lost without a placement; all of its affinity, where nothing can do without. */
  private long leadOf(int pair) {
    try {
      QuotaAllocation without = BestTotal.allocate(withoutPair(pair));
      return Math.min(pairs.affinityOf(pair), allocation.total() - without.total());
    } catch (NoAllocationException none) {
      return pairs.affinityOf(pair);
    }
  }

  private QuotaProblem withoutPair(int pair) {
    int[] kept = IntStream.range(0, pairs.pairCount()).filter(e -> e != pair).toArray();
    BitSet fixed = new BitSet();
    for (int k = 0; k < kept.length; k++) {
      fixed.set(k, problem.isFixed(kept[k]));
    }
    return problem.with(
        pairs.withPairs(
            IntStream.rangeClosed(0, pairs.learnerCount())
                .map(pairs::start)
                .map(start -> start > pair ? start - 1 : start)
                .toArray(),
            IntStream.of(kept).map(pairs::opportunityOf).toArray(),
            IntStream.of(kept).map(pairs::affinityOf).toArray()),
        fixed);
  }
}
