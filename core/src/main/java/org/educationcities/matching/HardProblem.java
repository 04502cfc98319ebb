package org.educationcities.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * A {@link QuotaProblem} with what makes a city's problem hard: groups of at least so many or none,
 * opportunities that open only if needed, learners who take part of a place, whole classes, friends
 * or siblings that are never split, opportunities that overlap. Its quotas may cross, and its
 * opportunities may take several slots. Immutable; ids and numbers, usable without any other part
 * of the library.
 *
 * <pre>{@code
 * HardProblem problem =
 *     HardProblem.over(quotas)
 *         .atLeastOrNone("choir", 8)
 *         .openingCost("choir", 200)
 *         .partsOfAPlace(2)
 *         .takes("Ada", 1)
 *         .together("the twins", List.of("Ben", "Dan"))
 *         .clash("choir", "orchestra")
 *         .build();
 * }</pre>
 *
 * <p>What is chosen are pairs of a <em>unit</em> and an opportunity: a unit is a single learner, or
 * several who go together. Minimum sizes and quotas count learners; places count the parts that
 * learners take. To be maximised: the affinities of all placements less the costs of what opens; an
 * opportunity is open if anybody is placed there.
 */
public final class HardProblem {
  /** The sum of all affinities and opening costs is at most this, so that no sum ever overflows. */
  public static final long MAX_VALUE = 1L << 48;

  private final QuotaProblem quotas;
  private final int partsOfAPlace;
  private final int[] takes;
  private final int[] least;
  private final long[] cost;
  private final List<OpenLimit> limits;
  private final int[][] limited;
  private final int[][] clashing;
  private final HardUnits units;

  HardProblem(
      HardProblemBuilder from, int[] capacities, HardUnits units, int[][] limited, int[][] clash) {
    this.quotas = from.quotas;
    this.partsOfAPlace = from.partsOfAPlace;
    this.takes = from.allTakes();
    this.least = from.least.clone();
    this.cost = from.cost.clone();
    this.limits = List.copyOf(from.limits);
    this.limited = limited;
    this.clashing = clash;
    this.units = units;
    this.capacity = capacities;
  }

  private final int[] capacity;

  /** Starts a problem over one with quotas, at first with nothing more. */
  public static HardProblemBuilder over(QuotaProblem quotas) {
    return new HardProblemBuilder(Objects.requireNonNull(quotas, "quotas"));
  }

  /** The pairs, slots, quotas, fixed placements, and how many places a learner may take. */
  public QuotaProblem quotas() {
    return quotas;
  }

  /** Into how many parts a place is divided. */
  public int partsOfAPlace() {
    return partsOfAPlace;
  }

  /** How many parts of a place a learner takes. */
  public int takes(int learner) {
    return takes[learner];
  }

  /** The parts of all places of an opportunity. */
  public int capacity(int opportunity) {
    return capacity[opportunity];
  }

  /** How many learners an opportunity has at least if it opens; 0 if that does not matter. */
  public int atLeastOrNone(int opportunity) {
    return least[opportunity];
  }

  /** What opening an opportunity costs. */
  public long openingCost(int opportunity) {
    return cost[opportunity];
  }

  /** The bounds on how many open. */
  public List<OpenLimit> limits() {
    return limits;
  }

  /** The opportunities of a bound, rising; a copy. */
  public int[] limited(int limit) {
    return limited[limit].clone();
  }

  /** Whether nobody can take both of two opportunities: they share a slot or were said to clash. */
  public boolean clash(int one, int other) {
    if (Arrays.binarySearch(clashing[one], other) >= 0) {
      return true;
    }
    return quotas.shareSlot(one, other);
  }

  /** The opportunities that were said to clash with one, rising; a copy. */
  public int[] clashing(int opportunity) {
    return clashing[opportunity].clone();
  }

  /** How many units there are: who goes alone, and who goes together. */
  public int unitCount() {
    return units.count();
  }

  /** The learners of a unit, rising; a copy. */
  public int[] learnersOf(int unit) {
    return units.learners[unit].clone();
  }

  /** The id of a unit: a learner's, or that of those who go together. */
  public String unitId(int unit) {
    return units.ids[unit];
  }

  /** How many learners a unit is. */
  public int size(int unit) {
    return units.learners[unit].length;
  }

  /** How many parts of a place all learners of a unit take. */
  public int takesOf(int unit) {
    return units.takes[unit];
  }

  /** How many opportunities a unit may take: the least of what its learners may. */
  public int mostOf(int unit) {
    return units.most[unit];
  }

  /** How many pairs of a unit and an opportunity there are, where all its learners are eligible. */
  public int pairCount() {
    return units.opportunityOf.length;
  }

  /** The first pair of a unit; of the number of units, the number of pairs. */
  public int start(int unit) {
    return units.start[unit];
  }

  /** The opportunity of a pair, rising within a unit. */
  public int opportunityOf(int pair) {
    return units.opportunityOf[pair];
  }

  /** The affinities of all learners of a pair's unit, added up. */
  public long affinityOf(int pair) {
    return units.affinityOf[pair];
  }

  /** Whether a pair must be chosen, since one of its learners is fixed there. */
  public boolean isFixed(int pair) {
    return units.fixed.get(pair);
  }

  /** The first thing by which this problem is no flow, or {@link ProblemClass#EXACT}. */
  public ProblemClass problemClass() {
    return HardClass.of(this);
  }

  /** The chosen pairs of units as pairs of learners, rising. */
  int[] learnerPairs(BitSet chosen) {
    BitSet pairs = new BitSet();
    for (int u = 0; u < unitCount(); u++) {
      for (int e = start(u); e < start(u + 1); e++) {
        for (int i : chosen.get(e) ? units.learners[u] : new int[0]) {
          pairs.set(quotas.pairs().pair(i, opportunityOf(e)));
        }
      }
    }
    return pairs.stream().toArray();
  }
}
