package org.educationcities.matching;

import java.util.Objects;

/**
 * One goal of a fair allocation, with the proof that it is reached. Immutable.
 *
 * <p>The proof is a potential for each node of the flow network: for an arc that no earlier goal
 * has fixed, with cost c, the reduced cost is c + the tail's potential - the head's. Where it is
 * above 0 nothing flows, where it is below 0 the arc is full; arcs where it is not 0 are fixed for
 * all later goals. Potentials stand in this order: the city on the side of learners; the learners;
 * for each learner with several placements the slots in which they have two offers or more, in the
 * order in which these offers first come; the opportunities; the providers; the city on the side of
 * places.
 */
public final class FairStage {

  /** What a goal is about; each is a cost that is to be as small as possible. */
  public enum Goal {
    /** Most learners with a place: -1 for each. */
    MOST_LEARNERS,
    /** Who got least in earlier rounds first: minus the bonus of each learner with a place. */
    LEAST_SERVED_FIRST,
    /** Most placements: -1 for each. */
    MOST_PLACEMENTS,
    /** Fewest placements whose affinity is below the level: 1 for each. */
    FEWEST_BELOW,
    /** Fewest placements whose affinity is the level: 1 for each. */
    FEWEST_AT,
    /** Most placements that are the wish of the level: -1 for each. */
    MOST_OF_WISH,
    /** The greatest total affinity: minus the affinity of each placement. */
    GREATEST_TOTAL
  }

  private final Goal goal;
  private final int level;
  private final long cost;
  private final boolean binding;
  private final long[] potentials;

  /**
   * A stage.
   *
   * @param goal what it is about
   * @param level the affinity or wish it is about, else 0
   * @param cost the least cost there is
   * @param binding whether later goals keep to it; one that does not only shows that no more was
   *     possible
   * @param potentials the proof, one for each node; copied
   */
  public FairStage(Goal goal, int level, long cost, boolean binding, long[] potentials) {
    this.goal = Objects.requireNonNull(goal, "goal");
    this.level = level;
    this.cost = cost;
    this.binding = binding;
    this.potentials = potentials.clone();
  }

  /** What it is about. */
  public Goal goal() {
    return goal;
  }

  /** The affinity or wish it is about, else 0. */
  public int level() {
    return level;
  }

  /** The least cost there is. */
  public long cost() {
    return cost;
  }

  /** Whether later goals keep to it. */
  public boolean isBinding() {
    return binding;
  }

  /** The proof, one for each node; a copy. */
  public long[] potentials() {
    return potentials.clone();
  }

  /** The goal, its level and its cost. */
  @Override
  public String toString() {
    return goal + "(" + level + ") = " + cost + (binding ? "" : ", not binding");
  }
}
