package org.educationcities.matching;

import java.util.List;
import java.util.Objects;

/**
 * An allocation put right after something changed: most of those placed who had a place or are new;
 * then the greatest affinity less a stated cost of each surviving placement that was changed. A
 * placement survives if its pair may still be and its opportunity still has places. Immutable.
 */
public final class RepairedAllocation implements FairnessTold {
  private final AllocationProblem problem;
  private final KnownBefore before;
  private final int[] placeOf;
  private final long cost;
  private final RepairCertificate certificate;
  private final int[] taken;
  private final int placed;
  private final int placedFirst;
  private final long total;
  private final int changed;

  /**
   * A repair from its parts, which are copied; whether it is best is for {@link RepairChecker} to
   * say.
   *
   * @param problem as things stand now
   * @param before what it was repaired from
   * @param placeOf by learner an opportunity's number, or {@link Allocation#UNPLACED}
   * @param cost of each surviving placement changed, in points of affinity
   */
  public RepairedAllocation(
      AllocationProblem problem,
      PlacementsBefore before,
      int[] placeOf,
      long cost,
      RepairCertificate certificate) {
    this(problem, new KnownBefore(problem, before), placeOf, cost, certificate);
  }

  RepairedAllocation(
      AllocationProblem problem,
      KnownBefore before,
      int[] placeOf,
      long cost,
      RepairCertificate certificate) {
    this.problem = Objects.requireNonNull(problem, "problem");
    this.before = Objects.requireNonNull(before, "before");
    this.placeOf = placeOf.clone();
    this.cost = cost;
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.taken = new int[problem.opportunityCount()];
    int sumPlaced = 0;
    int sumFirst = 0;
    int sumChanged = 0;
    long sum = 0;
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] != Allocation.UNPLACED) {
        taken[placeOf[i]]++;
        sum += problem.affinityOf(problem.pair(i, placeOf[i]));
        sumPlaced++;
        sumFirst += before.comesFirst[i] ? 1 : 0;
      }
      sumChanged += placeOf[i] != before.placeOf[i] && survives(i) ? 1 : 0;
    }
    this.placed = sumPlaced;
    this.placedFirst = sumFirst;
    this.total = sum;
    this.changed = sumChanged;
  }

  /** What there was to be repaired, as things stand now. */
  public AllocationProblem problem() {
    return problem;
  }

  /** What it was repaired from. */
  public PlacementsBefore before() {
    return before.placements;
  }

  /** Whether a learner had a place, or is new, and so comes first. */
  public boolean comesFirst(int learner) {
    return before.comesFirst[learner];
  }

  /** The opportunity of a learner, or {@link Allocation#UNPLACED}. */
  public int placeOf(int learner) {
    return placeOf[learner];
  }

  /**
   * Where a learner had a place, if that opportunity is still there, or {@link
   * Allocation#UNPLACED}.
   */
  public int placeBefore(int learner) {
    return before.placeOf[learner];
  }

  /** Whether a learner had a placement that could have been kept. */
  public boolean survives(int learner) {
    int j = before.placeOf[learner];
    return j != Allocation.UNPLACED && problem.places(j) > 0 && problem.pair(learner, j) >= 0;
  }

  /** How many places of an opportunity are taken. */
  public int taken(int opportunity) {
    return taken[opportunity];
  }

  /** The stated cost of each surviving placement changed, in points of affinity. */
  public long cost() {
    return cost;
  }

  /** How many learners have a place. */
  public int placed() {
    return placed;
  }

  /** How many of those have a place who had one or are new: the first goal. */
  public int placedFirst() {
    return placedFirst;
  }

  /** The sum of the affinities. */
  public long total() {
    return total;
  }

  /** How many surviving placements were changed. */
  public int changed() {
    return changed;
  }

  /** How many more of those who come first one more place would let in: 0 or 1. */
  public long morePlaced(int opportunity) {
    long weight = certificate.placeWeight();
    return Math.floorDiv(certificate.price(opportunity) + weight / 2, weight);
  }

  /**
   * What one more place would add to the affinity less the costs, beside {@link #morePlaced}; below
   * 0 where letting one more in costs that much. A change counts as {@link
   * RepairCertificate#changeWeight}.
   */
  public long pointsOfOneMore(int opportunity) {
    return certificate.price(opportunity) - morePlaced(opportunity) * certificate.placeWeight();
  }

  /** What proves it best, for {@link RepairChecker}. */
  public RepairCertificate certificate() {
    return certificate;
  }

  /** Who moved, and why: by learner, first those still there in their order, then who left. */
  public List<Move> moves() {
    return new MoveReasons(this).moves();
  }

  @Override
  public List<Sentence> notionSentences() {
    return List.of(Sentence.of("notion.repair", cost));
  }

  @Override
  public FairFigures figures() {
    return FigureCount.of(problem, placeOf);
  }
}
