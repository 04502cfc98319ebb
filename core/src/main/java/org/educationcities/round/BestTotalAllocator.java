package org.educationcities.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.BestTotal;
import org.educationcities.profile.AffinityRule;

/**
 * The default round: one place each, the greatest total affinity over all eligible pairs, proven by
 * a certificate that other code has checked. Candidates and prices of what is no candidate come
 * from an index over positions and topics, never from all pairs. Deterministic.
 */
public final class BestTotalAllocator implements Allocator {
  /** The key of the notion of fairness, in words by {@link Round#fairnessIn}. */
  public static final String FAIRNESS = "notion.greatest-total";

  private static final int CANDIDATES = 30;

  private final int candidates;
  private final Executor executor;
  private final int parts;

  /** An allocator that works on the thread that asks. */
  public BestTotalAllocator() {
    this(Runnable::run, 1);
  }

  /**
   * An allocator whose searches run on other threads; what it finds is the same.
   *
   * @param executor runs the parts
   * @param parts into how many the searches are cut, at least 1
   */
  public BestTotalAllocator(Executor executor, int parts) {
    this(CANDIDATES, executor, parts);
  }

  BestTotalAllocator(int candidates, Executor executor, int parts) {
    this.candidates = candidates;
    this.executor = Objects.requireNonNull(executor, "executor");
    this.parts = parts;
  }

  @Override
  public Draft allocate(Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule) {
    Allocation found =
        BestTotal.allocate(
                TermCity.search(snapshot, eligibility, affinityRule), candidates, executor, parts)
            .allocation();
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < snapshot.learners().size(); i++) {
      int j = found.placeOf(i);
      if (j != Allocation.UNPLACED) {
        placements.add(
            new Placement(
                snapshot.learners().get(i).learner().id(),
                snapshot.opportunities().get(j).opportunity().id(),
                found.problem().affinityOf(found.problem().pair(i, j)),
                false));
      }
    }
    List<PlacePrice> prices = new ArrayList<>();
    for (int j = 0; j < snapshot.opportunities().size(); j++) {
      prices.add(
          new PlacePrice(
              snapshot.opportunities().get(j).opportunity().id(),
              found.problem().places(j),
              found.taken(j),
              found.price(j)));
    }
    return new Draft(placements, prices, FAIRNESS, Round.Proof.OPTIMAL);
  }
}
