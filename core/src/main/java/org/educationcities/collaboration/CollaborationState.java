package org.educationcities.collaboration;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * Where a collaboration stands. Its moves are these and no others:
 *
 * <table>
 * <caption>Moves</caption>
 * <tr><th>from</th><th>to</th></tr>
 * <tr><td>proposed</td><td>accepted, declined, expired, withdrawn, cancelled</td></tr>
 * <tr><td>accepted</td><td>confirmed, declined, expired, withdrawn, cancelled</td></tr>
 * <tr><td>confirmed</td><td>running, suspended, withdrawn, cancelled</td></tr>
 * <tr><td>running</td><td>completed, suspended, withdrawn, cancelled</td></tr>
 * <tr><td>suspended</td><td>confirmed (with a new clearance), withdrawn, cancelled</td></tr>
 * <tr><td>completed</td><td>reflected</td></tr>
 * <tr><td>the others</td><td>nowhere</td></tr>
 * </table>
 */
public enum CollaborationState {
  /** Put forward; it waits for an answer until a stated moment. */
  PROPOSED,
  /** Wanted by those who were asked; it waits for a clearance where a child is placed. */
  ACCEPTED,
  /** Agreed and cleared; it has not begun. */
  CONFIRMED,
  /** Under way, with goals and a schedule. */
  RUNNING,
  /** Ended as planned. */
  COMPLETED,
  /** Both sides have looked back. */
  REFLECTED,
  /** Not wanted by those who were asked. */
  DECLINED,
  /** Not answered, or not confirmed, in time. */
  EXPIRED,
  /** Given up by a side that had wanted it. */
  WITHDRAWN,
  /** Stopped because what it rested on no longer holds; nothing confirms itself again. */
  SUSPENDED,
  /** Called off by those who organise it. */
  CANCELLED;

  /** Where a collaboration may go from here. */
  public Set<CollaborationState> next() {
    return switch (this) {
      case PROPOSED -> ImmutableSet.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN, CANCELLED);
      case ACCEPTED -> ImmutableSet.of(CONFIRMED, DECLINED, EXPIRED, WITHDRAWN, CANCELLED);
      case CONFIRMED -> ImmutableSet.of(RUNNING, SUSPENDED, WITHDRAWN, CANCELLED);
      case RUNNING -> ImmutableSet.of(COMPLETED, SUSPENDED, WITHDRAWN, CANCELLED);
      case SUSPENDED -> ImmutableSet.of(CONFIRMED, WITHDRAWN, CANCELLED);
      case COMPLETED -> ImmutableSet.of(REFLECTED);
      case REFLECTED, DECLINED, EXPIRED, WITHDRAWN, CANCELLED -> ImmutableSet.of();
    };
  }

  /** Whether a collaboration may go from here to there. */
  public boolean leadsTo(CollaborationState there) {
    return next().contains(there);
  }

  /** Whether a place is held in this state: from the proposal until it has ended in any way. */
  public boolean holdsPlace() {
    return switch (this) {
      case PROPOSED, ACCEPTED, CONFIRMED, RUNNING, SUSPENDED -> true;
      case COMPLETED, REFLECTED, DECLINED, EXPIRED, WITHDRAWN, CANCELLED -> false;
    };
  }

  /**
   * Whether the state is one in which a child may be somewhere, if the clearance has not lapsed.
   */
  public boolean mayBeInForce() {
    return this == CONFIRMED || this == RUNNING;
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return next().isEmpty();
  }
}
