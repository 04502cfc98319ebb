package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Part;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.Session;
import org.jspecify.annotations.Nullable;

/**
 * One placement as the learner's own side and their educators see it: where, when and how it
 * stands; nothing of what it rests on, nor of anybody else in it. Immutable.
 */
public final class PlacementLine {
  private final CollaborationId id;
  private final @Nullable OpportunityId opportunity;
  private final @Nullable ProviderId provider;
  private final CollaborationState state;
  private final boolean inForce;
  private final @Nullable Instant answerBy;
  private final List<Session> sessions;

  PlacementLine(Collaboration placement, Instant now) {
    this.id = placement.id();
    this.opportunity = placement.opportunity().orElse(null);
    this.provider =
        placement.withPart(Part.PROVIDES).stream()
            .findFirst()
            .map(each -> new ProviderId(each.id()))
            .orElse(null);
    this.state = placement.state();
    this.inForce = placement.isInForce(now);
    this.answerBy = placement.answerBy().orElse(null);
    this.sessions =
        state.holdsPlace()
            ? placement.sessions().stream()
                .filter(each -> each.end().isAfter(now))
                .collect(ImmutableList.toImmutableList())
            : ImmutableList.of();
  }

  /** Its id, by which it is answered. */
  public CollaborationId id() {
    return id;
  }

  /** What it is a place of. */
  public Optional<OpportunityId> opportunity() {
    return Optional.ofNullable(opportunity);
  }

  /** Whose that is; empty where nobody provides it any more. */
  public Optional<ProviderId> provider() {
    return Optional.ofNullable(provider);
  }

  /** Where it stands. */
  public CollaborationState state() {
    return state;
  }

  /** Whether the learner may be there at the moment of the view. */
  public boolean isInForce() {
    return inForce;
  }

  /** Until when it is to be answered, if it is. */
  public Optional<Instant> answerBy() {
    return Optional.ofNullable(answerBy);
  }

  /** The sessions to come, also while it waits to be confirmed; none once it has ended. */
  public List<Session> sessions() {
    return sessions;
  }

  /** The id only. */
  @Override
  public String toString() {
    return "PlacementLine[" + id() + "]";
  }
}
