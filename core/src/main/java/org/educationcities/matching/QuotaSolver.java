package org.educationcities.matching;

import java.util.Optional;

/**
 * The one place where it is decided how a problem of two nested families is solved: by an auction
 * where learners have slots alone and no quota asks for a least number, which is what a term's
 * round looks like; else as a circulation, which is slower but takes every such problem. Both are
 * exact, and give the same smallest prices of places.
 */
final class QuotaSolver {

  private QuotaSolver() {}

  static QuotaAllocation solve(QuotaProblem problem, NestedFamilies families, Stop stop) {
    Optional<SeatNetwork> seats = SeatNetwork.of(problem, families);
    return seats.isPresent()
        ? new SeatSolver(problem, families, seats.get(), stop).solve()
        : new NestedQuotaSolver(problem, families, stop).solve();
  }
}
