package org.educationcities.round;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Set;
import org.educationcities.matching.RepairSession;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;

/**
 * What is to be repaired, and at what cost of change. What was cancelled, has other places or has
 * left is seen from the snapshot; here stands what a snapshot cannot tell. Immutable: each method
 * gives another request.
 */
public final class RepairRequest {
  private final RoundId round;
  private final long costOfChange;
  private final Set<LearnerId> newcomers;
  private final Set<Withdrawn> withdrawn;

  /** A placement for which a permission was withdrawn. */
  record Withdrawn(LearnerId learner, OpportunityId opportunity) {}

  private RepairRequest(
      RoundId round, long costOfChange, Set<LearnerId> newcomers, Set<Withdrawn> withdrawn) {
    this.round = Objects.requireNonNull(round, "round");
    this.costOfChange = costOfChange;
    this.newcomers = ImmutableSet.copyOf(newcomers);
    this.withdrawn = ImmutableSet.copyOf(withdrawn);
    if (costOfChange < 0) {
      throw new IllegalArgumentException(
          "A change costs 0 points or more, not " + costOfChange + ".");
    }
  }

  /** A repair of a round at the usual cost of a change. */
  public static RepairRequest of(RoundId round) {
    return new RepairRequest(round, RepairSession.USUAL_COST, Set.of(), Set.of());
  }

  /** At another cost of each surviving placement changed, in points of affinity, 0 or more. */
  public RepairRequest costOfChange(long points) {
    return new RepairRequest(round, points, newcomers, withdrawn);
  }

  /** Changing as few surviving placements as possible. */
  public RepairRequest fewestChanges() {
    return costOfChange(RepairSession.FEWEST_CHANGES);
  }

  /** With learners who came after the round: they come first, like those who had a place. */
  public RepairRequest newcomers(Set<LearnerId> learners) {
    return new RepairRequest(round, costOfChange, learners, withdrawn);
  }

  /** With one more permission withdrawn: this learner is not placed there again. */
  public RepairRequest withdrawn(LearnerId learner, OpportunityId opportunity) {
    Set<Withdrawn> more =
        ImmutableSet.<Withdrawn>builder()
            .addAll(withdrawn)
            .add(new Withdrawn(learner, opportunity))
            .build();
    return new RepairRequest(round, costOfChange, newcomers, more);
  }

  /** The round to be repaired. */
  public RoundId round() {
    return round;
  }

  /** The cost of each surviving placement changed, in points of affinity. */
  public long costOfChange() {
    return costOfChange;
  }

  boolean isNew(LearnerId learner) {
    return newcomers.contains(learner);
  }

  /** A hard rule beside all others. */
  HardRule permission() {
    return new HardRule() {
      @Override
      public String code() {
        return "permission-withdrawn";
      }

      @Override
      public boolean admits(TermLearner learner, TermOpportunity offered) {
        return withdrawn.isEmpty()
            || !withdrawn.contains(
                new Withdrawn(learner.learner().id(), offered.opportunity().id()));
      }
    };
  }
}
