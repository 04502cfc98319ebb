package org.educationcities.round;

import org.educationcities.profile.AffinityRule;

/**
 * Decides who is placed where. Without effects: the same snapshot and rules give the same draft.
 */
public interface Allocator {

  /** Allocates a snapshot by hard rules and weights. */
  Draft allocate(Snapshot snapshot, Eligibility eligibility, AffinityRule affinityRule);
}
