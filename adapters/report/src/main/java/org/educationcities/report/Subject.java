package org.educationcities.report;

/** What a city's page tells of; each has a provenance of its own. */
public enum Subject {
  /** Towns and neighbourhoods with their positions and populations. */
  LOCALITIES,
  /** Schools. */
  SCHOOLS,
  /** Providers and resources: the ground for learning. */
  GROUND,
  /** Offers of a term, with their places. */
  OPPORTUNITIES,
  /** Learners with their strengths, growth areas and quests. */
  LEARNERS,
  /** What the circles made. */
  COLLABORATIONS
}
