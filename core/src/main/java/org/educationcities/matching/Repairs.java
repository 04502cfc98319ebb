package org.educationcities.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts an allocation right after something changed, proven. Pure functions: the same input gives
 * the same repair, on any thread.
 *
 * <pre>{@code
 * PlacementsBefore before = PlacementsBefore.of(allocation);
 * for (Repairs.Row row : Repairs.atCosts(changed, before, List.of(0L, 50L, 200L))) {
 *   // row.cost(), row.total(), row.changed(), row.moves()
 * }
 * }</pre>
 */
public final class Repairs {

  /**
   * What one cost of change gives: a row of the table from which a planner chooses.
   *
   * @param cost of each surviving placement changed, in points of affinity
   * @param placed how many learners have a place
   * @param placedFirst how many of those who had a place or are new
   * @param total the sum of the affinities
   * @param changed how many surviving placements were changed
   * @param moves who moved, and why
   */
  public record Row(
      long cost, int placed, int placedFirst, long total, int changed, List<Move> moves) {
    /** A row, its moves copied. */
    public Row {
      moves = List.copyOf(moves);
    }
  }

  private Repairs() {}

  /**
   * The best repair at a cost of change: most of those placed who had a place or are new, then the
   * greatest affinity less the costs.
   *
   * @param cost of each surviving placement changed, in points of affinity; {@link
   *     RepairSession#USUAL_COST} is usual, {@link RepairSession#FEWEST_CHANGES} keeps all that can
   *     be kept
   * @throws IllegalArgumentException if the cost is below 0, or the numbers leave their range
   * @throws IllegalStateException if the result does not pass the checker: a defect
   */
  public static RepairedAllocation repair(
      AllocationProblem changed, PlacementsBefore before, long cost) {
    RepairedAllocation repaired = RepairSession.resume(changed, before, cost).repaired();
    Optional<String> flaw = RepairChecker.flaw(repaired);
    if (flaw.isPresent()) {
      throw new IllegalStateException(
          "The repair is not proven best: " + flaw.get() + "\nThis is a defect of the solver.");
    }
    return repaired;
  }

  /** What each of several costs of change would give, side by side, in their order. */
  public static List<Row> atCosts(
      AllocationProblem changed, PlacementsBefore before, List<Long> costs) {
    List<Row> rows = new ArrayList<>();
    for (long cost : costs) {
      RepairedAllocation each = repair(changed, before, cost);
      rows.add(
          new Row(
              cost, each.placed(), each.placedFirst(), each.total(), each.changed(), each.moves()));
    }
    return List.copyOf(rows);
  }
}
