package org.educationcities.collaboration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;

/** Records what the passing of time has brought about. */
final class Sweep {
  private final Store store;
  private final Moves moves;

  Sweep(Store store, Moves moves) {
    this.store = store;
    this.moves = moves;
  }

  int run() {
    return over(CollaborationState.PROPOSED)
        + over(CollaborationState.ACCEPTED)
        + over(CollaborationState.CONFIRMED)
        + over(CollaborationState.RUNNING);
  }

  private int over(CollaborationState state) {
    int moved = 0;
    while (true) {
      // What was moved is no longer due: the first page is asked for afresh.
      List<Stored<Collaboration>> due = due(state);
      int before = moved;
      for (Stored<Collaboration> each : due) {
        moved += settle(each.value().id()) ? 1 : 0;
      }
      if (moved == before) {
        return moved;
      }
    }
  }

  private List<Stored<Collaboration>> due(CollaborationState state) {
    IndexValue end = IndexValue.of(CollaborationTypes.micros(moves.now()) + 1);
    return store
        .inTransaction(
            unit ->
                unit.query(
                    CollaborationTypes.COLLABORATION,
                    Query.over(CollaborationTypes.COLLABORATION.type().name())
                        .where("state", state.name())
                        .within(new Query.Range("due", null, end))
                        .ascendingBy("due")
                        .limit(200)
                        .build()))
        .items();
  }

  private boolean settle(CollaborationId id) {
    return store.<Boolean>inTransaction(
        unit -> {
          Stored<Collaboration> seen = Moves.seen(unit, id);
          Instant now = moves.now();
          Collaboration value = seen.value();
          return switch (value.state()) {
            case PROPOSED, ACCEPTED -> {
              boolean late = value.answerBy().map(by -> !now.isBefore(by)).orElse(false);
              if (late) {
                moves.move(unit, seen, CollaborationState.EXPIRED);
              }
              yield late;
            }
            case CONFIRMED, RUNNING -> {
              boolean lapsed = value.needsClearance() && !value.isInForce(now);
              if (lapsed) {
                moves.move(
                    unit,
                    seen,
                    CollaborationState.SUSPENDED,
                    Map.of("reason", "clearance-lapsed"),
                    builder -> {});
              }
              yield lapsed;
            }
            default -> false;
          };
        });
  }
}
