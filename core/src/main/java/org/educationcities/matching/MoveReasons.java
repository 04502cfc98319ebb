package org.educationcities.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Reads off a repair who moved, and why. Linear in learners. */
final class MoveReasons {
  private final RepairedAllocation repaired;
  private final AllocationProblem problem;

  /** By opportunity, whether somebody came in who was not there before. */
  private final boolean[] isEntered;

  MoveReasons(RepairedAllocation repaired) {
    this.repaired = repaired;
    this.problem = repaired.problem();
    this.isEntered = new boolean[problem.opportunityCount()];
    for (int i = 0; i < problem.learnerCount(); i++) {
      int j = repaired.placeOf(i);
      if (j != Allocation.UNPLACED && j != repaired.placeBefore(i)) {
        isEntered[j] = true;
      }
    }
  }

  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (int i = 0; i < problem.learnerCount(); i++) {
      String learner = problem.learners().get(i);
      there.add(learner);
      String from = repaired.before().placeOf().getOrDefault(learner, "");
      int now = repaired.placeOf(i);
      String to = now == Allocation.UNPLACED ? "" : problem.opportunities().get(now);
      if (!from.equals(to)) {
        moves.add(move(i, learner, from, to));
      }
    }
    new TreeMap<>(repaired.before().placeOf())
        .forEach(
            (learner, from) -> {
              if (!there.contains(learner)) {
                moves.add(new Move(learner, from, "", Move.Reason.LEARNER_LEFT, 0, 0));
              }
            });
    return List.copyOf(moves);
  }

  private Move move(int i, String learner, String from, String to) {
    int before = affinity(i, repaired.placeBefore(i));
    int after = affinity(i, repaired.placeOf(i));
    return new Move(learner, from, to, reason(i, from, before, after), before, after);
  }

  private int affinity(int i, int j) {
    int pair = j == Allocation.UNPLACED ? -1 : problem.pair(i, j);
    return pair < 0 ? 0 : problem.affinityOf(pair);
  }

  private Move.Reason reason(int i, String from, int before, int after) {
    if (from.isEmpty()) {
      return repaired.comesFirst(i) ? Move.Reason.NEW_LEARNER : Move.Reason.PLACE_FREE;
    }
    int j = repaired.placeBefore(i);
    if (j == Allocation.UNPLACED || problem.places(j) == 0) {
      return Move.Reason.OPPORTUNITY_CLOSED;
    }
    if (!repaired.survives(i)) {
      return Move.Reason.NOT_ALLOWED;
    }
    if (after > before) {
      return Move.Reason.BETTER_FIT;
    }
    return isEntered[j] ? Move.Reason.MADE_ROOM : Move.Reason.FEWER_PLACES;
  }
}
